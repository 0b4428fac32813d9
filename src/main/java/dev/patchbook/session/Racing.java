package dev.patchbook.session;

import dev.patchbook.config.DataSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellGraph;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellSettings;
import dev.patchbook.session.CellRun.Phase;
import dev.patchbook.session.SessionState.Queued;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two trainings that take their steps in turn. */
public final class Racing {
    private Racing() {}

    static void race(Draft draft, CellId first, CellId second) {
        boolean both = List.of(first, second).stream()
                .allMatch(id -> draft.kind(id).filter(CellKind.TRAIN::equals).isPresent());
        boolean apart = !first.equals(second)
                && !draft.graph().upstream(first).contains(second)
                && !draft.graph().upstream(second).contains(first);
        if (!both || !apart) {
            return;
        }
        List<CellId> waiting = List.of(first, second).stream()
                .filter(id -> !draft.run(id).busy())
                .toList();
        RunQueue.addWithUpstream(draft, waiting);
        List<Queued> others = new ArrayList<>(draft.queue());
        List<Queued> racers = new ArrayList<>();
        for (Queued queued : draft.queue()) {
            if (queued.cell().equals(first) || queued.cell().equals(second)) {
                others.remove(queued);
                racers.add(queued.racing(queued.cell().equals(first) ? second : first));
            }
        }
        others.addAll(racers); // after what either builds on
        draft.queue(others);
    }

    /** Whether another training can join one that runs. */
    static boolean joinable(Draft draft, CellId running) {
        CellRun run = draft.run(running);
        return draft.kind(running).filter(CellKind.TRAIN::equals).isPresent() && !run.opening() && !run.stopping();
    }

    /** The task with the run it races, where that is under way. */
    static Task.Train beside(Draft draft, Queued queued, Task.Train task) {
        return queued.beside()
                .filter(other -> draft.run(other).phase() == Phase.RUNNING)
                .flatMap(other -> draft.run(other).run())
                .map(task::racing)
                .orElse(task);
    }

    /**
     * Why two train cells do not see the same batches, for people; empty where they do.
     *
     * @throws SettingException where a setting of theirs cannot be used
     */
    public static Optional<String> batchesDiffer(SessionState state, CellId first, CellId second) {
        List<String> differences = new ArrayList<>();
        CellGraph graph = state.graph();
        CellSettings one = CellSettings.of(graph, first);
        CellSettings two = CellSettings.of(graph, second);
        Optional<DataSettings> data = data(graph, first, one);
        if (!data.equals(data(graph, second, two))) {
            differences.add("their data differ");
        }
        if (one.variant() != two.variant()) {
            differences.add("their variants differ");
        }
        Optional<TrainSettings> left = state.notebook().cell(first).map(one::train);
        Optional<TrainSettings> right = state.notebook().cell(second).map(two::train);
        if (left.isPresent() && right.isPresent()) {
            if (left.get().seed() != right.get().seed()) {
                differences.add(
                        "seed is " + left.get().seed() + " and " + right.get().seed());
            }
            if (left.get().batch() != right.get().batch()) {
                differences.add(
                        "batch is " + left.get().batch() + " and " + right.get().batch());
            }
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("The two do not see the same batches: " + String.join(", ", differences) + ".");
    }

    private static Optional<DataSettings> data(CellGraph graph, CellId id, CellSettings settings) {
        Optional<Cell> cell = Tasks.dataCell(graph, id);
        return cell.map(settings::data);
    }
}
