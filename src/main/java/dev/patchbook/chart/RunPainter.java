package dev.patchbook.chart;

import dev.patchbook.chart.RunPlot.Part;
import dev.patchbook.chart.Surface.Align;
import java.util.ArrayList;
import java.util.List;

/** Draws a chart that is worked out: grid, axes, lines, and labels at the lines' ends. */
public final class RunPainter {
    private static final double MARKS_APART = 12;
    private static final double FULL_APART = 96;
    private static final double GAP = 8;
    private static final int TAIL = 6;
    private static final double BAND = 0.3; // the guide reaches from half of what is healthy to twice that
    private static final double HEALTHY = -3;

    private final RunPlot plot;
    private final Surface to;
    private final double left;
    private final double width;

    /** A painter of a chart. */
    public RunPainter(RunPlot plot, Surface to) {
        this.plot = plot;
        this.to = to;
        this.left = plot.left();
        this.width = plot.width();
    }

    /** A label and where its line ends. */
    private record End(Curve curve, String words, double x, double y) {}

    /** Draws everything. */
    public void paint() {
        boolean empty = plot.runs().stream()
                .allMatch(run -> run.size() == 0 && run.keys(Strip.LOSS).isEmpty());
        for (Part part : plot.parts()) {
            if (part.strip() != Strip.LOSS) {
                title(part);
            }
            part.plot().ifPresent(strip -> {
                axes(strip, empty);
                List<End> ends = lines(strip);
                boolean free = labels(part, strip, ends);
                boolean said = strip.strip() == Strip.LOSS && diverged(strip);
                if (strip.strip() == Strip.LOSS && !empty && free && !said) {
                    to.text(strip.strip().unit(), right(), strip.top(), Align.RIGHT, Paint.MUTED);
                }
            });
        }
        below();
        if (empty) {
            StripPlot loss = plot.plots().get(0);
            String words = cut("Losses appear here once training starts", width);
            to.text(words, left + width / 2, loss.top() + loss.height() / 2, Align.MIDDLE, Paint.MUTED);
        }
    }

    private double right() {
        return left + width + plot.labels() + GAP;
    }

    private void title(Part part) {
        double y = part.top() + 3 + to.lineHeight() / 2 + 3;
        to.text(cut(plot.title(part), width - RunPlot.SIGN), left + RunPlot.SIGN, y, Align.LEFT, Paint.MUTED);
    }

    private void axes(StripPlot strip, boolean empty) {
        Pen grid = Pen.of(Paint.GRID, 1);
        double floor = strip.top() + strip.height();
        if (strip.strip() == Strip.UPDATE_RATIO) {
            double top = Math.max(0, strip.topOf(HEALTHY + BAND));
            to.band(
                    left,
                    strip.top() + top,
                    width,
                    Math.min(strip.height(), strip.topOf(HEALTHY - BAND)) - top,
                    Paint.GUIDE);
        }
        to.line(left, floor, left + width, floor, grid);
        for (Tick tick : empty ? List.<Tick>of() : strip.levels()) {
            double y = strip.top() + strip.topOf(tick.value());
            to.line(left, y, left + width, y, grid);
            to.text(tick.label(), left - GAP, y, Align.RIGHT, Paint.MUTED);
        }
    }

    private void below() {
        double y = plot.bottom() + Math.max(16, to.lineHeight() * 0.7 + 4);
        for (Tick tick : plot.below()) {
            to.text(tick.label(), plot.leftOf(tick.value()), y, Align.MIDDLE, Paint.MUTED);
        }
        to.text(plot.options().axis().word(), right(), y, Align.RIGHT, Paint.MUTED);
    }

    private List<End> lines(StripPlot strip) {
        List<End> ends = new ArrayList<>();
        for (Curve curve : strip.curves()) {
            Line raw = strip.raw(curve, width);
            Line line = raw;
            if (strip.behind(curve)) {
                to.path(raw, left, strip.top(), curve.pen().faint());
            }
            if (strip.smooth(curve)) {
                line = strip.smoothed(curve, width);
            }
            to.path(line, left, strip.top(), curve.pen());
            marks(curve, line, strip.top());
            int last = line.lastPlaced();
            if (last >= 0) {
                String words = curve.label().isEmpty() && plot.runs().size() == 1 ? value(curve) : curve.label();
                ends.add(new End(curve, words, line.xs()[last], line.ys()[last]));
            }
        }
        return ends;
    }

    /** The last value, in words. */
    private static String value(Curve curve) {
        return Numbers.significant(curve.series().value(curve.series().size() - 1), 3);
    }

    private void marks(Curve curve, Line line, double top) {
        boolean alone = line.size() == 1;
        if (curve.marker().isEmpty() && !alone) {
            return;
        }
        Marker marker = curve.marker().orElse(Marker.CIRCLE);
        double apart = curve.sparse() ? MARKS_APART : FULL_APART;
        double free = curve.sparse() ? Double.NEGATIVE_INFINITY : apart / 2;
        for (int i = 0; i < line.size(); i++) {
            boolean last = i == line.size() - 1;
            if (Double.isFinite(line.ys()[i]) && (line.xs()[i] >= free || last && (curve.sparse() || alone))) {
                to.mark(
                        marker,
                        left + line.xs()[i],
                        top + line.ys()[i],
                        curve.sparse(),
                        curve.pen().paint());
                free = line.xs()[i] + apart;
            }
        }
    }

    /** Writes the labels, those for which there is room; whether the upper right corner is free of them. */
    private boolean labels(Part part, StripPlot strip, List<End> ends) {
        double line = to.lineHeight();
        List<End> shown = ends.stream()
                .filter(end -> !end.words().isEmpty())
                .limit((long) (strip.height() / line) + 1)
                .toList();
        double x = shown.stream().mapToDouble(End::x).max().orElse(0);
        double start = left + Math.min(width, x) + GAP;
        boolean below =
                part.strip() != Strip.LOSS && start < plot.afterTitle(part); // lines that end early end under the title
        double least = below ? line / 2 + 2 : 0;
        double[] tops = RunPlot.spread(
                shown.stream().mapToDouble(end -> end.y() - least).toArray(), line, strip.height() - least);
        boolean free = true;
        for (int i = 0; i < shown.size(); i++) {
            write(shown.get(i), start, strip.top() + least + tops[i]);
            free &= tops[i] >= line;
        }
        return free;
    }

    /** Beside each other, runs are named in the colour of words, behind their marker: not every colour can be read. */
    private void write(End end, double x, double y) {
        Paint paint = end.curve().pen().paint();
        boolean many = paint.ordinal() >= Paint.RUN1.ordinal();
        if (many) {
            end.curve()
                    .marker()
                    .ifPresent(marker -> to.mark(marker, x + 3, y, end.curve().sparse(), paint));
        }
        double start = many && end.curve().marker().isPresent() ? 12 : 0;
        if (many && end.curve().marker().isEmpty()) {
            to.line(x, y, x + 8, y, end.curve().pen());
            start = 12;
        }
        String words = cut(end.words(), plot.labels() - start);
        if (end.curve().label().isEmpty()) {
            to.text(words, x, y, Align.LEFT, Paint.MUTED);
        } else {
            to.strong(words, x + start, y, many ? Paint.TEXT : paint);
        }
    }

    /** Where a loss stopped being a number, said in words beside a cross at the upper edge. */
    private boolean diverged(StripPlot strip) {
        for (RunSeries run : plot.runs()) {
            Series losses = run.get(SeriesKey.TRAINING);
            int first = losses.size();
            while (first > 0 && !Double.isFinite(losses.value(first - 1))) {
                first--;
            }
            double x = first == losses.size()
                    ? -1
                    : plot.leftOf(losses.xs(plot.options().axis())[first]
                            / run.unit(plot.options().axis()));
            if (x >= left && x <= left + width) {
                cross(x, strip.top() + 8, "no number from step " + Numbers.count((long) losses.step(first)));
                return true;
            }
        }
        return false;
    }

    private void cross(double x, double y, String words) {
        Pen pen = Pen.of(Paint.DANGER, 1.75);
        to.line(x - 4, y - 4, x + 4, y + 4, pen);
        to.line(x - 4, y + 4, x + 4, y - 4, pen);
        boolean turned = x + 10 + to.width(words) > left + width;
        to.text(words, turned ? x - 10 : x + 10, y, turned ? Align.RIGHT : Align.LEFT, Paint.DANGER);
    }

    /** Words with their middle left out where they are too long: the ends of runs' names are what differs. */
    private String cut(String words, double room) {
        String shown = words;
        int tail = Math.min(TAIL, words.length() / 3);
        int kept = words.length() - tail;
        while (kept > 1 && to.width(shown) > room) {
            shown = words.substring(0, --kept) + "…" + words.substring(words.length() - tail);
        }
        return shown;
    }
}
