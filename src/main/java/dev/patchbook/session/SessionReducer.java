package dev.patchbook.session;

import dev.patchbook.notebook.CellId;
import dev.patchbook.session.SessionCommand.Edit;
import dev.patchbook.session.SessionCommand.Happening;
import dev.patchbook.session.SessionCommand.Interrupt;
import dev.patchbook.session.SessionCommand.LookAt;
import dev.patchbook.session.SessionCommand.LookedCloser;
import dev.patchbook.session.SessionCommand.Made;
import dev.patchbook.session.SessionCommand.More;
import dev.patchbook.session.SessionCommand.Once;
import dev.patchbook.session.SessionCommand.Pause;
import dev.patchbook.session.SessionCommand.Race;
import dev.patchbook.session.SessionCommand.Redo;
import dev.patchbook.session.SessionCommand.Relocated;
import dev.patchbook.session.SessionCommand.Restart;
import dev.patchbook.session.SessionCommand.Restored;
import dev.patchbook.session.SessionCommand.Resume;
import dev.patchbook.session.SessionCommand.Run;
import dev.patchbook.session.SessionCommand.RunAbove;
import dev.patchbook.session.SessionCommand.RunAll;
import dev.patchbook.session.SessionCommand.RunBelow;
import dev.patchbook.session.SessionCommand.RunStale;
import dev.patchbook.session.SessionCommand.Stop;
import dev.patchbook.session.SessionCommand.Undo;
import java.util.List;

/**
 * The session as a pure function: a state and a command give the next state and what is to be done. Nothing runs by
 * itself: an edit only makes outputs stale.
 */
public final class SessionReducer {
    private SessionReducer() {}

    /**
     * What a command leads to.
     *
     * @param state the next state
     * @param effects what is to be done, in order
     */
    public record Next(SessionState state, List<Effect> effects) {}

    /** The next state; an unknown cell or a run that is no longer the cell's changes nothing. */
    public static Next reduce(SessionState state, SessionCommand command) {
        Draft draft = new Draft(state);
        if (command instanceof Happening happening && LookingBack.concerns(state, happening)) {
            LookingBack.happened(draft, happening);
        } else if (command instanceof Happening happening) {
            Happenings.apply(draft, happening);
        } else if (command instanceof Edit edit) {
            Edits.edit(draft, edit.edit());
        } else if (command instanceof Undo) {
            Edits.undo(draft);
        } else if (command instanceof Redo) {
            Edits.redo(draft);
        } else if (command instanceof Restored restored) {
            Restoring.restore(draft, restored);
        } else if (command instanceof Relocated moved) {
            Restoring.relocate(draft, moved);
        } else if (command instanceof Made made) {
            Happenings.more(draft, made);
        } else if (command instanceof LookedCloser closer) {
            Happenings.closer(draft, closer);
        } else {
            requested(draft, command);
        }
        RunQueue.advance(draft);
        LookingBack.settle(draft);
        return draft.next();
    }

    private static void requested(Draft draft, SessionCommand command) {
        if (command instanceof Run run) {
            RunQueue.run(draft, run.cell());
        } else if (command instanceof RunAll) {
            RunQueue.runAll(draft);
        } else if (command instanceof RunStale) {
            RunQueue.runStale(draft);
        } else if (command instanceof RunAbove above) {
            RunQueue.runAbove(draft, above.cell());
        } else if (command instanceof RunBelow below) {
            RunQueue.runBelow(draft, below.cell());
        } else if (command instanceof Restart) {
            RunQueue.restart(draft);
        } else if (command instanceof Interrupt) {
            interrupt(draft);
        } else if (command instanceof Stop stop) {
            RunQueue.stop(draft, stop.cell());
        } else if (command instanceof Pause pause) {
            Holding.pause(draft, pause.cell());
        } else if (command instanceof Resume resume) {
            Holding.resume(draft, resume.cell());
        } else if (command instanceof Once once) {
            Holding.once(draft, once.cell());
        } else if (command instanceof More more) {
            Holding.more(draft, more.cell(), more.steps());
        } else if (command instanceof Race race) {
            Racing.race(draft, race.first(), race.second());
        } else if (command instanceof LookAt look) {
            LookingBack.go(draft, look.train(), look.step());
        }
    }

    private static void interrupt(Draft draft) {
        LookingBack.interrupt(draft);
        RunQueue.clear(draft, false);
        for (CellId cell : draft.running()) {
            RunQueue.stop(draft, cell);
        }
    }
}
