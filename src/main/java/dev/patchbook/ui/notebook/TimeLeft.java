package dev.patchbook.ui.notebook;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.Progress;

/** How long a job will still take, from how far it has come in how long; afresh for each of its phases. */
final class TimeLeft {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double LEAST_MILLIS = 500;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double SECONDS_SHOWN = 60;

    private String phase = "";
    private long since;
    private long from;

    /** For people; empty while too little is done to tell. */
    String of(Progress progress, long now) {
        if (!progress.phase().equals(phase) || progress.done() < from) {
            phase = progress.phase();
            since = now;
            from = progress.done();
        }
        double spent = (now - since) / NANOS_PER_MILLI;
        double done = (double) progress.done() - from;
        if (progress.total() <= 0 || done <= 0 || spent < LEAST_MILLIS) {
            return "";
        }
        double rest = spent / done * Math.max(0, progress.total() - progress.done());
        double seconds = Math.max(1, Math.rint(rest / MILLIS_PER_SECOND));
        return "about "
                + (seconds < SECONDS_SHOWN ? (int) seconds + " s" : Numbers.duration(seconds * MILLIS_PER_SECOND))
                + " left";
    }
}
