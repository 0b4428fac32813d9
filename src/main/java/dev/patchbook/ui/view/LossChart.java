package dev.patchbook.ui.view;

import dev.patchbook.chart.LossHistory;
import dev.patchbook.chart.LossOptions;
import dev.patchbook.chart.LossPlot;
import dev.patchbook.chart.LossSvg;
import dev.patchbook.chart.LossWords;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.Tick;
import dev.patchbook.ui.view.Ink.Kind;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The losses of a run, live: training as measured and smoothed, validation dashed with open markers. Pointing at it, or the
 * arrow keys, read out one step; dragging zooms in, a double click or Escape shows all again. After the history has grown,
 * {@link #refresh()} asks for a drawing; it is drawn at most once a pulse and stays fluid at 100,000 steps.
 */
public final class LossChart extends CanvasView {
    private static final double TOP = 12;
    private static final double BOTTOM = 28; // with letters of the usual size
    private static final double SVG_WIDTH = 720;
    private static final double SVG_HEIGHT = 300;

    private final ObjectProperty<LossOptions> options = new SimpleObjectProperty<>(LossOptions.DEFAULT);
    private final Crosshair crosshair = new Crosshair();
    private LossHistory history = new LossHistory();
    private @Nullable LossPlot plot;
    private Rectangle2D area = Rectangle2D.EMPTY;
    private int drawn;
    private int pointed = -1;
    private double dragFrom = Double.NaN;

    /** An empty chart. */
    public LossChart() {
        super("loss-chart");
        getChildren().add(crosshair);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(160, 120);
        setPrefSize(480, 220);
        setMaxWidth(Double.MAX_VALUE);
        options.addListener((property, old, now) -> refresh());
        setOnMouseMoved(e -> point(e.getX()));
        setOnMouseExited(e -> readOut(-1));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnKeyPressed(this::key);
        describe();
    }

    /** Shows another run; the chart keeps the history and draws what it holds at each {@link #refresh()}. */
    public void show(LossHistory shown) {
        history = shown;
        pointed = -1;
        refresh();
    }

    /** Asks for a drawing because the history has changed. Cheap; may be called for every event. */
    public void refresh() {
        if (pointed >= history.size()) {
            pointed = -1;
        }
        redraw();
    }

    /** How the run is shown. */
    public ObjectProperty<LossOptions> optionsProperty() {
        return options;
    }

    /** How the run is shown. */
    public LossOptions options() {
        return options.get();
    }

    /** How the run is shown from now on. */
    public void setOptions(LossOptions value) {
        options.set(value);
    }

    /** What the crosshair reads out, raw values; empty where it points at nothing. */
    public String readout() {
        return pointed < 0 ? "" : crosshair.words();
    }

    /** Points at the step nearest to the given one, as if the mouse were there; not a number: at nothing. */
    public void pointAt(double step) {
        int best = -1;
        for (int i = 0; i < history.size() && !Double.isNaN(step); i++) {
            if (best < 0 || Math.abs(history.step(i) - step) < Math.abs(history.step(best) - step)) {
                best = i;
            }
        }
        readOut(best);
    }

    /** How often the chart was drawn. */
    int drawn() {
        return drawn;
    }

    private double bottom() {
        return Math.max(BOTTOM, Math.ceil(Measure.height(ink.font(Kind.MUTED)) * 1.4 + 4));
    }

    /** The part of the chart that holds the lines. */
    Rectangle2D area() {
        return area;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        drawn++;
        place(width, height);
        LossPainter painter = new LossPainter(ink, g, area, history, options.get());
        plot = painter.plot();
        painter.paint();
        if (history.size() == 0) {
            String words = "Losses appear here once training starts";
            String fitting = Measure.fit(words, ink.font(Kind.MUTED), area.getWidth());
            double left = area.getMinX() + (area.getWidth() - width(Kind.MUTED, fitting)) / 2;
            g.setTextAlign(TextAlignment.LEFT);
            write(g, Kind.MUTED, fitting, left, sharp(area.getMinY() + area.getHeight() / 2));
        }
        describe();
        readOut(pointed);
    }

    private void place(double width, double height) {
        double plotHeight = Math.max(1, Math.floor(height - TOP - bottom()));
        LossPlot rough = new LossPlot(history, options.get(), 1, plotHeight);
        double left = 0;
        for (Tick tick : rough.levels()) {
            left = Math.max(left, width(Kind.MUTED, tick.label()));
        }
        left = Math.ceil(left / 4) * 4 + 12;
        double plotWidth = Math.max(1, Math.floor(width - left - LossPainter.labelWidth(ink)));
        area = new Rectangle2D(left, TOP, plotWidth, plotHeight);
    }

    private void point(double x) {
        boolean inside = x >= area.getMinX() - 8 && x <= area.getMaxX() + 8;
        readOut(inside && plot != null ? plot.nearest(x - area.getMinX()) : -1);
    }

    private void readOut(int index) {
        pointed = index;
        if (plot == null || index < 0) {
            crosshair.hide();
        } else {
            crosshair.show(plot, area, history, options.get(), index);
            say(crosshair.words());
        }
    }

    private void press(MouseEvent e) {
        requestFocus();
        if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            zoom(null);
        } else if (e.getButton() == MouseButton.PRIMARY) {
            dragFrom = e.getX();
        }
    }

    private void drag(MouseEvent e) {
        if (!Double.isNaN(dragFrom)) {
            crosshair.select(area, dragFrom, e.getX());
            point(e.getX());
        }
    }

    private void release(MouseEvent e) {
        crosshair.select(area, 0, 0);
        if (!Double.isNaN(dragFrom) && Math.abs(e.getX() - dragFrom) > 8 && plot != null) {
            double from = valueAt(plot, Math.min(dragFrom, e.getX()));
            double to = valueAt(plot, Math.max(dragFrom, e.getX()));
            if (to > from) {
                zoom(new Range(from, to));
            }
        }
        dragFrom = Double.NaN;
    }

    private double valueAt(LossPlot worked, double x) {
        double position = (x - area.getMinX()) / area.getWidth();
        return worked.x().value(Math.max(0, Math.min(1, position)));
    }

    private void zoom(@Nullable Range range) {
        setOptions(options.get().withZoom(range));
    }

    private void key(KeyEvent e) {
        int last = history.size() - 1;
        int stride = e.isShiftDown() ? Math.max(1, history.size() / 20) : 1;
        int next = switch (e.getCode()) {
            case LEFT -> pointed < 0 ? last : Math.max(0, pointed - stride);
            case RIGHT -> pointed < 0 ? last : Math.min(last, pointed + stride);
            case HOME -> Math.min(0, last);
            case END -> last;
            default -> -2;
        };
        if (next > -2) {
            readOut(next);
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE
                && (pointed >= 0 || options.get().zoom() != null)) {
            readOut(-1);
            zoom(null);
            describe();
            e.consume();
        }
    }

    private void describe() {
        say(LossWords.of(history));
    }

    /** The chart as SVG, shown as it is now. */
    public String svg() {
        return new LossSvg(history, options.get()).draw(SVG_WIDTH, SVG_HEIGHT, LossWords.of(history));
    }
}
