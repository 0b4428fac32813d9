package dev.patchbook.ui.view;

import dev.patchbook.base.TensorView;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.PatchView;
import dev.patchbook.export.LookSheets;
import dev.patchbook.export.LookWords;
import dev.patchbook.export.Sheet;
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
        scatter.show(space.places(), HeatMap.means(picture.resized(), picture.grid()));
        scatterWords.setText(LookWords.plane(space));
        filters.show(space.filters());
        filterWords.setText(LookWords.filters(space));
        describe();
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
        enlarged.show(HeatMap.filter(filter), filter(filters.chosen()));
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
        return space == null ? List.of() : LookSheets.space(space);
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
