package dev.patchbook.ui.view;

import dev.patchbook.chart.Axis;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** Chooses how a chart shows its runs: log or linear, by step, epoch or time, and how much smoothing. */
public final class ChartControls extends WrapRow {
    private static final double MOST = 0.99;
    private final Segments scale = new Segments("loss axis", "log", "linear");
    private final Segments axis = new Segments("horizontal axis", "step", "epoch", "time");
    private final Slider smoothing = new Slider(0, MOST, 0);
    private final Label amount = Views.label("", "view-muted");

    /** Controls of a chart; they follow its options. */
    public ChartControls(RunChart chart) {
        super(12, 8, true);
        getStyleClass().add("chart-controls");
        smoothing.setPrefWidth(80);
        smoothing.setMinWidth(48);
        smoothing.setBlockIncrement(0.1);
        smoothing.setAccessibleText("smoothing");
        amount.setMinWidth(USE_PREF_SIZE);
        scale.onChoose(index -> chart.setOptions(chart.options().withLog(index == 0)));
        axis.onChoose(index -> chart.setOptions(chart.options().withAxis(Axis.values()[index])));
        smoothing.valueProperty().addListener((property, old, now) -> {
            double rounded = Math.round(now.doubleValue() * 100) / 100.0;
            chart.setOptions(chart.options().withSmoothing(rounded));
        });
        chart.optionsProperty().addListener((property, old, now) -> follow(chart));
        axis.button(Axis.EPOCH.ordinal())
                .disableProperty()
                .bind(chart.epochsProperty().not());
        HBox smooth = new HBox(8, amount, smoothing);
        smooth.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(scale, axis, smooth);
        follow(chart);
    }

    private void follow(RunChart chart) {
        scale.mark(chart.options().log() ? 0 : 1);
        axis.mark(chart.options().axis().ordinal());
        double weight = chart.options().smoothing();
        smoothing.setValue(weight);
        amount.setText(weight == 0 ? "smoothing off" : String.format(Locale.ROOT, "smoothing %.2f", weight));
    }
}
