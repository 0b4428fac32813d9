package dev.patchbook.session;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ImagesSettings;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.ModelId;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellGraph;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Works out what a cell asks of the engine, from its settings and the outputs of what it builds on. */
final class Tasks {
    private Tasks() {}

    /**
     * The task of a cell.
     *
     * @throws UserFacingException where a setting or what it builds on cannot be used
     */
    static Task of(Draft draft, Cell cell) {
        return switch (cell.kind()) {
            case DATA -> new Task.Load(CellSettings.of(draft.graph(), cell.id()).data(cell));
            case MODEL -> new Task.Build(data(draft, cell), ModelSettings.of(cell.settings()));
            case TRAIN -> train(draft, cell, Optional.empty(), 0);
            case PATCHES -> new Task.Patches(model(draft, cell), ViewSettings.patches(cell.settings()));
            case ATTENTION -> new Task.Attention(model(draft, cell), ViewSettings.attention(cell.settings()));
            case IMAGES -> new Task.Images(model(draft, cell), ImagesSettings.of(cell.settings()));
            case COMPARE -> Comparing.of(draft, cell);
            case SAMPLE -> new Task.Sample(model(draft, cell), SampleSettings.of(cell.settings()));
            case NOTE, UNKNOWN -> throw new UserFacingException("This cell does not run.", "Run another one.");
        };
    }

    /** The task of a cell that looks, but at a train cell's run as it was after so many updates. */
    static Task at(Draft draft, Cell cell, CellId train, int step) {
        Task task = of(draft, cell);
        if (task instanceof Task.Patches look) {
            return new Task.Patches(look.model(), look.settings().at(step));
        } else if (task instanceof Task.Attention look) {
            return new Task.Attention(look.model(), look.settings().at(step));
        } else if (task instanceof Task.Images look) {
            return new Task.Images(look.model(), look.settings().at(step));
        } else if (task instanceof Task.Compare look) {
            return Comparing.at(look, train, step);
        }
        return task instanceof Task.Sample sample
                ? new Task.Sample(sample.model(), sample.settings().at(step))
                : task;
    }

    /** The task of a train cell, as a new run or going on with one; of so many steps, or 0: as its settings say. */
    static Task.Train train(Draft draft, Cell cell, Optional<Path> resume, long steps) {
        Map<String, String> train = new LinkedHashMap<>(cell.settings());
        if (steps > 0) {
            train.put("steps", Long.toString(steps));
        }
        Map<String, Map<String, String>> written = new LinkedHashMap<>();
        dataCell(draft.graph(), cell.id()).ifPresent(data -> written.put("data", data.settings()));
        draft.graph().model(cell.id()).ifPresent(model -> written.put("model", model.settings()));
        written.put("train", train);
        return new Task.Train(
                model(draft, cell),
                data(draft, cell),
                TrainSettings.of(
                        train, CellSettings.of(draft.graph(), cell.id()).preset()),
                written,
                resume,
                Optional.empty());
    }

    /** Brings what a cell shows from an earlier time into the engine again. */
    static Task open(Draft draft, Cell cell) {
        Optional<CellOutput> shown = draft.run(cell.id()).back().output();
        return shown.orElse(null) instanceof TrainOutput trained
                ? new Task.Open(trained.folder(), data(draft, cell))
                : of(draft, cell);
    }

    /** The data cell a cell builds on: the one it names, else that of what it builds on. */
    static Optional<Cell> dataCell(CellGraph graph, CellId id) {
        Optional<Cell> named = graph.parent(id, CellKind.DATA);
        return named.isPresent()
                ? named
                : graph.parent(id, CellKind.MODEL, CellKind.TRAIN).flatMap(above -> dataCell(graph, above.id()));
    }

    private static DataId data(Draft draft, Cell cell) {
        Optional<Cell> data = dataCell(draft.graph(), cell.id());
        return data.flatMap(each -> draft.run(each.id()).output())
                .flatMap(Held::data)
                .orElseThrow(() -> notRun(data));
    }

    private static ModelId model(Draft draft, Cell cell) {
        Optional<Cell> base = draft.graph().parent(cell.id(), CellKind.TRAIN, CellKind.MODEL);
        return base.flatMap(each -> draft.run(each.id()).output())
                .flatMap(Held::model)
                .orElseThrow(() -> notRun(base));
    }

    static UserFacingException notRun(Optional<Cell> cell) {
        String name = cell.map(each -> "the " + each.kindName() + " cell “" + each.id() + "”")
                .orElse("another cell");
        return new UserFacingException("It builds on " + name + ", which has no result.", "Run that cell first.");
    }
}
