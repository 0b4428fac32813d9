package dev.patchbook.ui.view;

import dev.patchbook.chart.Axis;
import dev.patchbook.chart.ChartOptions;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.Reading;
import dev.patchbook.chart.RunPainter;
import dev.patchbook.chart.RunPlot;
import dev.patchbook.chart.RunSeries;
import dev.patchbook.chart.RunSvg;
import dev.patchbook.chart.RunWords;
import dev.patchbook.chart.SeriesKey;
import dev.patchbook.chart.Strip;
import dev.patchbook.ui.view.Ink.Kind;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * One run or several, live: the loss on a tall chart and what else was measured in strips below it, all along the same axis.
 * Pointing at it, or the arrow keys, read out one step; a click keeps it; dragging, plus and minus zoom, a double click or
 * Escape shows all again. After a run has grown, {@link #refresh()} asks for a drawing; it is drawn at most once a pulse and
 * stays fluid at 100,000 steps.
 */
public final class RunChart extends CanvasView {
    private static final double SVG_WIDTH = 720;
    private static final double CLICK = 8;
    private static final double LEAST_LINES = 26;

    private final ObjectProperty<ChartOptions> options = new SimpleObjectProperty<>(ChartOptions.DEFAULT);
    private final Crosshair crosshair = new Crosshair();
    private final FoldButtons folds = new FoldButtons(this::fold);
    private final ReadOnlyBooleanWrapper epochs = new ReadOnlyBooleanWrapper();
    private List<RunSeries> runs = List.of(new RunSeries(""));
    private @Nullable RunPlot plot;
    private @Nullable Reading reading;
    private RunSeries lead = runs.get(0);
    private double asked;
    private int drawn;
    private int pointed = -1;
    private boolean pinned;
    private double dragFrom = Double.NaN;
    private DoubleConsumer onPointed = step -> {};

    /** An empty chart. */
    public RunChart() {
        super("run-chart");
        getChildren().addAll(folds, crosshair);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(160);
        setPrefWidth(480);
        setMaxWidth(Double.MAX_VALUE);
        options.addListener((property, old, now) -> refresh());
        setOnMouseMoved(e -> point(e.getX()));
        setOnMouseExited(e -> point(Double.NaN));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnKeyPressed(this::key);
        say(RunWords.of(runs));
    }

    /** Shows some runs, the first of which is the chart's own; it draws what they hold at each {@link #refresh()}. */
    public void show(List<RunSeries> shown) {
        runs = List.copyOf(shown);
        unpoint();
        refresh();
    }

    /** The runs shown. */
    public List<RunSeries> runs() {
        return runs;
    }

    /** Asks for a drawing because a run has grown. Cheap; may be called for every event. */
    public void refresh() {
        epochs.set(runs.stream().allMatch(run -> run.has(Axis.EPOCH)));
        if (!epochs.get() && options().axis() == Axis.EPOCH) {
            setOptions(options().withAxis(Axis.STEP)); // comes back here
            return;
        }
        if (asked != computePrefHeight(-1)) {
            requestLayout();
        }
        redraw();
    }

    /** Whether all runs can be shown by epoch. */
    public ReadOnlyBooleanProperty epochsProperty() {
        return epochs.getReadOnlyProperty();
    }

    /** How the runs are shown. */
    public ObjectProperty<ChartOptions> optionsProperty() {
        return options;
    }

    /** How the runs are shown. */
    public ChartOptions options() {
        return options.get();
    }

    /** How the runs are shown from now on. */
    public void setOptions(ChartOptions value) {
        options.set(value);
    }

    /** What the crosshair reads out, values as measured; empty where it points at nothing. */
    public String readout() {
        return reading == null ? "" : reading.words();
    }

    /** Points at the step nearest to the given one, as if the mouse were there; not a number: at nothing. */
    public void pointAt(double step) {
        pinned = false;
        readOut(Double.isNaN(step) ? -1 : lead.get(SeriesKey.TRAINING).nearestStep(step));
    }

    /** Called with each other step pointed at; not a number: at none. */
    public void setOnPointed(DoubleConsumer listener) {
        onPointed = listener;
    }

    /** What is shown of the horizontal axis. */
    public Range shown() {
        return plot == null ? Range.UNIT : plot.shown();
    }

    /** The least width at which there is room for its letters beside something else. */
    public double least() {
        return LEAST_LINES * line();
    }

    private double line() {
        return Math.max(16, Math.ceil(Measure.height(ink.font(Kind.MUTED))));
    }

    /** How often the chart was drawn. */
    int drawn() {
        return drawn;
    }

    /** The chart as it was drawn last; null before. */
    @Nullable
    RunPlot plot() {
        return plot;
    }

    @Override
    protected double computePrefHeight(double width) {
        return RunPlot.usualHeight(runs, options(), line());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        asked = computePrefHeight(-1);
        super.layoutChildren();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        drawn++;
        CanvasSurface surface = new CanvasSurface(ink, g);
        RunPlot now = new RunPlot(runs, options(), width, height, surface);
        plot = now;
        new RunPainter(now, surface).paint();
        lead = Reading.lead(runs, options().axis());
        folds.place(now);
        readOut(pointed < lead.size() ? pointed : -1);
    }

    private void fold(Strip strip) {
        setOptions(options().withFolded(strip, !options().folded().contains(strip)));
    }

    private void point(double x) {
        if (pinned && pointed >= 0 || plot == null) {
            return;
        }
        boolean inside = x >= plot.left() - CLICK && x <= plot.left() + plot.width() + CLICK;
        readOut(inside ? Reading.nearest(lead, options().axis(), plot.at(x)) : -1);
    }

    private void unpoint() {
        pinned = false;
        readOut(-1);
    }

    private void readOut(int row) {
        if (row != pointed) {
            onPointed.accept(row < 0 ? Double.NaN : lead.get(SeriesKey.TRAINING).step(row));
        }
        pointed = row;
        RunPlot worked = plot;
        if (worked == null || row < 0) {
            reading = null;
            crosshair.hide();
            say(RunWords.of(runs));
        } else {
            Reading now = Reading.of(worked, row);
            reading = now;
            crosshair.show(worked, now, getWidth());
            say(now.words());
        }
    }

    private void press(MouseEvent e) {
        requestFocus();
        if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            pinned = false;
            setOptions(options().withZoom(null));
        } else if (e.getButton() == MouseButton.PRIMARY) {
            dragFrom = e.getX();
        }
    }

    private void drag(MouseEvent e) {
        if (!Double.isNaN(dragFrom) && plot != null) {
            crosshair.select(plot, dragFrom, e.getX());
            point(e.getX());
        }
    }

    private void release(MouseEvent e) {
        RunPlot worked = plot;
        if (!Double.isNaN(dragFrom) && worked != null) {
            crosshair.select(worked, 0, 0);
            if (Math.abs(e.getX() - dragFrom) > CLICK) {
                double from = worked.at(Math.min(dragFrom, e.getX()));
                double to = worked.at(Math.max(dragFrom, e.getX()));
                if (to > from) {
                    setOptions(options().withZoom(new Range(from, to)));
                }
            } else {
                pinned = false;
                point(e.getX());
                pinned = pointed >= 0;
            }
        }
        dragFrom = Double.NaN;
    }

    private void key(KeyEvent e) {
        int last = lead.size() - 1;
        int stride = e.isShiftDown() ? Math.max(1, lead.size() / 20) : 1;
        int next = switch (e.getCode()) {
            case LEFT -> pointed < 0 ? last : Math.max(0, pointed - stride);
            case RIGHT -> pointed < 0 ? last : Math.min(last, pointed + stride);
            case HOME -> Math.min(0, last);
            case END -> last;
            default -> -2;
        };
        if (next > -2) {
            readOut(next);
            pinned = pointed >= 0;
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && (pointed >= 0 || options().zoom() != null)) {
            unpoint();
            setOptions(options().withZoom(null));
            e.consume();
        } else if ("+".equals(e.getText()) || "-".equals(e.getText())) {
            zoom("+".equals(e.getText()) ? 0.5 : 2);
            e.consume();
        }
    }

    /** Shows so many times as much of the axis, around what is pointed at. */
    private void zoom(double times) {
        ChartOptions all = options().withZoom(null);
        Range whole = RunPlot.shown(runs, all);
        double middle = reading == null ? shown().at(0.5) : reading.x();
        double length = shown().length() * times;
        double from = whole.clamp(middle - (middle - shown().min()) * times);
        double to = whole.clamp(from + length);
        boolean everything = length >= whole.length() || to <= from;
        setOptions(everything && times > 1 ? all : to > from ? options().withZoom(new Range(from, to)) : options());
    }

    /** The chart as SVG, shown as it is now. */
    public String svg() {
        return RunSvg.draw(runs, options(), SVG_WIDTH);
    }
}
