package dev.patchbook.ui.view;

import dev.patchbook.chart.TokenWords;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * One token: the more surprising, the stronger its colour and the thicker the line under it; the bar below that says how
 * undecided the model was.
 */
final class Chip extends Region {
    /** Surprise, nats, from which on colour and line are at their strongest. */
    static final double FULL = 4;

    private static final double THICKEST = 4;
    private static final double BAR = 9;
    private static final double GAP = 2;

    private final Region fill = new Region();
    private final Region underline = new Region();
    private final Region bar = new Region();
    private final Label label;
    private final Text line = new Text();
    private double thickness = 1;
    private double undecided = Double.NaN;

    Chip(String token, String tip, String styleClass) {
        getStyleClass().addAll("chip", styleClass);
        fill.getStyleClass().add("chip-fill");
        underline.getStyleClass().add("chip-underline");
        bar.getStyleClass().add("chip-entropy");
        fill.setOpacity(0);
        String shown = TokenWords.visible(token);
        label = Views.label(shown, "chip-label");
        boolean sign = !shown.equals(token) || token.length() > 2;
        if (sign) {
            label.getStyleClass().add(shown.length() > 1 ? "chip-word" : "chip-sign");
        }
        label.setMinWidth(USE_PREF_SIZE);
        line.getStyleClass().add("chip-line");
        line.setManaged(false);
        bar.setVisible(false);
        getChildren().addAll(fill, underline, bar, label, line);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(tip);
        Tooltip.install(this, new Tooltip(tip));
    }

    /** A token with what is known of it. */
    static Chip of(Letter letter) {
        Chip chip = new Chip(letter.text(), letter.words(), "chip-token");
        if (Double.isNaN(letter.probability())) {
            chip.getStyleClass().add("chip-prompt");
        } else {
            chip.surprise(TokenWords.surprise(letter.probability()));
        }
        if (!Double.isNaN(letter.undecided())) {
            chip.undecided = letter.undecided();
            chip.bar.setVisible(true);
        }
        if (letter.apart()) {
            chip.getStyleClass().add("chip-apart");
        }
        return chip;
    }

    void surprise(double nats) {
        double level = Math.min(1, nats / FULL);
        fill.setOpacity(0.55 * level);
        thickness = 1 + Math.round((THICKEST - 1) * level);
    }

    private double below() {
        return Double.isNaN(undecided) ? 0 : BAR + GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(18, Math.ceil(label.prefWidth(-1)) + 6);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(Measure.height(line.getFont())) + 8 + below();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight() - below();
        fill.resizeRelocate(0, 0, width, height);
        underline.resizeRelocate(0, height - thickness, width, thickness);
        if (bar.isVisible()) {
            double high = Math.max(1, Math.round(BAR * undecided));
            bar.resizeRelocate(1, getHeight() - high, width - 2, high);
        }
        double labelWidth = label.prefWidth(-1);
        double labelHeight = label.prefHeight(-1);
        label.resizeRelocate(
                snapPositionX((width - labelWidth) / 2),
                snapPositionY((height - THICKEST - labelHeight) / 2),
                labelWidth,
                labelHeight);
    }
}
