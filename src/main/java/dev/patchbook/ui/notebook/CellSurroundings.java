package dev.patchbook.ui.notebook;

import dev.patchbook.base.Picture;
import dev.patchbook.config.ImageRef;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.DataSummary.Example;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellSettings;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.SessionState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the cells around a cell have for it, as things stand. */
final class CellSurroundings {
    private final NotebookViewModel notebook;

    CellSurroundings(NotebookViewModel notebook) {
        this.notebook = notebook;
    }

    /** The picture a cell looks at, where what it builds on has it at hand. */
    Optional<Picture> picture(CellId id) {
        ImageRef image = ImageRef.of(setting(id, "image"));
        return data(id).stream()
                .flatMap(data -> data.examples().stream())
                .filter(example -> is(example, image))
                .map(Example::picture)
                .findFirst();
    }

    private static boolean is(Example example, ImageRef image) {
        if (image instanceof ImageRef.Validation validation) {
            return example.part().equals("validation") && example.index() == validation.index();
        }
        return image instanceof ImageRef.Train train
                && example.part().equals("train")
                && example.index() == train.index();
    }

    /** What was found in the data a cell builds on. */
    Optional<DataSummary> data(CellId id) {
        SessionState state = notebook.state();
        return state.graph().upstream(id).stream()
                .flatMap(above -> state.output(above).stream())
                .filter(CellOutput.DataOutput.class::isInstance)
                .map(output -> ((CellOutput.DataOutput) output).summary())
                .findFirst();
    }

    /** The cells of some kinds that build on a data cell, in order. */
    List<CellId> below(CellId data, Predicate<CellKind> kind) {
        return notebook.state().notebook().cells().stream()
                .filter(cell -> kind.test(cell.kind()))
                .map(Cell::id)
                .filter(notebook.state().graph().downstream(data)::contains)
                .toList();
    }

    /** The patches and attention cells that stand on the same model as a cell does, in order. */
    List<CellId> beside(CellId id) {
        SessionState state = notebook.state();
        Optional<CellId> base = base(state, id);
        return base.isEmpty()
                ? List.of()
                : state.notebook().cells().stream()
                        .filter(cell -> cell.kind() == CellKind.PATCHES || cell.kind() == CellKind.ATTENTION)
                        .map(Cell::id)
                        .filter(other -> base(state, other).equals(base))
                        .toList();
    }

    private static Optional<CellId> base(SessionState state, CellId id) {
        return state.graph().parent(id, CellKind.TRAIN, CellKind.MODEL).map(Cell::id);
    }

    /** What holds of a setting. */
    String setting(CellId id, String key) {
        SessionState state = notebook.state();
        return state.notebook()
                .cell(id)
                .map(cell -> CellSettings.of(state.graph(), id).effective(cell).getOrDefault(key, ""))
                .orElse("");
    }

    /** A model that reads a data cell's rows, the first in the notebook that is there. */
    Optional<ModelSummary> model(CellId data) {
        SessionState state = notebook.state();
        return state.notebook().cells().stream()
                .map(Cell::id)
                .filter(state.graph().downstream(data)::contains)
                .flatMap(id -> state.output(id).stream())
                .filter(CellOutput.ModelOutput.class::isInstance)
                .map(output -> ((CellOutput.ModelOutput) output).summary())
                .filter(model -> !model.id().equals(ModelId.NONE))
                .findFirst();
    }
}
