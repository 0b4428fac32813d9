package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.AttentionWeights;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.HeatMapSvg;
import dev.patchbook.chart.Mass;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.VisionChoice;
import dev.patchbook.chart.VisionChoice.Kind;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.export.Sheet;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What CLS or a patch looks at: every block and head small, as maps or by their entropy or distance; one large over the picture
 * in grey, a head's, a block's or what rollout follows.
 */
final class VisionAttention extends WrapRow {
    private static final double SIDE = 216;

    private final AttentionMatrix matrix = new AttentionMatrix();
    private final Label tilesWords = Views.label("", "view-muted");
    private final PatchCanvas large = new PatchCanvas(SIDE);
    private final ColorBar bar = new ColorBar(SIDE);
    private final Label caption = Views.label("", "view-muted");
    private final Limits limits = new Limits();
    private final VisionControls controls = new VisionControls();
    private final Facts facts = new Facts();
    private @Nullable AttentionView view;
    private @Nullable AttentionWeights heads;
    private @Nullable AttentionWeights drawn;
    private @Nullable HeadTable measures;
    private HeadPlace place = new HeadPlace(0, 0);
    private HeadPlace asked = place;
    private VisionChoice choice = VisionChoice.DEFAULT;
    private boolean fromPatch;
    private int tiles;

    VisionAttention(AttentionMapView.PlaceListener listener) {
        super(24, 16, false);
        for (Label label : List.of(caption, tilesWords)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setMaxWidth(SIDE + 44);
        }
        VBox middle = new VBox(8, new HBox(8, large, bar), caption, limits);
        middle.setMaxWidth(SIDE + 44);
        middle.setPrefWidth(SIDE + 44);
        getChildren().addAll(new VBox(8, matrix, tilesWords), middle, new VBox(12, controls, facts));
        controls.onAlpha(large::setAlpha);
        controls.onTiles(index -> {
            tiles = index;
            drawTiles();
        });
        controls.onChange(this::choose);
        matrix.setSpoken(this::words);
        matrix.onChosen(chosen -> {
            place = chosen;
            asked = chosen;
            drawLarge();
            listener.chosen(chosen.layer(), chosen.head());
        });
        large.onShown(index -> {
            follow();
            describe();
        });
        large.setSpoken(this::spoken);
    }

    void show(AttentionView shown, int layer, int head) {
        asked = new HeadPlace(layer, head);
        if (shown != view) {
            view = shown;
            measures = null;
            large.setPicture(Views.image(HeatMap.grey(shown.resized())), shown.grid());
            weigh();
        }
        AttentionWeights all = heads;
        if (all != null) {
            place = all.nearest(layer, head);
            drawTiles();
            drawLarge();
        }
    }

    private void choose(VisionChoice other) {
        fromPatch = other.query() != 0;
        choice = other.withQuery(query());
        weigh();
        drawTiles();
        drawLarge();
    }

    /** The token that looks: CLS, or the patch chosen. */
    private int query() {
        return fromPatch && large.chosen() >= 0 ? 1 + large.chosen() : 0;
    }

    /** Another patch was chosen: where patches look, it is the one that does. */
    private void follow() {
        if (fromPatch && query() != choice.query()) {
            choose(choice.withQuery(-1));
        }
    }

    private void weigh() {
        AttentionView shown = view;
        if (shown == null) {
            return;
        }
        if (choice.query() > shown.grid() * shown.grid()) {
            choice = choice.withQuery(0);
        }
        heads = AttentionWeights.ofQuery(shown.vision(), shown.grid(), choice.query());
        drawn = AttentionWeights.of(shown.vision(), shown.grid(), choice);
        controls.show(fromPatch ? choice.withQuery(-1) : choice);
    }

    /** The place among the maps that are drawn large. */
    private HeadPlace drawnPlace() {
        return choice.kind() == Kind.HEAD ? place : new HeadPlace(place.layer(), 0);
    }

    private HeadTable measures() {
        HeadTable known = measures;
        AttentionView shown = view;
        if (known == null && shown != null) {
            known = HeadTable.ofPicture(shown.vision(), shown.grid());
            measures = known;
        }
        return known == null ? HeadTable.NONE : known;
    }

    private void drawTiles() {
        AttentionWeights all = heads;
        if (all == null) {
            return;
        }
        List<Picture> pictures =
                tiles == 0 ? all.pictures(choice.shared()) : measures().tiles(tiles == 1);
        matrix.setMaps(pictures, all.layers(), all.heads());
        tilesWords.setText(
                tiles == 0
                        ? "What " + choice.looks() + " gives to each patch in each head, "
                                + (choice.shared() ? "one scale for all" : "each in its own scale")
                        : measures().words(tiles == 1));
        matrix.mark(place);
    }

    private String words(HeadPlace of) {
        AttentionWeights all = heads;
        if (all == null) {
            return "";
        }
        return "largest weight " + Numbers.weight(all.range(of, false).max()) + ", "
                + measures().words(of);
    }

    /** The large map as SVG. */
    String svg() {
        AttentionWeights w = drawn;
        if (w == null) {
            return "";
        }
        Range range = w.range(drawnPlace(), choice.shared());
        Picture map = HeatMap.of(values(w), w.rows(), w.columns(), ColorMap.INFERNO, range);
        return HeatMapSvg.draw(map, List.of(), ColorMap.INFERNO, range, 256, caption.getText());
    }

    /** The large map and what each head measures, as tables. */
    List<Sheet> sheets() {
        AttentionWeights w = drawn;
        return w == null
                ? List.of()
                : List.of(
                        MapSheet.of("map", AttentionWords.shortly(place, choice), w.at(drawnPlace()), w.columns()),
                        measures().sheet());
    }

    private float[] values(AttentionWeights w) {
        float[] map = w.at(drawnPlace());
        return choice.keep() < 1 ? Mass.keep(map, choice.keep()) : map;
    }

    AttentionMatrix matrix() {
        return matrix;
    }

    PatchCanvas large() {
        return large;
    }

    Facts facts() {
        return facts;
    }

    Label caption() {
        return caption;
    }

    VisionControls controls() {
        return controls;
    }

    private void drawLarge() {
        AttentionWeights w = drawn;
        AttentionWeights all = heads;
        if (w == null || all == null) {
            return;
        }
        matrix.mark(place);
        Range range = w.range(drawnPlace(), choice.shared());
        large.setHeat(HeatMap.of(values(w), w.rows(), w.columns(), ColorMap.INFERNO, range), controls.alpha());
        large.setLabels(i -> "");
        bar.show(ColorMap.INFERNO, range);
        String wanting = fromPatch && choice.query() == 0 ? "Choose a patch; until then CLS looks. " : "";
        caption.setText(wanting + all.missing(asked) + AttentionWords.vision(place, choice));
        limits.setText(choice.kind() == Kind.ROLLOUT ? AttentionWords.ROLLOUT_LIMITS : AttentionWords.VISION_LIMITS);
        describe();
    }

    private void describe() {
        AttentionWeights w = drawn;
        if (w == null) {
            return;
        }
        float[] map = w.at(drawnPlace());
        double onPatches = 0;
        int strongest = 0;
        for (int i = 0; i < map.length; i++) {
            onPatches += map[i];
            strongest = map[i] > map[strongest] ? i : strongest;
        }
        List<String> all = new ArrayList<>();
        int index = large.shown();
        all.addAll(List.of("patch", index < 0 ? "point at one" : where(index)));
        all.addAll(List.of("weight", index < 0 ? "–" : Numbers.weight(map[index])));
        all.addAll(List.of("strongest", Numbers.weight(map[strongest]) + " at " + where(strongest)));
        AttentionView shown = view;
        double onClass = shown == null ? 0 : AttentionWeights.onClass(shown.vision(), place, choice);
        all.addAll(List.of(choice.query() == 0 ? "on CLS itself" : "on CLS", Numbers.weight(onClass)));
        all.addAll(List.of("sum of the row", Numbers.weight(onPatches + onClass)));
        all.addAll(List.of(
                "entropy",
                Numbers.significant(AttentionWeights.entropy(map), 3) + " of "
                        + Numbers.significant(Math.log(map.length), 3) + " nats"));
        if (choice.keep() < 1) {
            all.addAll(List.of("shown", Mass.count(values(w)) + " of " + map.length + " patches"));
        }
        facts.show(all);
    }

    private String where(int index) {
        return AttentionWords.where(index, view == null ? 1 : view.grid());
    }

    private String spoken(int index) {
        AttentionWeights w = drawn;
        if (index < 0 || w == null) {
            return "attention over the picture; arrow keys choose a patch";
        }
        return "patch " + where(index) + ", weight " + Numbers.weight(w.at(drawnPlace())[index]);
    }
}
