package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.AttentionWeights;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.HeatMapSvg;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.engine.AttentionView;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What CLS looks at: every block and head small, one large over the picture in grey. */
final class VisionAttention extends WrapRow {
    private static final double SIDE = 216;

    private final AttentionMatrix matrix = new AttentionMatrix();
    private final PatchCanvas large = new PatchCanvas(SIDE);
    private final ColorBar bar = new ColorBar(SIDE);
    private final Label caption = Views.label("", "view-muted");
    private final Limits limits = new Limits();
    private final Segments scale = new Segments("scale", "per map", "shared");
    private final Slider alpha = new Slider(0, 1, 0.7);
    private final Facts facts = new Facts();
    private @Nullable AttentionView view;
    private @Nullable AttentionWeights weights;
    private HeadPlace place = new HeadPlace(0, 0);
    private HeadPlace asked = place;
    private boolean shared;

    VisionAttention(AttentionMapView.PlaceListener listener) {
        super(24, 16, false);
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        limits.setText(AttentionWords.VISION_LIMITS);
        VBox middle = new VBox(8, new HBox(8, large, bar), caption, limits);
        middle.setMaxWidth(SIDE + 44);
        middle.setPrefWidth(SIDE + 44);
        alpha.setPrefWidth(112);
        alpha.setMinWidth(48);
        alpha.setAccessibleText("how opaque the map is over the picture");
        HBox opacity = new HBox(8, Views.label("map over picture", "view-muted"), alpha);
        opacity.setAlignment(Pos.CENTER_LEFT);
        HBox scaling = new HBox(8, Views.label("scale", "view-muted"), scale);
        scaling.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(matrix, middle, new VBox(12, scaling, opacity, facts));
        scale.mark(0);
        scale.onChoose(index -> {
            shared = index == 1;
            redrawAll();
        });
        alpha.valueProperty().addListener((property, old, now) -> large.setAlpha(now.doubleValue()));
        matrix.setSpoken(this::largest);
        matrix.onChosen(chosen -> {
            place = chosen;
            asked = chosen;
            drawLarge();
            listener.chosen(chosen.layer(), chosen.head());
        });
        large.onShown(index -> describe());
        large.setSpoken(this::spoken);
    }

    void show(AttentionView shown, int layer, int head) {
        asked = new HeadPlace(layer, head);
        if (shown != view) {
            view = shown;
            weights = AttentionWeights.ofClass(shown.vision(), shown.grid());
            large.setPicture(Views.image(HeatMap.grey(shown.resized())), shown.grid());
            place = weights.nearest(layer, head);
            redrawAll();
        } else if (weights != null) {
            place = weights.nearest(layer, head);
            drawLarge();
        }
    }

    private String largest(HeadPlace of) {
        return weights == null
                ? ""
                : "largest weight " + Numbers.weight(weights.range(of, false).max());
    }

    /** The large map as SVG. */
    String svg() {
        AttentionWeights w = weights;
        if (w == null) {
            return "";
        }
        Range range = w.range(place, shared);
        Picture map = HeatMap.of(w.at(place), w.rows(), w.columns(), ColorMap.INFERNO, range);
        return HeatMapSvg.draw(map, List.of(), ColorMap.INFERNO, range, 256, caption.getText());
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

    private void redrawAll() {
        if (weights != null) {
            matrix.setMaps(weights.pictures(shared), weights.layers(), weights.heads());
            drawLarge();
        }
    }

    private void drawLarge() {
        AttentionWeights w = weights;
        if (w == null || view == null) {
            return;
        }
        matrix.mark(place);
        float[] map = w.at(place);
        Range range = w.range(place, shared);
        large.setHeat(HeatMap.of(map, w.rows(), w.columns(), ColorMap.INFERNO, range), alpha.getValue());
        large.setLabels(i -> "");
        bar.show(ColorMap.INFERNO, range);
        caption.setText(w.missing(asked) + AttentionWords.vision(place, shared));
        describe();
    }

    private void describe() {
        if (weights == null || view == null) {
            return;
        }
        float[] map = weights.at(place);
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
        all.addAll(List.of("on CLS itself", Numbers.weight(Math.max(0, 1 - onPatches))));
        all.addAll(List.of(
                "entropy",
                Numbers.significant(AttentionWeights.entropy(map), 3) + " of "
                        + Numbers.significant(Math.log(map.length), 3) + " nats"));
        facts.show(all);
    }

    private String where(int index) {
        int grid = view == null ? 1 : view.grid();
        return "(" + index / grid + ", " + index % grid + ")";
    }

    private String spoken(int index) {
        if (index < 0 || weights == null) {
            return "attention over the picture; arrow keys choose a patch";
        }
        return "patch " + where(index) + ", weight " + Numbers.weight(weights.at(place)[index]);
    }
}
