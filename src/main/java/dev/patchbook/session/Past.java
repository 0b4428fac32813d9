package dev.patchbook.session;

import dev.patchbook.notebook.CellKind;
import dev.patchbook.session.CellRun.Phase;
import java.time.Duration;
import java.util.Optional;

/**
 * How it stood with a cell when the notebook was open before: what is kept of a cell's running beside the notebook.
 *
 * @param output what it showed; no engine holds anything of it
 * @param count its place among all runs, from 1
 * @param edition of the output: what was made from it names it in its own fingerprint
 * @param fingerprint of the settings and inputs it was made with
 * @param duration how long it took; empty while it ran
 * @param failure why it failed, where the output is what it had by then
 */
public record Past(
        CellOutput output,
        int count,
        int edition,
        String fingerprint,
        Optional<Duration> duration,
        Optional<CellFailure> failure) {

    /** What is to be kept of a cell's running; empty where there is nothing. A training is kept while it runs, too. */
    public static Optional<Past> of(CellRun run) {
        CellRun old = run.back();
        boolean own = run.phase() == Phase.RUNNING && run.showsOwn() && !run.opening();
        if (own && run.output().filter(TrainOutput.class::isInstance).isPresent()) {
            return run.output().map(output -> of(run, output, run.pending()));
        }
        boolean failed = old.phase() == Phase.FAILED && old.fingerprint().isEmpty();
        if (failed) {
            return old.output().map(output -> of(old, output, old.pending()));
        }
        return old.phase() == Phase.DONE
                ? old.output().map(output -> of(old, output, old.fingerprint()))
                : Optional.empty();
    }

    private static Past of(CellRun run, CellOutput output, String fingerprint) {
        Optional<CellFailure> failure = run.phase() == Phase.FAILED ? run.failure() : Optional.empty();
        return new Past(output, run.count(), run.edition(), fingerprint, run.duration(), failure);
    }

    /** The kind of cell that shows this. */
    public CellKind kind() {
        if (output instanceof CellOutput.DataOutput) {
            return CellKind.DATA;
        } else if (output instanceof CellOutput.ModelOutput) {
            return CellKind.MODEL;
        } else if (output instanceof TrainOutput) {
            return CellKind.TRAIN;
        } else if (output instanceof CellOutput.PatchesOutput) {
            return CellKind.PATCHES;
        } else if (output instanceof CellOutput.ImagesOutput) {
            return CellKind.IMAGES;
        } else if (output instanceof CellOutput.CompareOutput) {
            return CellKind.COMPARE;
        }
        return output instanceof CellOutput.AttentionOutput ? CellKind.ATTENTION : CellKind.SAMPLE;
    }
}
