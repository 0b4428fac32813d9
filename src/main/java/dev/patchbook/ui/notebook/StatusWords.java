package dev.patchbook.ui.notebook;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.Progress;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.util.Locale;

/** Puts a cell's state into the words of its pill. */
final class StatusWords {
    static final String STOPPING = "stopping";
    static final String PAUSING = "pausing";
    private static final String EVALUATING = "evaluating"; // the engine's word

    private StatusWords() {}

    /** The state of a cell; the progress is that of its job, where one runs. */
    static CellStatus of(SessionState state, CellId id, Progress progress) {
        CellRun run = state.run(id);
        if (state.notebook()
                .cell(id)
                .filter(cell -> cell.kind() == CellKind.UNKNOWN)
                .isPresent()) {
            return CellStatus.of(Kind.IDLE, "unknown kind");
        }
        return switch (state.state(id)) {
            case IDLE -> state.problems(id).isEmpty() ? CellStatus.IDLE : CellStatus.of(Kind.FAILED, "cannot run");
            case QUEUED -> CellStatus.of(Kind.QUEUED, "queued");
            case RUNNING -> running(run, progress);
            case DONE ->
                CellStatus.of(
                        Kind.DONE,
                        run.output().map(StatusWords::done).orElse("done") + (run.earlier() ? " · earlier" : ""));
            case FAILED -> CellStatus.of(Kind.FAILED, "failed");
            case STALE -> CellStatus.of(Kind.STALE, "stale");
        };
    }

    private static CellStatus running(CellRun run, Progress progress) {
        if (run.stopping()) {
            return CellStatus.of(Kind.RUNNING, STOPPING);
        }
        if (run.output().orElse(null) instanceof TrainOutput train
                && train.summary().isEmpty()) {
            return training(run, train, progress);
        }
        if (progress.total() > 0) {
            double share = (double) progress.done() / progress.total();
            return new CellStatus(
                    Kind.RUNNING, String.format(Locale.ROOT, "%s %.0f %%", progress.phase(), 100 * share), share);
        }
        return CellStatus.of(Kind.RUNNING, progress.equals(Progress.WAITING) ? "running" : progress.phase());
    }

    private static CellStatus training(CellRun run, TrainOutput train, Progress progress) {
        double share = train.total() == 0 ? -1 : (double) train.step() / train.total();
        String step = "step " + Numbers.count(train.step()) + " of " + Numbers.count(train.total());
        if (!run.paused()) {
            return new CellStatus(Kind.RUNNING, evaluating(progress) + step, share);
        }
        return train.held()
                ? new CellStatus(Kind.PAUSED, "paused at " + step, share)
                : new CellStatus(Kind.RUNNING, PAUSING, share);
    }

    /** How far an evaluation is, where one is under way. */
    private static String evaluating(Progress progress) {
        return progress.phase().equals(EVALUATING) && progress.total() > 0
                ? EVALUATING + " " + Numbers.count(progress.done() + 1) + " of " + Numbers.count(progress.total())
                        + " · "
                : "";
    }

    private static String done(CellOutput output) {
        if (output instanceof CellOutput.DataOutput data) {
            return Numbers.count(data.summary().usable()) + " of "
                    + Numbers.count(data.summary().rows()) + " rows";
        }
        if (output instanceof CellOutput.ModelOutput model) {
            return Numbers.compact(model.summary().parameters()) + " parameters";
        }
        if (output instanceof TrainOutput train) {
            return train.summary().map(summary -> ended(train, summary)).orElse("done");
        }
        return "done";
    }

    private static String ended(TrainOutput train, TrainSummary summary) {
        String steps = Numbers.count(summary.step());
        if (summary.reason() == Reason.COMPLETED) {
            return steps + " steps";
        }
        return summary.reason() == Reason.DIVERGED
                ? "diverged at step " + steps
                : "stopped at step " + steps + " of " + Numbers.count(train.total());
    }
}
