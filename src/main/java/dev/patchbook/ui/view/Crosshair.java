package dev.patchbook.ui.view;

import dev.patchbook.chart.LossHistory;
import dev.patchbook.chart.LossOptions;
import dev.patchbook.chart.LossPlot;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Smoothing;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** The vertical line over a loss chart that reads out one step, and the band of a zoom being dragged. */
final class Crosshair extends Group {
    private final Line line = new Line();
    private final Circle trainingDot = new Circle(3.5);
    private final Circle validationDot = new Circle(3.5);
    private final Rectangle band = new Rectangle();
    private final Label where = Views.label("", "view-muted");
    private final Label values = Views.label("", "view-mono");
    private final VBox box = new VBox(where, values);
    private final Group reading = new Group(line, validationDot, trainingDot, box);

    Crosshair() {
        setManaged(false);
        setMouseTransparent(true);
        line.getStyleClass().add("crosshair-line");
        trainingDot.getStyleClass().add("crosshair-training");
        validationDot.getStyleClass().add("crosshair-validation");
        band.getStyleClass().add("crosshair-band");
        box.getStyleClass().add("crosshair-box");
        reading.setVisible(false);
        band.setVisible(false);
        getChildren().addAll(band, reading);
    }

    String words() {
        return where.getText() + ", " + values.getText();
    }

    void hide() {
        reading.setVisible(false);
    }

    /** Reads out one step; the values are those measured. */
    void show(LossPlot plot, Rectangle2D area, LossHistory history, LossOptions options, int index) {
        double left = plot.leftOf(index);
        if (left < -0.5 || left > area.getWidth() + 0.5) {
            hide();
            return;
        }
        double x = CanvasView.sharp(area.getMinX() + left);
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(area.getMinY());
        line.setEndY(area.getMaxY());
        where.setText("step " + Numbers.count((long) history.step(index)) + " · "
                + Numbers.duration(history.seconds(index) * 1000));
        values.setText(values(plot, area, history, options, index));
        put(trainingDot, area, left, plot.top(history.loss(index)));
        reading.setVisible(true);
        box.applyCss();
        box.autosize();
        double boxWidth = box.getWidth();
        double boxLeft = x + 8 + boxWidth <= area.getMaxX() ? x + 8 : Math.max(0, x - 8 - boxWidth);
        box.relocate(Math.round(boxLeft), area.getMinY());
    }

    private String values(LossPlot plot, Rectangle2D area, LossHistory history, LossOptions options, int index) {
        StringBuilder text = new StringBuilder("loss ").append(Numbers.loss(history.loss(index)));
        if (options.smoothing() > 0) {
            text.append(" · smoothed ").append(Numbers.loss(smoothed(history, options.smoothing(), index)));
        }
        int evaluation = lastEvaluation(history, history.step(index));
        validationDot.setVisible(false);
        if (evaluation >= 0) {
            double step = history.evaluationStep(evaluation);
            text.append(" · validation ").append(Numbers.loss(history.evaluationLoss(evaluation)));
            if (step == history.step(index)) {
                LossPlot.Line line = plot.validation();
                put(validationDot, area, line.xs()[evaluation], line.ys()[evaluation]);
            } else {
                text.append(" at ").append(Numbers.count((long) step));
            }
        }
        return text.toString();
    }

    private static double smoothed(LossHistory history, double weight, int index) {
        double[] losses = new double[index + 1];
        for (int i = 0; i <= index; i++) {
            losses[i] = history.loss(i);
        }
        return Smoothing.exponential(losses, index + 1, weight)[index];
    }

    private static int lastEvaluation(LossHistory history, double step) {
        int found = -1;
        for (int i = 0; i < history.evaluations() && history.evaluationStep(i) <= step; i++) {
            found = i;
        }
        return found;
    }

    private static void put(Circle dot, Rectangle2D area, double left, double top) {
        boolean inside = Double.isFinite(top) && top >= -1 && top <= area.getHeight() + 1;
        dot.setVisible(inside);
        dot.setCenterX(area.getMinX() + left);
        dot.setCenterY(inside ? area.getMinY() + top : 0);
    }

    /** Shows the part of the axis being dragged over; none where both ends are equal. */
    void select(Rectangle2D area, double from, double to) {
        double left = Math.max(area.getMinX(), Math.min(from, to));
        double right = Math.min(area.getMaxX(), Math.max(from, to));
        band.setVisible(right - left > 2);
        band.setX(left);
        band.setWidth(Math.max(0, right - left));
        band.setY(area.getMinY());
        band.setHeight(area.getHeight());
    }
}
