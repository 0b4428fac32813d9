package dev.patchbook.ui.notebook;

import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.notebook.CellStatus.Kind;

/**
 * What can be asked of a train cell as it stands now.
 *
 * @param pause whether it can be held
 * @param resume whether it can go on: it is held or asked to hold, or was stopped before its last step
 * @param once whether one step can be done
 * @param more whether steps can be added: it has ended well
 */
public record TrainControls(boolean pause, boolean resume, boolean once, boolean more) {
    /** Reads them off a cell. */
    public static TrainControls of(CellViewModel cell) {
        CellStatus status = cell.statusProperty().get();
        boolean running = status.kind() == Kind.RUNNING;
        boolean paused = status.kind() == Kind.PAUSED;
        boolean pausing = running && status.word().equals(StatusWords.PAUSING);
        boolean stopping = running && status.word().equals(StatusWords.STOPPING);
        if (!(cell.outputProperty().get() instanceof TrainOutput train)) {
            return new TrainControls(false, false, false, false);
        }
        boolean ended = !status.busy()
                && train.summary()
                        .filter(how -> how.reason() != Reason.DIVERGED)
                        .isPresent();
        return new TrainControls(
                running && !pausing && !stopping && train.summary().isEmpty(),
                paused || pausing || ended && train.unfinished(),
                paused,
                ended);
    }

    /** Pauses what runs, or goes on with what does not. */
    public void hold(CellId cell, TrainCommands commands) {
        if (pause) {
            commands.pause(cell);
        } else if (resume) {
            commands.resume(cell);
        }
    }
}
