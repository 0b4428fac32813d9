package dev.patchbook.session;

import dev.patchbook.engine.DataSummary;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.session.SessionCommand.Finished;
import dev.patchbook.session.SessionCommand.Relocated;
import dev.patchbook.session.SessionCommand.Restored;
import java.util.Optional;

/** Brings back what cells showed when the notebook was open before, and brings it into the engine where it is needed. */
final class Restoring {
    private Restoring() {}

    /** Cells that were run meanwhile keep what they have; so do those that are of another kind by now. */
    static void restore(Draft draft, Restored restored) {
        restored.cells().forEach((id, past) -> {
            draft.reserve(past.count(), past.edition());
            boolean never = draft.run(id).equals(CellRun.NONE);
            if (never && draft.kind(id).map(past.kind()::equals).orElse(true)) {
                draft.run(id, CellRun.restored(past));
            }
        });
    }

    /** Something that was shown is in the engine again; where it is no longer the same, it counts as run anew. */
    static void opened(Draft draft, CellId id, Finished finished) {
        CellRun run = draft.run(id);
        CellOutput before = run.back().output().orElseThrow();
        CellOutput now = finished.output();
        if (before instanceof TrainOutput trained && now instanceof ModelOutput model) {
            draft.run(id, run.opened(trained.opened(model.summary().id())));
        } else if (run.back().fingerprint().equals(run.pending()) && sameData(before, now)) {
            draft.run(id, run.opened(now));
        } else {
            draft.run(id, run.done(now, draft.nextEdition(), finished.duration()));
        }
    }

    private static boolean sameData(CellOutput before, CellOutput now) {
        Optional<String> hash = hash(before);
        return hash.equals(hash(now));
    }

    private static Optional<String> hash(CellOutput output) {
        return output instanceof DataOutput data
                ? Optional.of(data.summary()).map(DataSummary::hash)
                : Optional.empty();
    }

    /** The runs' folders are elsewhere now. */
    static void relocate(Draft draft, Relocated moved) {
        for (CellId id : draft.ran()) {
            draft.run(
                    id,
                    draft.run(id)
                            .showingElsewhere(output -> output instanceof TrainOutput train
                                            && train.summary().isPresent()
                                            && train.folder().equals(moved.from())
                                    ? train.in(moved.to())
                                    : output));
        }
    }
}
