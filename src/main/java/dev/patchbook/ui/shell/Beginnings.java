package dev.patchbook.ui.shell;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Notebooks begun for a person's own files: the chain from data to a caption, ready to run. */
final class Beginnings {
    private Beginnings() {}

    /** What the data cell of such a notebook is called. */
    static final CellId DATA = new CellId("data");

    /** A notebook on a file or folder of pictures and captions, read as the settings say. */
    static Notebook table(Path file, Map<String, String> settings) {
        String name = String.valueOf(file.getFileName());
        return chain(
                title(name),
                "A model that learns the pictures and captions of *" + name
                        + "*. Run the first cell to see which rows can be"
                        + " used, then the others, or all of them with **Run all**.",
                settings,
                Map.of());
    }

    /** A notebook that describes one picture, with a model that learns the sample scenes. */
    static Notebook picture(Path file) {
        String name = String.valueOf(file.getFileName());
        return chain(
                title(name),
                "A model learns the drawn scenes that come with Patchbook and then describes *" + name
                        + "*. It knows only what the scenes show: circles, squares and triangles.",
                Map.of("file", "sample:scenes"),
                Map.of("image", name));
    }

    /** What relative paths in such a notebook are relative to. */
    static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    }

    private static String title(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Notebook chain(String title, String note, Map<String, String> data, Map<String, String> sample) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.note(new CellId("begin"), note));
        cells.add(Cell.of(CellKind.DATA, DATA, List.of(), data));
        cells.add(Cell.of(CellKind.MODEL, new CellId("model"), List.of(DATA), Map.of()));
        cells.add(Cell.of(CellKind.TRAIN, new CellId("train"), List.of(new CellId("model")), Map.of()));
        cells.add(Cell.of(CellKind.SAMPLE, new CellId("caption"), List.of(new CellId("train")), sample));
        Notebook notebook = Notebook.empty(title);
        for (int i = 0; i < cells.size(); i++) {
            notebook = notebook.apply(new NotebookEdit.Insert(i, cells.get(i)));
        }
        return notebook;
    }
}
