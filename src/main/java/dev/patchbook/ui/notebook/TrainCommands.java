package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.TrainOutput;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done with the trainings of a notebook and their runs; on the JavaFX thread. */
public final class TrainCommands {
    private final NotebookSession session;

    TrainCommands(NotebookSession session) {
        this.session = session;
    }

    /** Holds a run between two steps. */
    public void pause(CellId id) {
        session.submit(new SessionCommand.Pause(id));
    }

    /** Goes on with a held run. */
    public void resume(CellId id) {
        session.submit(new SessionCommand.Resume(id));
    }

    /** Does one step of a run that is held. */
    public void once(CellId id) {
        session.submit(new SessionCommand.Once(id));
    }

    /** Goes on with a run so many steps beyond those it was to have. */
    public void more(CellId id, long steps) {
        session.submit(new SessionCommand.More(id, steps));
    }

    /** Looks at a run as it was after so many updates, with every cell that looks at it; 0: as it is now. */
    public void lookAt(CellId train, long step) {
        session.submit(new SessionCommand.LookAt(train, step));
    }

    /** The cell that shows a run, or that goes back to it where what it does now comes to nothing. */
    public Optional<CellId> showing(Path run) {
        SessionState state = session.state();
        return state.runs().entrySet().stream()
                .filter(entry -> state.notebook().cell(entry.getKey()).isPresent())
                .filter(entry -> shows(entry.getValue(), run))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean shows(CellRun cell, Path run) {
        return Stream.concat(cell.output().stream(), cell.kept().flatMap(CellRun::output).stream())
                .anyMatch(output ->
                        output instanceof TrainOutput train && train.folder().equals(run));
    }
}
