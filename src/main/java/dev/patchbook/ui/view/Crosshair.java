package dev.patchbook.ui.view;

import dev.patchbook.chart.Reading;
import dev.patchbook.chart.RunPlot;
import dev.patchbook.chart.Strip;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** The vertical line through all strips of a chart that reads out one step, and the band of a zoom being dragged. */
final class Crosshair extends Group {
    private final Line line = new Line();
    private final Rectangle band = new Rectangle();
    private final Label where = Views.label("", "view-muted");
    private final Label values = Views.label("", "view-mono");
    private final VBox box = new VBox(where, values);
    private final Map<Strip, Label> strips = new EnumMap<>(Strip.class);
    private final Group reading = new Group(line, box);

    Crosshair() {
        setManaged(false);
        setMouseTransparent(true);
        line.getStyleClass().add("crosshair-line");
        band.getStyleClass().add("crosshair-band");
        box.getStyleClass().add("crosshair-box");
        box.setManaged(false); // a group makes what it manages as wide as it likes to be
        reading.setVisible(false);
        band.setVisible(false);
        getChildren().addAll(band, reading);
    }

    void hide() {
        reading.setVisible(false);
    }

    /** Reads out one place; it is hidden where that is out of what is shown. */
    void show(RunPlot plot, Reading at, double width) {
        double place = plot.leftOf(at.x());
        if (place < plot.left() - 0.5 || place > plot.left() + plot.width() + 0.5) {
            hide();
            return;
        }
        double x = CanvasView.sharp(place);
        double top = plot.plots().get(0).top();
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(top);
        line.setEndY(plot.bottom());
        where.setText(at.where());
        values.setWrapText(true);
        values.setText(String.join("\n", at.losses()));
        reading.setVisible(true);
        box.setMaxWidth(width);
        box.applyCss();
        double boxWidth = Math.min(width, Math.ceil(box.prefWidth(-1)));
        box.resize(boxWidth, box.prefHeight(boxWidth));
        double beside = x + 8 + boxWidth <= width ? x + 8 : x - 8 - boxWidth;
        box.relocate(Math.round(Math.max(0, Math.min(beside, width - boxWidth))), top);
        strips.values().forEach(label -> label.setVisible(false));
        for (RunPlot.Part part : plot.parts()) {
            String text = at.strips().get(part.strip());
            if (text != null) {
                show(strips.computeIfAbsent(part.strip(), this::label), text, plot, part, width);
            }
        }
    }

    /** The values of a strip beside its title, or below it where they need more room. */
    private static void show(Label label, String text, RunPlot plot, RunPlot.Part part, double width) {
        label.setText(text);
        label.setVisible(true);
        label.applyCss();
        double beside = plot.afterTitle(part);
        double wanted = Math.ceil(label.prefWidth(-1));
        boolean fits = beside + wanted <= width;
        double left = fits ? beside : Math.max(0, Math.min(plot.left(), width - wanted));
        double wide = Math.min(wanted, width - left);
        label.resize(wide, label.prefHeight(wide));
        double down = fits ? 4 : plot.lineHeight() + 6;
        label.relocate(Math.floor(left), Math.round(part.top() + down));
    }

    private Label label(Strip strip) {
        Label label = Views.label("", "view-mono", "crosshair-value");
        label.setWrapText(true);
        label.setManaged(false);
        reading.getChildren().add(label);
        return label;
    }

    /** Shows the part of the axis being dragged over; none where both ends are equal. */
    void select(RunPlot plot, double from, double to) {
        double left = Math.max(plot.left(), Math.min(from, to));
        double right = Math.min(plot.left() + plot.width(), Math.max(from, to));
        double top = plot.plots().get(0).top();
        band.setVisible(right - left > 2);
        band.setX(left);
        band.setWidth(Math.max(0, right - left));
        band.setY(top);
        band.setHeight(plot.bottom() - top);
    }
}
