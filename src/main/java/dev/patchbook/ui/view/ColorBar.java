package dev.patchbook.ui.view;

import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.LinearScale;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.Tick;
import dev.patchbook.ui.view.Ink.Kind;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** What the colours of a map stand for: the colours from bottom to top, with numbers. */
final class ColorBar extends CanvasView {
    private static final double BAR = 12;
    private static final double PAD = 7;
    private static final int MOST_TICKS = 6;

    private ColorMap map = ColorMap.INFERNO;
    private Range range = Range.UNIT;

    ColorBar(double height) {
        super("color-bar");
        setPrefHeight(height);
        setMinHeight(48);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        say("colours, nothing shown yet");
    }

    void show(ColorMap shown, Range values) {
        map = shown;
        range = values;
        say("colours from " + Numbers.significant(range.min(), 3) + " to " + Numbers.significant(range.max(), 3));
        requestLayout();
        redraw();
    }

    /** The colours shown. */
    ColorMap map() {
        return map;
    }

    /** What they stand for. */
    Range range() {
        return range;
    }

    @Override
    protected double computePrefWidth(double height) {
        double widest = 0;
        LinearScale scale = new LinearScale(range);
        for (int most = 2; most <= MOST_TICKS; most++) { // how many fit is known only once it is laid out
            for (Tick tick : scale.atLeastTwo(most)) {
                widest = Math.max(widest, width(Kind.MUTED, tick.label()));
            }
        }
        return Math.ceil(BAR + 6 + widest);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        double length = Math.max(1, Math.floor(height - 2 * PAD));
        for (int i = 0; i < length; i++) {
            int argb = map.argb(1 - i / Math.max(1, length - 1));
            g.setFill(Views.color(argb));
            g.fillRect(0, PAD + i, BAR, 1.5);
        }
        LinearScale scale = new LinearScale(range);
        int most = (int) Math.max(2, Math.min(MOST_TICKS, length / 28));
        for (Tick tick : scale.atLeastTwo(most)) {
            double y = PAD + (1 - scale.position(tick.value())) * length;
            g.setStroke(ink.color(Kind.MUTED));
            g.setLineWidth(1);
            g.strokeLine(BAR, sharp(y), BAR + 3, sharp(y));
            write(g, Kind.MUTED, tick.label(), BAR + 6, y);
        }
    }
}
