package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.chart.AttentionWeights;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.export.LaneMethod;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One way of telling which patches a character rests on, as a map over the picture in grey. */
final class Lane extends VBox {
    private static final double SIDE = 184;
    private static final double OPACITY = 0.7;
    private static final TensorView NONE = new TensorView(new float[0], 0, 0, 0);

    /** Width of a lane. */
    static final double WIDTH = SIDE + 56;

    private final Limits limits = new Limits();
    private LaneMethod method;
    private final Label title = Views.label("", "view-strong");
    private final PatchCanvas canvas = new PatchCanvas(SIDE);
    private final ColorBar bar = new ColorBar(SIDE);
    private final Label caption = Views.label("", "view-muted");
    private TensorView maps = NONE;
    private float[] map = {};

    Lane(LaneMethod method) {
        super(8);
        this.method = method;
        method(method);
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, new HBox(8, canvas, bar), caption, limits);
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        canvas.setSpoken(this::spoken);
    }

    /** Another way of telling; its maps come next. */
    void method(LaneMethod other) {
        method = other;
        title.setText(other.name());
        limits.setText(other.limits());
    }

    /** Without its name above it, where that stands elsewhere. */
    void untitled() {
        Views.show(title, false);
    }

    /** Shows a picture with no map over it, and says why. */
    void blank(Picture picture, String why) {
        maps = NONE;
        map = new float[0];
        canvas.setPicture(Views.image(HeatMap.grey(picture)), 1);
        canvas.setHeat(null, 1);
        canvas.setSpoken(patch -> why);
        Views.show(bar, false);
        Views.show(limits, false);
        caption.setText(why);
    }

    /** Maps [tokens, grid, grid] over a picture. */
    void show(Picture picture, TensorView all) {
        maps = all;
        Views.show(bar, true);
        Views.show(limits, true);
        canvas.setPicture(Views.image(HeatMap.grey(picture)), all.shape()[1]);
    }

    /** The map of one token, in its own scale or that of all tokens. */
    void choose(int token, String name, boolean shared) {
        map = map(token);
        Range range = method.range(shared ? maps.data() : map);
        ColorMap colours = method.colours();
        int grid = maps.shape()[1];
        canvas.setHeat(HeatMap.of(map, grid, grid, colours, range), OPACITY);
        bar.show(colours, range);
        caption.setText(name + ": " + method.method()
                + (shared ? "; scale shared by all characters." : "; scale of this map.")
                + (method == LaneMethod.ATTENTION
                        ? " On all patches " + Numbers.weight(AttentionWeights.sum(map))
                                + "; the rest of its row, which sums to one, is on CLS and text."
                        : ""));
        canvas.setSpoken(this::spoken);
    }

    float[] map(int token) {
        return maps.slice(token).data();
    }

    private String spoken(int patch) {
        return patch < 0 || patch >= map.length
                ? method.name() + " by patch, " + strongest() + "; arrow keys choose one"
                : "patch " + patch + ", " + method.name() + " " + value(patch);
    }

    /** Which patch has the largest number, for people. */
    String strongest() {
        int best = 0;
        for (int i = 1; i < map.length; i++) {
            best = map[i] > map[best] ? i : best;
        }
        int grid = maps.shape()[1];
        return map.length == 0
                ? "nothing yet"
                : "strongest at patch (" + best / grid + ", " + best % grid + "): " + value(best);
    }

    /** The number at a patch, for people. */
    String value(int patch) {
        String number = Numbers.significant(map[patch], 3);
        return method.unit().isEmpty() ? number : number + " " + method.unit();
    }

    /** Called with the patch pointed at or chosen. */
    void onShown(IntConsumer listener) {
        canvas.onShown(listener);
    }

    PatchCanvas canvas() {
        return canvas;
    }

    LaneMethod method() {
        return method;
    }

    Label caption() {
        return caption;
    }
}
