package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One way of telling which patches a character rests on, as a map over the picture in grey. */
final class Lane extends VBox {
    private static final double SIDE = 184;
    private static final double OPACITY = 0.7;

    /**
     * A way of telling.
     *
     * @param name for people
     * @param method what the numbers are
     * @param unit behind a number; empty where there is none
     * @param signed whether zero stands in the middle of the colours
     * @param limits what it does not show
     */
    record Method(String name, String method, String unit, boolean signed, String limits) {}

    private final Method method;
    private final Label title = Views.label("", "view-strong");
    private final PatchCanvas canvas = new PatchCanvas(SIDE);
    private final ColorBar bar = new ColorBar(SIDE);
    private final Label caption = Views.label("", "view-muted");
    private TensorView maps = new TensorView(new float[0], 0, 0, 0);
    private float[] map = {};

    Lane(Method method) {
        super(8);
        this.method = method;
        Limits limits = new Limits();
        limits.setText(method.limits());
        title.setText(method.name());
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, new HBox(8, canvas, bar), caption, limits);
        setMaxWidth(SIDE + 56);
        setPrefWidth(SIDE + 56);
        canvas.setSpoken(this::spoken);
    }

    /** Maps [tokens, grid, grid] over a picture. */
    void show(Picture picture, TensorView all) {
        maps = all;
        canvas.setPicture(Views.image(HeatMap.grey(picture)), all.shape()[1]);
    }

    /** The map of one token, in its own scale or that of all tokens. */
    void choose(int token, String name, boolean shared) {
        map = map(token);
        Range range = range(shared ? maps.data() : map);
        ColorMap colours = method.signed() ? ColorMap.BLUE_ORANGE : ColorMap.INFERNO;
        int grid = maps.shape()[1];
        canvas.setHeat(HeatMap.of(map, grid, grid, colours, range), OPACITY);
        bar.show(colours, range);
        caption.setText(name + ": " + method.method()
                + (shared ? "; scale shared by all characters." : "; scale of this map."));
        canvas.setSpoken(this::spoken);
    }

    float[] map(int token) {
        return maps.slice(token).data();
    }

    private Range range(float[] values) {
        Range all = Range.of(values);
        if (method.signed()) {
            Range around = all.aroundZero();
            return around.length() > 0 ? around : new Range(-1, 1);
        }
        return new Range(0, all.max() > 0 ? all.max() : 1);
    }

    private String spoken(int patch) {
        return patch < 0 || patch >= map.length
                ? method.name() + " by patch; arrow keys choose one"
                : "patch " + patch + ", " + method.name() + " " + value(patch);
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

    Method method() {
        return method;
    }

    Label caption() {
        return caption;
    }
}
