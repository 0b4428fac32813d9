package dev.patchbook.ui.view;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** Chooses how a loss chart shows its run: log or linear, by step or time, and how much smoothing. */
public final class LossControls extends WrapRow {
    private static final double MOST = 0.99;
    private final Segments scale = new Segments("loss axis", "log", "linear");
    private final Segments axis = new Segments("horizontal axis", "step", "time");
    private final Slider smoothing = new Slider(0, MOST, 0);
    private final Label amount = Views.label("", "view-muted");

    /** Controls of a chart; they follow its options. */
    public LossControls(LossChart chart) {
        super(12, 8, true);
        getStyleClass().add("loss-controls");
        smoothing.setPrefWidth(80);
        smoothing.setMinWidth(48);
        smoothing.setBlockIncrement(0.1);
        smoothing.setAccessibleText("smoothing");
        amount.setMinWidth(USE_PREF_SIZE);
        scale.onChoose(index -> chart.setOptions(chart.options().withLog(index == 0)));
        axis.onChoose(index -> chart.setOptions(chart.options().withTime(index == 1)));
        smoothing.valueProperty().addListener((property, old, now) -> {
            double rounded = Math.round(now.doubleValue() * 100) / 100.0;
            chart.setOptions(chart.options().withSmoothing(rounded));
        });
        chart.optionsProperty().addListener((property, old, now) -> follow(chart));
        HBox smooth = new HBox(8, amount, smoothing);
        smooth.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(scale, axis, smooth);
        follow(chart);
    }

    private void follow(LossChart chart) {
        scale.mark(chart.options().log() ? 0 : 1);
        axis.mark(chart.options().time() ? 1 : 0);
        double weight = chart.options().smoothing();
        smoothing.setValue(weight);
        amount.setText(weight == 0 ? "smoothing off" : String.format(Locale.ROOT, "smoothing %.2f", weight));
    }
}
