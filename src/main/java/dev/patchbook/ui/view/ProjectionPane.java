package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.PatchView;
import dev.patchbook.export.Sheet;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The learned patch filters as pictures, and a picture's patches as points in the plane in which their projections differ most. */
public final class ProjectionPane extends VBox {
    private static final double SIDE = 216;

    private final Waiting waiting = new Waiting("Compute");
    private final PatchCanvas grid = new PatchCanvas(SIDE);
    private final ScatterCanvas scatter = new ScatterCanvas(SIDE);
    private final Label scatterWords = Views.label("", "view-muted");
    private final FilterCanvas filters = new FilterCanvas();
    private final PictureView enlarged = new PictureView(96);
    private final Label filterWords = Views.label("", "view-muted");
    private final Facts facts = new Facts();
    private final WrapRow row = new WrapRow(24, 16, false);
    private @Nullable PatchSpace shown;

    /** Nothing computed yet. */
    public ProjectionPane() {
        super(12);
        getStyleClass().add("projection-pane");
        for (Label label : List.of(scatterWords, filterWords)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setMaxWidth(2 * SIDE);
        }
        enlarged.setRounded(false);
        Limits limits = new Limits();
        limits.setText(AttentionWords.PLANE_LIMITS);
        WrapRow linked = new WrapRow(16, 12, false);
        linked.getChildren().addAll(grid, scatter);
        VBox left = new VBox(8, linked, scatterWords);
        left.setPrefWidth(2 * SIDE + 16);
        VBox middle = new VBox(8, filters, filterWords, limits);
        middle.setPrefWidth(8 * 35);
        row.getChildren().addAll(left, middle, new VBox(8, new HBox(enlarged), facts));
        getChildren().addAll(waiting, row);
        grid.onShown(index -> follow(true));
        scatter.onShown(index -> follow(false));
        grid.setSpoken(this::spoken);
        scatter.setSpoken(this::spoken);
        filters.onChosen(index -> describe());
        filters.setSpoken(this::filter);
        clear();
    }

    /** What says how far it is. */
    public Waiting waiting() {
        return waiting;
    }

    /** Whether there is something to see. */
    public boolean filled() {
        return shown != null;
    }

    /** Nothing is computed any more. */
    public void clear() {
        shown = null;
        Views.show(row, false);
    }

    /** Shows what was computed of a picture. */
    public void show(PatchSpace space, PatchView picture) {
        shown = space;
        waiting.done();
        Views.show(row, true);
        grid.setPicture(Views.image(picture.resized()), picture.grid());
        List<Integer> colours = new ArrayList<>();
        for (int i = 0; i < picture.grid() * picture.grid(); i++) {
            int side = picture.patch();
            colours.add(
                    mean(HeatMap.crop(picture.resized(), i % picture.grid() * side, i / picture.grid() * side, side)));
        }
        scatter.show(space.places(), colours);
        double held = space.shares().get(0) + space.shares().get(1);
        scatterWords.setText("The patches' embeddings along their first two principal components, which hold "
                + Math.round(100 * space.shares().get(0)) + " % and "
                + Math.round(100 * space.shares().get(1)) + " %, together "
                + Math.round(100 * held) + " % of how they differ; each in its patch's mean colour.");
        filters.show(space.filters());
        String which = space.channels().size() < space.all()
                ? "The " + space.channels().size() + " of " + space.all()
                        + " filters with the largest weights, those first"
                : "All " + space.all() + " filters, those with the largest weights first";
        filterWords.setText(which + ": grey is zero, each stretched to its own largest weight"
                + (space.step() == 0
                        ? "; starting weights."
                        : "; weights after step " + Numbers.count(space.step()) + "."));
        describe();
    }

    private static int mean(Picture pixels) {
        long[] sums = new long[3];
        for (int argb : pixels.argb()) {
            for (int channel = 0; channel < 3; channel++) {
                sums[channel] += argb >> 8 * channel & 0xFF;
            }
        }
        int mean = 0xFF000000;
        for (int channel = 0; channel < 3; channel++) {
            mean |= (int) (sums[channel] / pixels.argb().length) << 8 * channel;
        }
        return mean;
    }

    private void follow(boolean fromGrid) {
        if (fromGrid) {
            scatter.mark(grid.hovered());
            scatter.choose(grid.chosen());
        } else {
            grid.mark(scatter.hovered());
            grid.choose(scatter.chosen());
        }
        describe();
    }

    private void describe() {
        PatchSpace space = shown;
        if (space == null) {
            return;
        }
        int patch = scatter.hovered() >= 0 ? scatter.hovered() : grid.shown();
        boolean known = patch >= 0 && patch < space.places().shape()[0];
        TensorView filter = space.filters().slice(filters.chosen());
        enlarged.show(FilterCanvas.picture(filter), filter(filters.chosen()));
        float most = 0;
        for (float weight : filter.data()) {
            most = Math.max(most, Math.abs(weight));
        }
        facts.show(List.of(
                "filter",
                Integer.toString(space.channels().get(filters.chosen())),
                "largest weight",
                Numbers.significant(most, 3),
                "patch",
                known ? Integer.toString(patch) : "point at one",
                "components",
                known
                        ? Numbers.significant(space.places().at(patch, 0), 3) + ", "
                                + Numbers.significant(space.places().at(patch, 1), 3)
                        : "–"));
    }

    private String spoken(int patch) {
        PatchSpace space = shown;
        if (space == null || patch < 0 || patch >= space.places().shape()[0]) {
            return "patches by their embeddings; arrow keys choose one";
        }
        return "patch " + patch + ", components "
                + Numbers.significant(space.places().at(patch, 0), 3) + " and "
                + Numbers.significant(space.places().at(patch, 1), 3);
    }

    private String filter(int index) {
        PatchSpace space = shown;
        return space == null || index >= space.channels().size()
                ? "patch filters"
                : "filter " + space.channels().get(index) + ", " + (index + 1) + " of "
                        + space.channels().size() + "; arrow keys choose another";
    }

    /** What is shown as numbers. */
    public List<Sheet> sheets() {
        PatchSpace space = shown;
        if (space == null) {
            return List.of();
        }
        List<List<Object>> points = new ArrayList<>();
        for (int i = 0; i < space.places().shape()[0]; i++) {
            points.add(List.of((long) i, (double) space.places().at(i, 0), (double)
                    space.places().at(i, 1)));
        }
        List<List<Object>> weights = new ArrayList<>();
        int side = space.filters().shape()[2];
        int size = 3 * side * side;
        for (int i = 0; i < space.filters().data().length; i++) {
            weights.add(List.of(
                    (long) space.channels().get(i / size),
                    (long) (i % size / (side * side)),
                    (long) (i / side % side),
                    (long) (i % side),
                    (double) space.filters().data()[i]));
        }
        return List.of(
                new Sheet(
                        "patch-places",
                        "Patches along two principal components",
                        List.of("patch", "first", "second"),
                        points),
                new Sheet(
                        "filters",
                        "Weights of the filters",
                        List.of("filter", "colour", "row", "column", "weight"),
                        weights));
    }

    ScatterCanvas scatter() {
        return scatter;
    }

    PatchCanvas grid() {
        return grid;
    }

    FilterCanvas filters() {
        return filters;
    }

    Facts facts() {
        return facts;
    }
}
