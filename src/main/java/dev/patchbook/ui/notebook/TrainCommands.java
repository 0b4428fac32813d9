package dev.patchbook.ui.notebook;

import dev.patchbook.config.SettingException;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Racing;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.TrainOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Trains two cells with their steps in turn; one that is under way goes on, and the other catches up. */
    public void race(CellId first, CellId second) {
        session.submit(new SessionCommand.Race(first, second));
    }

    /** The train cells a train cell can race: neither builds on the other. */
    public List<CellId> rivals(CellId id) {
        SessionState state = session.state();
        return state.notebook().cells().stream()
                .filter(cell -> cell.kind() == CellKind.TRAIN && !cell.id().equals(id))
                .map(Cell::id)
                .filter(other -> !state.graph().upstream(id).contains(other))
                .filter(other -> !state.graph().upstream(other).contains(id))
                .toList();
    }

    /** Whether a cell trains now. */
    public boolean underWay(CellId id) {
        return session.state().run(id).phase() == CellRun.Phase.RUNNING;
    }

    /** In what two train cells differ, for people: what they build on, and their settings. */
    public List<String> differences(CellId first, CellId second) {
        SessionState state = session.state();
        List<String> all = new ArrayList<>();
        Optional<Cell> one = state.notebook().cell(first);
        Optional<Cell> two = state.notebook().cell(second);
        if (one.isEmpty() || two.isEmpty()) {
            return all;
        }
        if (!state.graph().parents(first).equals(state.graph().parents(second))) {
            all.add("from " + names(state, first) + " and " + names(state, second));
        }
        Map<String, String> left = state.settings(first).effective(one.get());
        Map<String, String> right = state.settings(second).effective(two.get());
        Set<String> keys = new LinkedHashSet<>(left.keySet());
        keys.addAll(right.keySet());
        for (String key : keys) {
            String a = left.getOrDefault(key, "");
            String b = right.getOrDefault(key, "");
            if (!a.equals(b)) {
                all.add(key + " " + (a.isEmpty() ? "none" : a) + " and " + (b.isEmpty() ? "none" : b));
            }
        }
        return all;
    }

    private static String names(SessionState state, CellId id) {
        return state.graph().parents(id).stream().map(CellId::text).collect(Collectors.joining(", "));
    }

    /** Why two train cells do not see the same batches; empty where they do, or a setting cannot be used. */
    public Optional<String> batchesDiffer(CellId first, CellId second) {
        try {
            return Racing.batchesDiffer(session.state(), first, second);
        } catch (SettingException e) {
            return Optional.empty(); // that cell says what is wrong with it
        }
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
