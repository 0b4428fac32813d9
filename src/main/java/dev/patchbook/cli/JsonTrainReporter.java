package dev.patchbook.cli;

import dev.patchbook.base.JsonLine;
import dev.patchbook.base.TrainLines;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainEvent.Stage;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainEvent.Stopped;
import dev.patchbook.engine.TrainSummary;
import java.util.Locale;
import java.util.Optional;

/** Prints each event as a line, the same as {@code metrics.jsonl} has. */
final class JsonTrainReporter implements TrainReporter {
    private final Terminal terminal;
    private volatile Runnable brokenPipe = () -> {};
    private volatile boolean stopped;

    JsonTrainReporter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The line of an event; a checkpoint written has none. */
    static Optional<JsonLine> line(TrainEvent event) {
        if (event instanceof Step step) {
            return Optional.of(TrainLines.step(
                    step.step(), step.loss(), step.ms(), step.learningRate(), step.gradientNorm(), step.detail()));
        }
        if (event instanceof Evaluated look) {
            return Optional.of(TrainLines.evaluated(look.step(), look.loss(), look.use()));
        }
        if (event instanceof Stage stage && (stage.of() > 1 || !stage.trains().equals("all"))) {
            return Optional.of(TrainLines.stage(stage.step(), stage.stage() + 1, stage.of(), stage.trains()));
        }
        return event instanceof Stopped end ? Optional.of(stopped(end.step(), end.reason())) : Optional.empty();
    }

    private static JsonLine stopped(long step, Reason reason) {
        return TrainLines.stopped(step, reason.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void begin(long steps) {
        stopped = false;
    }

    @Override
    public void happened(TrainEvent event) {
        line(event).ifPresent(terminal.out()::println);
        stopped |= event instanceof Stopped;
        if (terminal.out().checkError()) {
            brokenPipe.run();
        }
    }

    @Override
    public void ended(TrainSummary summary) {
        if (!stopped) {
            terminal.out().println(stopped(summary.step(), summary.reason()));
        }
    }

    @Override
    public void onBrokenPipe(Runnable action) {
        brokenPipe = action;
    }
}
