package dev.patchbook.ui.view;

import dev.patchbook.chart.LossFrame;
import dev.patchbook.chart.LossHistory;
import dev.patchbook.chart.LossOptions;
import dev.patchbook.chart.LossPlot;
import dev.patchbook.chart.Tick;
import dev.patchbook.ui.view.Ink.Kind;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws a worked-out loss chart: grid, axes, lines and the labels at their ends. */
final class LossPainter {
    private static final double RAW_OPACITY = 0.32;
    private static final double MARKER = 3;
    private static final double LABEL_GAP = 8;

    private final Ink ink;
    private final GraphicsContext g;
    private final Rectangle2D area;
    private final LossPlot plot;
    private final LossHistory history;
    private final LossOptions options;
    private final LossFrame frame;

    LossPainter(Ink ink, GraphicsContext g, Rectangle2D area, LossHistory history, LossOptions options) {
        this.ink = ink;
        this.g = g;
        this.area = area;
        this.history = history;
        this.options = options;
        this.plot = new LossPlot(history, options, area.getWidth(), area.getHeight());
        this.frame =
                new LossFrame(history, options, plot, Math.max(16, Math.ceil(Measure.height(ink.font(Kind.MUTED)))));
    }

    /** The chart as it is worked out. */
    LossPlot plot() {
        return plot;
    }

    void paint() {
        axes(history.size() == 0);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.save();
        g.beginPath();
        g.rect(area.getMinX(), area.getMinY() - 4, area.getWidth() + 4, area.getHeight() + 8);
        g.clip();
        if (options.smoothing() > 0) {
            line(plot.raw(), fade(ink.color(Kind.ACCENT), RAW_OPACITY), 1);
        }
        LossPlot.Line training = plot.training();
        line(training, ink.color(Kind.ACCENT), 1.75);
        g.restore();
        LossPlot.Line validation = plot.validation();
        validation(validation);
        diverged();
        LossFrame.Ends ends = labels(training, validation);
        units(history.size() > 0 && ends.cornerFree());
    }

    private void axes(boolean empty) {
        g.setLineWidth(1);
        g.setLineDashes();
        g.setStroke(ink.color(Kind.GRID));
        double floor = CanvasView.sharp(area.getMaxY());
        g.strokeLine(area.getMinX(), floor, area.getMaxX(), floor);
        List<Tick> levels = empty ? List.of() : plot.levels();
        for (Tick tick : levels) {
            double y = CanvasView.sharp(area.getMinY() + plot.top(tick.value()));
            g.strokeLine(area.getMinX(), y, area.getMaxX(), y);
            text(Kind.MUTED, tick.label(), area.getMinX() - 8, y, TextAlignment.RIGHT);
        }
        double below = area.getMaxY() + below();
        for (LossFrame.Below tick : frame.below(words -> Measure.width(words, ink.font(Kind.MUTED)))) {
            text(Kind.MUTED, tick.label(), area.getMinX() + tick.left(), below, TextAlignment.CENTER);
        }
    }

    /** How far below the plot the middle of the words beneath it is. */
    private double below() {
        return Math.max(16, Measure.height(ink.font(Kind.MUTED)) * 0.7 + 4);
    }

    /** What the axes count, said at their far ends; left out where a label of a line is near. */
    private void units(boolean cornerFree) {
        double right = area.getMaxX() + labelWidth(ink) - 4;
        text(Kind.MUTED, frame.unit(), right, area.getMaxY() + below(), TextAlignment.RIGHT);
        if (cornerFree) {
            text(Kind.MUTED, "nats", right, CanvasView.sharp(area.getMinY()), TextAlignment.RIGHT);
        }
    }

    private void line(LossPlot.Line line, Color color, double width) {
        g.setStroke(color);
        g.setLineWidth(width);
        g.setLineDashes();
        if (line.size() > 2 * area.getWidth()) {
            columns(line, color, width);
        } else {
            stroke(line);
        }
        if (line.size() == 1) {
            g.setFill(color);
            dot(line.xs()[0], line.ys()[0], 2);
        }
    }

    /**
     * A line with several points a pixel column, as one bar a column from its lowest to its highest place, reaching to where
     * the column before ended: what stroking all points would cover, at a fraction of the cost.
     */
    private void columns(LossPlot.Line line, Color color, double width) {
        g.setFill(color);
        double before = Double.NaN;
        int i = 0;
        while (i < line.size()) {
            double column = Math.floor(line.xs()[i]);
            double low = before;
            double high = before;
            double last = Double.NaN;
            while (i < line.size() && Math.floor(line.xs()[i]) == column) {
                last = line.ys()[i++];
                low = Double.isNaN(low) ? last : Double.isNaN(last) ? low : Math.min(low, last);
                high = Double.isNaN(high) ? last : Double.isNaN(last) ? high : Math.max(high, last);
            }
            if (!Double.isNaN(low)) {
                double top = area.getMinY() + low - width / 2;
                g.fillRect(area.getMinX() + column, top, 1, high - low + width);
            }
            before = last;
        }
    }

    private void stroke(LossPlot.Line line) {
        g.beginPath();
        boolean pen = false;
        for (int i = 0; i < line.size(); i++) {
            double x = area.getMinX() + line.xs()[i];
            double y = area.getMinY() + line.ys()[i];
            if (!Double.isFinite(y)) {
                pen = false;
            } else if (pen) {
                g.lineTo(x, y);
            } else {
                g.moveTo(x, y);
                pen = true;
            }
        }
        g.stroke();
    }

    private void validation(LossPlot.Line line) {
        Color orange = ink.color(Kind.ORANGE);
        g.save();
        g.beginPath();
        g.rect(area.getMinX() - 4, area.getMinY() - 4, area.getWidth() + 8, area.getHeight() + 8);
        g.clip();
        g.setStroke(orange);
        g.setLineWidth(1.75);
        g.setLineDashes(5, 4);
        stroke(line);
        g.setLineDashes();
        g.setLineWidth(1.5);
        g.setFill(ink.color(Kind.BACKGROUND));
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < line.size(); i++) {
            double x = line.xs()[i];
            boolean last = i == line.size() - 1;
            if (Double.isFinite(line.ys()[i]) && (x >= free || last)) {
                dot(x, line.ys()[i], MARKER);
                ring(x, line.ys()[i]);
                free = x + 4 * MARKER;
            }
        }
        g.restore();
    }

    private void dot(double x, double y, double radius) {
        g.fillOval(area.getMinX() + x - radius, area.getMinY() + y - radius, 2 * radius, 2 * radius);
    }

    private void ring(double x, double y) {
        g.strokeOval(area.getMinX() + x - MARKER, area.getMinY() + y - MARKER, 2 * MARKER, 2 * MARKER);
    }

    /** Where the loss stopped being a number, said in words beside a cross at the upper edge. */
    private void diverged() {
        int first = frame.diverged();
        if (first < 0) {
            return;
        }
        double x = area.getMinX() + plot.leftOf(first);
        double y = area.getMinY() + 8;
        g.setStroke(ink.color(Kind.DANGER));
        g.setLineWidth(1.75);
        g.strokeLine(x - 4, y - 4, x + 4, y + 4);
        g.strokeLine(x - 4, y + 4, x + 4, y - 4);
        String words = frame.divergedWords(first);
        boolean left = x + 10 + Measure.width(words, ink.font(Kind.DANGER)) > area.getMaxX();
        text(Kind.DANGER, words, left ? x - 10 : x + 10, y, left ? TextAlignment.RIGHT : TextAlignment.LEFT);
    }

    private LossFrame.Ends labels(LossPlot.Line training, LossPlot.Line validation) {
        LossFrame.Ends ends = frame.ends(training, validation);
        double left = area.getMinX() + ends.left() + LABEL_GAP;
        if (!Double.isNaN(ends.training())) {
            label(Kind.ACCENT, "training", left, ends.training());
        }
        if (!Double.isNaN(ends.validation())) {
            label(Kind.ORANGE, "validation", left, ends.validation());
        }
        return ends;
    }

    private void label(Kind kind, String words, double x, double top) {
        Font font = bold(ink.font(kind));
        g.setFont(font);
        g.setFill(ink.color(kind));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, x, area.getMinY() + top);
    }

    private void text(Kind kind, String words, double x, double y, TextAlignment align) {
        g.setFont(ink.font(kind));
        g.setFill(ink.color(kind));
        g.setTextAlign(align);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, x, y);
    }

    /** Room that the labels at the lines' ends need. */
    static double labelWidth(Ink ink) {
        return LABEL_GAP + Measure.width("validation", bold(ink.font(Kind.ORANGE))) + 4;
    }

    private static Font bold(Font font) {
        return Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
    }

    private static Color fade(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }
}
