package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ImageRef;
import dev.patchbook.config.SourceNames;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Relative paths in cells, written anew when the notebook goes to another folder so that they name the same files. */
final class DataPaths {
    private static final List<String> KEYS = List.of("file", "alphabet", "image", "right-image");

    private DataPaths() {}

    /**
     * The edit that keeps a notebook's paths pointing where they do; empty where none has to change. What names no file that
     * is there is left as it is.
     *
     * @throws UserFacingException where a path cannot be written from the other folder
     */
    static Optional<NotebookEdit> moved(Notebook notebook, Path from, Path to) {
        Path old = from.toAbsolutePath().normalize();
        Path other = to.toAbsolutePath().normalize();
        List<NotebookEdit> edits = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            for (Map.Entry<String, String> setting : cell.settings().entrySet()) {
                if (!old.equals(other)
                        && KEYS.contains(setting.getKey())
                        && !setting.getValue().isBlank()) {
                    moved(cell, setting.getKey(), old, other).ifPresent(edits::add);
                }
            }
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(new NotebookEdit.All(edits));
    }

    private static Optional<NotebookEdit> moved(Cell cell, String key, Path from, Path to) {
        String value = cell.settings().getOrDefault(key, "");
        if (isRow(key, value)) {
            return Optional.empty();
        }
        List<String> names = key.equals("file") ? SourceNames.of(from, value) : List.of(value);
        List<String> moved =
                names.stream().map(name -> renamed(cell, name, from, to)).toList();
        return moved.equals(names)
                ? Optional.empty()
                : Optional.of(new NotebookEdit.SetSetting(cell.id(), key, SourceNames.joined(moved)));
    }

    private static String renamed(Cell cell, String value, Path from, Path to) {
        try {
            Path path = Path.of(value);
            Path file = from.resolve(path);
            if (path.isAbsolute() || value.startsWith("sample:") || !Files.exists(file)) {
                return value;
            }
            return to.relativize(file.normalize()).toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return value; // no path at all: a row, or a name
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(
                    "The cell “" + cell.id() + "” names " + value + ", which cannot be reached from " + to
                            + " by a relative path.",
                    "Save the notebook on the same drive, or put the file beside where you save it.",
                    e);
        }
    }

    private static boolean isRow(String key, String value) {
        return key.endsWith("image") && !(ImageRef.of(value) instanceof ImageRef.File);
    }
}
