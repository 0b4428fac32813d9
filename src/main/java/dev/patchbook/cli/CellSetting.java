package dev.patchbook.cli;

import dev.patchbook.config.Schema;
import dev.patchbook.config.Setting;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CELL.KEY=VALUE for a notebook: a cell by its name, or where none is called so, every cell of a kind.
 *
 * @param cells the cells meant
 * @param key the setting
 * @param value what it is to be
 */
record CellSetting(List<Cell> cells, String key, String value) {
    /**
     * Reads it.
     *
     * @throws UsageException where no cell is meant, or it is no setting of theirs
     * @throws dev.patchbook.config.SettingException for a value that cannot be used
     */
    static CellSetting of(Notebook notebook, String text) {
        WrittenSettings.Assignment set = WrittenSettings.Assignment.of("--set", text);
        List<Cell> cells = cells(notebook, set.owner());
        if (cells.isEmpty()) {
            List<String> names =
                    runnable(notebook).map(cell -> cell.id().text()).toList();
            List<String> all = Stream.concat(
                            names.stream(),
                            runnable(notebook).map(cell -> cell.kind().id()))
                    .toList();
            throw new UsageException(
                    "--set " + text + ": the notebook has no cell “" + set.owner() + "” with settings.",
                    Nearest.question(set.owner(), all) + "Its cells are " + String.join(", ", names) + ".");
        }
        CellKind kind = cells.get(0).kind();
        List<String> keys =
                Schema.of(kind.group().orElseThrow()).stream().map(Setting::key).toList();
        if (!keys.contains(set.key())) {
            throw new UsageException(
                    "--set " + text + ": “" + set.key() + "” is not a setting of " + kind.id() + " cells.",
                    Nearest.question(set.key(), keys) + "Their settings are " + String.join(", ", keys) + ".");
        }
        Schema.check(kind.group().orElseThrow(), Map.of(set.key(), set.value()));
        return new CellSetting(cells, set.key(), set.value());
    }

    private static List<Cell> cells(Notebook notebook, String owner) {
        List<Cell> named = runnable(notebook)
                .filter(cell -> cell.id().text().equals(owner))
                .toList();
        return named.isEmpty()
                ? runnable(notebook)
                        .filter(cell -> cell.kind().id().equals(owner))
                        .toList()
                : named;
    }

    private static Stream<Cell> runnable(Notebook notebook) {
        return notebook.cells().stream().filter(cell -> cell.kind().runs());
    }

    /** The notebook with the setting made. */
    Notebook applied(Notebook notebook) {
        Notebook changed = notebook;
        for (Cell cell : cells) {
            changed = changed.apply(new NotebookEdit.SetSetting(cell.id(), key, value));
        }
        return changed;
    }
}
