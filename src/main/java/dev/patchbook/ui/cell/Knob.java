package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A number to be moved, with its name and value above. */
final class Knob extends VBox {
    private final String name;
    private final double step;
    private final DoubleFunction<String> words;
    private final Label label = new Label();
    private final Slider slider = new Slider();
    private boolean showing;

    Knob(String name, String tip, double most, double step, DoubleFunction<String> words) {
        super(2);
        this.name = name;
        this.step = step;
        this.words = words;
        getStyleClass().add("knob");
        label.getStyleClass().add("fact-name");
        slider.setMax(most);
        slider.setBlockIncrement(step);
        slider.setTooltip(new Tooltip(tip));
        getChildren().addAll(label, slider);
        say();
    }

    /** Called with every value a person moves it to. */
    void setOnMoved(Runnable listener) {
        slider.valueProperty().addListener((observable, was, is) -> {
            say();
            if (!showing && Math.abs(was.doubleValue() - is.doubleValue()) > 0) {
                listener.run();
            }
        });
    }

    /** The value, on the grid of steps unless it was shown otherwise. */
    double value() {
        double value = slider.getValue();
        return slider.getUserData() instanceof Double shown && shown == value
                ? shown
                : Math.round(Math.round(value / step) * step * 1e6) / 1e6;
    }

    void show(double value, double most) {
        showing = true;
        slider.setUserData(value);
        slider.setMax(Math.max(most, value));
        slider.setValue(value);
        showing = false;
        say();
    }

    Slider slider() {
        return slider;
    }

    private void say() {
        String is = words.apply(value());
        label.setText(name + " " + is);
        slider.setAccessibleText(name + " " + is);
    }

    /** A number as it is. */
    static String plain(double value) {
        return value == Math.rint(value) ? Numbers.count(Math.round(value)) : Double.toString(value);
    }
}
