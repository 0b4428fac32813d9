package dev.patchbook.session;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.CompareSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.engine.ModelId;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellGraph;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the two sides of a compare cell look at. */
final class Comparing {
    private static final String LEFT = "left";
    private static final String RIGHT = "right";

    private Comparing() {}

    /** The cells of the two sides, left and right; one and the same where only one is named. */
    private static List<Cell> bases(CellGraph graph, Draft draft, CellId id) {
        return graph.parents(id).stream()
                .flatMap(parent -> draft.cell(parent).stream())
                .filter(cell -> cell.kind() == CellKind.TRAIN || cell.kind() == CellKind.MODEL)
                .toList();
    }

    /**
     * The task of a compare cell.
     *
     * @throws UserFacingException where a setting or what it builds on cannot be used
     */
    static Task.Compare of(Draft draft, Cell cell) {
        CompareSettings settings = CompareSettings.of(cell.settings());
        List<Cell> bases = bases(draft.graph(), draft, cell.id());
        if (bases.isEmpty()) {
            throw Tasks.notRun(Optional.empty());
        }
        Cell one = bases.get(0);
        Cell other = bases.get(bases.size() - 1);
        Task.Compare.Side left = side(draft, one, LEFT, settings.left());
        Task.Compare.Side right = side(draft, other, RIGHT, settings.right());
        boolean self = left.cell().equals(right.cell())
                && left.run() == right.run()
                && left.image().equals(right.image());
        if (self && one.kind() == CellKind.MODEL) {
            throw new UserFacingException(
                    "Both sides are the model cell “" + one.id() + "” with the same picture.",
                    "Build on a train cell, name a second cell in from, or give right-image another picture.");
        }
        boolean first = self && left.step() == CompareSettings.AUTO;
        return new Task.Compare(first ? left.at(CompareSettings.FIRST) : left.settled(), right.settled());
    }

    private static Task.Compare.Side side(Draft draft, Cell base, String name, CompareSettings.Side wanted) {
        Optional<CellOutput> output = draft.run(base.id()).output();
        ModelId model = output.flatMap(Held::model).orElseThrow(() -> Tasks.notRun(Optional.of(base)));
        if (base.kind() == CellKind.MODEL) {
            requireNow(base, name, wanted);
        }
        int shown = output.filter(TrainOutput.class::isInstance)
                .map(train -> number(((TrainOutput) train).folder()))
                .orElse(0);
        int run = wanted.run() == shown ? 0 : wanted.run();
        return new Task.Compare.Side(name, base.id(), model, shown, run, wanted.step(), wanted.image());
    }

    /** A model cell has neither runs nor checkpoints. */
    private static void requireNow(Cell base, String name, CompareSettings.Side wanted) {
        boolean runs = wanted.run() != 0;
        if (runs || wanted.step() > 0 || wanted.step() == CompareSettings.FIRST) {
            String key = name + (runs ? "-run" : "-step");
            throw new SettingException(
                    key,
                    key + " asks for a " + (runs ? "run" : "checkpoint") + ", but “" + base.id()
                            + "” is a model cell, which has none.",
                    "Remove " + key + ", or build on a train cell.");
        }
    }

    /** Number of a run's folder; 0 where it is called otherwise. */
    private static int number(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.matches("[0-9]{1,4}") ? Integer.parseInt(name) : 0;
    }

    /** The same with each side that shows the newest weights of a train cell's run at a checkpoint of it. */
    static Task.Compare at(Task.Compare task, CellId train, int step) {
        return new Task.Compare(at(task.left(), train, step), at(task.right(), train, step));
    }

    private static Task.Compare.Side at(Task.Compare.Side side, CellId train, int step) {
        return side.cell().equals(train) && side.run() == 0 && side.step() == CompareSettings.NOW
                ? side.at(step)
                : side;
    }

    /** The train cells of whose runs a side may show the newest weights; none where the settings cannot be used. */
    static List<CellId> followed(Draft draft, Cell cell) {
        List<CellId> followed = new ArrayList<>();
        try {
            CompareSettings settings = CompareSettings.of(cell.settings());
            List<Cell> bases = bases(draft.graph(), draft, cell.id());
            for (int i = bases.size() - 1; i >= 0; i--) {
                boolean right = i == bases.size() - 1;
                CompareSettings.Side side = right ? settings.right() : settings.left();
                boolean newest = side.step() == CompareSettings.NOW || side.step() == CompareSettings.AUTO;
                if (bases.get(i).kind() == CellKind.TRAIN && side.run() == 0 && newest) {
                    followed.add(bases.get(i).id());
                }
            }
        } catch (UserFacingException e) {
            return List.of(); // said where the setting is, and when the cell runs
        }
        return followed;
    }
}
