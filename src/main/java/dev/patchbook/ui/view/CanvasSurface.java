package dev.patchbook.ui.view;

import dev.patchbook.chart.Line;
import dev.patchbook.chart.Marker;
import dev.patchbook.chart.Paint;
import dev.patchbook.chart.Pen;
import dev.patchbook.chart.Surface;
import dev.patchbook.ui.view.Ink.Kind;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** A canvas to draw a chart on, in the colours and letters of the style sheet. */
final class CanvasSurface implements Surface {
    private static final double RADIUS = 3;
    private static final double DENSE = 2; // points a pixel column

    private final Ink ink;
    private final GraphicsContext g;
    private final Font font;
    private final Font strong;

    CanvasSurface(Ink ink, GraphicsContext g) {
        this.ink = ink;
        this.g = g;
        this.font = ink.font(Kind.MUTED);
        this.strong = Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setTextBaseline(VPos.CENTER);
    }

    private Color color(Paint paint) {
        return ink.color(
                switch (paint) {
                    case TRAINING -> Kind.ACCENT;
                    case VALIDATION -> Kind.ORANGE;
                    default -> Kind.valueOf(paint.name());
                });
    }

    private void pen(Pen pen) {
        Color color = color(pen.paint());
        g.setStroke(pen.opacity() < 1 ? color.deriveColor(0, 1, 1, pen.opacity()) : color);
        g.setLineWidth(pen.width());
        g.setLineDashes(pen.dash().stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        pen(pen);
        boolean level = y1 == y2;
        double from = level ? CanvasView.sharp(y1) : y1;
        g.strokeLine(x1, from, x2, level ? from : y2);
    }

    @Override
    public void path(Line line, double left, double top, Pen pen) {
        int last = line.size() - 1;
        pen(pen);
        if (last > 0 && line.size() > DENSE * (line.xs()[last] - line.xs()[0])) {
            columns(line, left, top, pen);
        } else {
            stroke(line, left, top);
        }
    }

    /**
     * A line with several points a pixel column, as one bar a column from its lowest to its highest place, reaching to where
     * the column before ended: what stroking all points would cover, at a fraction of the cost.
     */
    private void columns(Line line, double left, double top, Pen pen) {
        g.setFill(g.getStroke());
        double period = pen.dash().stream().mapToDouble(Double::doubleValue).sum();
        double before = Double.NaN;
        int i = 0;
        while (i < line.size()) {
            double column = Math.floor(line.xs()[i]);
            double low = before;
            double high = before;
            double end = Double.NaN;
            while (i < line.size() && Math.floor(line.xs()[i]) == column) {
                end = line.ys()[i++];
                low = Double.isNaN(low) ? end : Double.isNaN(end) ? low : Math.min(low, end);
                high = Double.isNaN(high) ? end : Double.isNaN(end) ? high : Math.max(high, end);
            }
            boolean spike = high - low > 3 * pen.width(); // a gap of the dash must not hide it
            if (!Double.isNaN(low) && (spike || period == 0 || drawn(column % period, pen))) {
                g.fillRect(left + column, top + low - pen.width() / 2, 1, high - low + pen.width());
            }
            before = end;
        }
    }

    private static boolean drawn(double place, Pen pen) {
        double end = 0;
        for (int i = 0; i < pen.dash().size(); i++) {
            end += pen.dash().get(i);
            if (place < end) {
                return i % 2 == 0;
            }
        }
        return true;
    }

    private void stroke(Line line, double left, double top) {
        g.beginPath();
        boolean placed = false;
        for (int i = 0; i < line.size(); i++) {
            double y = top + line.ys()[i];
            if (!Double.isFinite(y)) {
                placed = false;
            } else if (placed) {
                g.lineTo(left + line.xs()[i], y);
            } else {
                g.moveTo(left + line.xs()[i], y);
                placed = true;
            }
        }
        g.stroke();
    }

    @Override
    public void mark(Marker marker, double x, double y, boolean open, Paint paint) {
        pen(Pen.of(paint, 1.5));
        g.setFill(color(open ? Paint.BACKGROUND : paint));
        double[] xs = marker.xs(x, RADIUS);
        double[] ys = marker.ys(y, RADIUS);
        if (xs.length == 0) {
            g.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
            g.strokeOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        } else {
            g.fillPolygon(xs, ys, xs.length);
            g.strokePolygon(xs, ys, xs.length);
        }
    }

    @Override
    public void band(double x, double y, double width, double height, Paint paint) {
        g.setFill(color(paint));
        g.fillRect(x, y, width, height);
    }

    @Override
    public void text(String words, double x, double y, Align align, Paint paint) {
        g.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        write(font, words, x, y, paint);
    }

    @Override
    public void strong(String words, double x, double y, Paint paint) {
        g.setTextAlign(TextAlignment.LEFT);
        write(strong, words, x, y, paint);
    }

    private void write(Font with, String words, double x, double y, Paint paint) {
        g.setFont(with);
        g.setFill(color(paint));
        g.fillText(words, x, CanvasView.sharp(y));
    }

    @Override
    public double width(String words) {
        return Measure.width(words, strong);
    }

    @Override
    public double lineHeight() {
        return Math.max(16, Math.ceil(Measure.height(font)));
    }
}
