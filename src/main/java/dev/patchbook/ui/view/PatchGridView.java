package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.HeatMapSvg;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.engine.PatchView;
import dev.patchbook.export.Sheet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A picture cut into patches. One patch, pointed at or chosen, is shown enlarged beside it with its place and the length of
 * its embedding; a second grid shows all lengths, or how alike the learned position of that patch is to all others.
 */
public final class PatchGridView extends VBox {
    private static final List<String> VIEWS = List.of("picture", "norm", "position", "filters", "nearest", "lab");
    private static final double SIDE = 216;

    private final Segments views = new Segments("shown", "picture", "norm", "position");
    private final Segments closer = new Segments("shown", PatchPanes.VIEWS.toArray(String[]::new));
    private final PatchCanvas picture = new PatchCanvas(SIDE);
    private final PatchCanvas map = new PatchCanvas(SIDE);
    private final ColorBar bar = new ColorBar(SIDE);
    private final Label pictureCaption = Views.label("", "view-muted");
    private final Label mapCaption = Views.label("", "view-muted");
    private final PictureView enlarged = new PictureView(96);
    private final Facts facts = new Facts();
    private final VBox mapColumn = new VBox(8, new HBox(8, map, bar), mapCaption);
    private final PatchPanes panes = new PatchPanes();
    private final WrapRow row = new WrapRow(24, 16, false);
    private final Set<String> needed = new HashSet<>();
    private Consumer<String> onView = view -> {};
    private Consumer<String> onNeeded = view -> {};
    private @Nullable PatchView shown;
    private String view = "picture";

    /** An empty view. */
    public PatchGridView() {
        getStyleClass().add("patch-grid-view");
        setSpacing(12);
        VBox patchColumn = new VBox(8, enlarged, facts);
        patchColumn.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().addAll(new VBox(8, picture, pictureCaption), mapColumn, patchColumn);
        for (Label caption : List.of(pictureCaption, mapCaption)) {
            caption.setWrapText(true);
            caption.setMaxWidth(SIDE);
        }
        enlarged.setRounded(false);
        WrapRow choices = new WrapRow(12, 8, true);
        choices.getChildren().addAll(views, closer);
        getChildren().addAll(choices, row, panes);
        views.onChoose(this::open);
        closer.onChoose(index -> open(3 + index));
        picture.onShown(index -> follow(picture, map));
        map.onShown(index -> follow(map, picture));
        picture.setSpoken(this::spoken);
        map.setSpoken(this::spoken);
        setView("picture");
    }

    private void open(int index) {
        setView(VIEWS.get(index));
        onView.accept(VIEWS.get(index));
    }

    /** Shows a picture's patches; the patch chosen stays chosen where there still is one. */
    public void show(PatchView patches) {
        if (patches != shown) {
            needed.clear();
            panes.clear();
        }
        shown = patches;
        picture.setPicture(Views.image(patches.resized()), patches.grid());
        map.setPicture(null, patches.grid());
        pictureCaption.setText(patches.grid() + " × " + patches.grid() + " patches of " + patches.patch() + " × "
                + patches.patch() + " px");
        if (picture.shown() < 0) {
            picture.choose(patches.grid() * (patches.grid() / 2) + patches.grid() / 2);
        }
        refresh();
    }

    /** What is shown; null before the first. */
    public @Nullable PatchView of() {
        return shown;
    }

    /** Which view: {@code picture}, {@code norm}, {@code position}, {@code filters}, {@code nearest} or {@code lab}. */
    public void setView(String name) {
        int index = Math.max(0, VIEWS.indexOf(name));
        view = VIEWS.get(index);
        (index < 3 ? closer : views).clear();
        (index < 3 ? views : closer).mark(index < 3 ? index : index - 3);
        put(mapColumn, index > 0);
        put(row, index < 3);
        panes.show(view);
        refresh();
    }

    private static void put(Node node, boolean is) {
        Views.show(node, is);
    }

    /** Called with a view that is shown for the first time and has nothing to show yet: {@code filters} and on. */
    public void setOnNeeded(Consumer<String> listener) {
        onNeeded = listener;
    }

    /** What is computed when asked for. */
    public PatchPanes panes() {
        return panes;
    }

    /** The view shown now as numbers. */
    public List<Sheet> sheets() {
        PatchView patches = shown;
        if (view.equals("position") && patches != null && patch() >= 0) {
            return List.of(MapSheet.of("position", mapCaption.getText(), cosines(patches, patch()), patches.grid()));
        }
        return panes.sheets();
    }

    /** Called with the view a person chooses. */
    public void setOnView(Consumer<String> listener) {
        onView = listener;
    }

    /** Chooses a patch, counted row by row from 0. */
    public void choose(int patch) {
        picture.choose(patch);
    }

    /** The map shown as SVG; empty where only the picture is. */
    public Optional<String> svg() {
        return map.heat() == null || !List.of("norm", "position").contains(view)
                ? Optional.empty()
                : Optional.of(
                        HeatMapSvg.draw(map.heat(), List.of(), bar.map(), bar.range(), SIDE, mapCaption.getText()));
    }

    /** What is said about the patch shown, by name: {@code patch}, {@code row, column}, {@code norm}. */
    String fact(String name) {
        return facts.value(name);
    }

    Segments closer() {
        return closer;
    }

    PatchCanvas pictureCanvas() {
        return picture;
    }

    PatchCanvas mapCanvas() {
        return map;
    }

    private int patch() {
        return map.hovered() >= 0 ? map.hovered() : picture.shown();
    }

    private void follow(PatchCanvas source, PatchCanvas other) {
        other.mark(source.hovered());
        other.choose(source.chosen());
        refresh();
    }

    private void refresh() {
        PatchView patches = shown;
        if (patches == null) {
            return;
        }
        int index = patch();
        describe(patches, index);
        switch (view) {
            case "norm" -> norms(patches);
            case "position" -> positions(patches, index);
            case "filters", "nearest", "lab" -> {
                if (needed.add(view)) {
                    onNeeded.accept(view);
                }
            }
            default -> {}
        }
    }

    private void describe(PatchView patches, int index) {
        enlarged.setVisible(index >= 0);
        if (index < 0) {
            facts.show(List.of("patch", "point at one or choose one"));
            return;
        }
        int row = index / patches.grid();
        int column = index % patches.grid();
        Picture pixels =
                HeatMap.crop(patches.resized(), column * patches.patch(), row * patches.patch(), patches.patch());
        enlarged.show(pixels, "patch " + index + ", enlarged");
        facts.show(List.of(
                "patch",
                index + " of " + patches.grid() * patches.grid(),
                "row, column",
                row + ", " + column,
                "norm",
                Numbers.significant(patches.norms().data()[index], 3),
                "numbers",
                patches.patch() + " × " + patches.patch() + " × 3 = "
                        + Numbers.count(3L * patches.patch() * patches.patch()),
                "mean colour",
                color(pixels)));
    }

    private static String color(Picture pixels) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int argb : pixels.argb()) {
            red += argb >> 16 & 0xFF;
            green += argb >> 8 & 0xFF;
            blue += argb & 0xFF;
        }
        int n = pixels.argb().length;
        return String.format(Locale.ROOT, "%.2f %.2f %.2f", red / 255.0 / n, green / 255.0 / n, blue / 255.0 / n);
    }

    private void norms(PatchView patches) {
        float[] norms = patches.norms().data();
        Range range = Range.of(norms);
        map.setHeat(HeatMap.of(norms, patches.grid(), patches.grid(), ColorMap.VIRIDIS, range), 1);
        map.setLabels(i -> Numbers.significant(norms[i], 2));
        bar.show(ColorMap.VIRIDIS, range);
        mapCaption.setText("Length of each patch's embedding");
    }

    private void positions(PatchView patches, int index) {
        float[] cosines = cosines(patches, index);
        Range range = new Range(-1, 1);
        map.setHeat(HeatMap.of(cosines, patches.grid(), patches.grid(), ColorMap.BLUE_ORANGE, range), 1);
        map.setLabels(i -> Float.isNaN(cosines[i]) ? "" : Numbers.significant(cosines[i], 2));
        bar.show(ColorMap.BLUE_ORANGE, range);
        mapCaption.setText(
                index < 0
                        ? "Choose a patch to compare its learned position with all others"
                        : "Cosine of the learned position of patch " + index + " with that of each patch");
    }

    /** How alike the position of a patch is to that of each; not numbers where none is chosen. */
    private static float[] cosines(PatchView patches, int index) {
        int n = patches.grid() * patches.grid();
        float[] cosines = new float[n];
        if (index < 0) {
            Arrays.fill(cosines, Float.NaN);
        } else {
            System.arraycopy(patches.positions().data(), (index + 1) * (n + 1) + 1, cosines, 0, n);
        }
        return cosines;
    }

    private String spoken(int index) {
        PatchView patches = shown;
        if (patches == null || index < 0) {
            return "patch grid, no patch chosen; arrow keys choose one";
        }
        return "patch " + index + ", row " + index / patches.grid() + ", column " + index % patches.grid() + ", norm "
                + Numbers.significant(patches.norms().data()[index], 3);
    }
}
