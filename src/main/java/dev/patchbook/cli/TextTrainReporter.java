package dev.patchbook.cli;

import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.engine.TrainEvent.Stage;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainSummary;
import java.time.Duration;

/**
 * Tells people how a training goes, on standard error: one line written over in a terminal, a line now and then elsewhere.
 */
final class TextTrainReporter implements TrainReporter {
    private static final int PLAIN_LINES = 20;
    private static final long REFRESH_NANOS = 100_000_000;
    private static final double SMOOTHING = 0.1;

    private final Terminal terminal;
    private long steps;
    private double msPerStep;
    private long timed;
    private String validation = "";
    private int shown;
    private long refreshed;

    TextTrainReporter(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void begin(long total) {
        steps = total;
        timed = 0;
        refreshed = System.nanoTime() - REFRESH_NANOS;
    }

    @Override
    public synchronized void happened(TrainEvent event) {
        if (event instanceof Step step) {
            stepped(step);
        } else if (event instanceof Evaluated look) {
            validation = "  validation " + loss(look.loss());
            String caption = look.captions().isEmpty()
                    ? ""
                    : "  “" + oneLine(look.captions().get(0)) + "”";
            String gap = look.use().rows() == 0
                    ? ""
                    : "  looking saves " + loss(look.use().gap()) + " nats";
            line("After " + look.step() + " steps: validation loss " + loss(look.loss()) + gap + caption);
        } else if (event instanceof Stage stage && stage.of() > 1) {
            line("Stage " + (stage.stage() + 1) + " of " + stage.of() + " from step " + stage.step() + ": "
                    + stage.trains());
        } else if (event instanceof Saved saved) {
            line("Checkpoint: " + saved.folder());
        } else if (event instanceof TrainEvent.Total more) {
            steps = more.steps();
        }
    }

    @Override
    public synchronized void ended(TrainSummary summary) {
        switch (summary.reason()) {
            case COMPLETED -> line("Done: " + summary.step() + " steps.");
            case CANCELLED -> line("Stopped after " + summary.step() + " steps; --resume goes on from there.");
            case DIVERGED -> line("The training diverged after " + summary.step() + " steps.");
        }
    }

    @Override
    public void onBrokenPipe(Runnable action) {
        // Messages nobody reads are no reason to stop a training.
    }

    private void stepped(Step step) {
        timed(step.ms());
        boolean last = step.step() + 1 == steps;
        if (terminal.interactive()) {
            long now = System.nanoTime();
            if (last || now - refreshed >= REFRESH_NANOS) {
                refreshed = now;
                over(progress(step));
            }
        } else if (last || step.step() % Math.max(1, steps / PLAIN_LINES) == 0) {
            line(progress(step));
        }
    }

    /** A running mean; the first step, which also makes the plan, counts until there is another. */
    private void timed(double ms) {
        double weight = timed < 2 ? 1 : Math.max(SMOOTHING, 1.0 / timed);
        msPerStep = timed == 0 ? ms : msPerStep + weight * (ms - msPerStep);
        timed++;
    }

    private String progress(Step step) {
        Duration left = Duration.ofMillis(Math.round((steps - step.step() - 1) * msPerStep));
        return "step " + (step.step() + 1) + "/" + steps + "  loss " + loss(step.loss()) + validation + "  "
                + Table.fixed(msPerStep, msPerStep < 10 ? 1 : 0) + " ms/step  " + time(left) + " left";
    }

    /** Writes over the line in a terminal. */
    private void over(String text) {
        terminal.err().print("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
        terminal.err().flush();
        shown = text.length();
    }

    private void line(String text) {
        if (shown > 0) {
            over(text);
            terminal.err().println();
            shown = 0;
        } else {
            terminal.err().println(text);
        }
    }

    private static String loss(double loss) {
        return Double.isFinite(loss) ? Table.fixed(loss, 4) : "not a number";
    }

    private static String time(Duration left) {
        long seconds = left.toSeconds();
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
