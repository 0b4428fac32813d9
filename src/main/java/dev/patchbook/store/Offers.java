package dev.patchbook.store;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What earlier processes had not saved of a notebook, as far as it says something else than the notebook does. */
final class Offers {
    private final List<Recovered> open = new ArrayList<>();
    private Optional<Path> own = Optional.empty();

    Offers(Path runs, String text) {
        for (Recovered left : Recovery.left(runs)) {
            if (!NotebookFormat.write(left.notebook()).equals(text)) {
                open.add(left);
            } else if (own.isEmpty()) {
                own = Optional.of(left.file());
            }
        }
    }

    List<Recovered> open() {
        return List.copyOf(open);
    }

    /** The file that says what the notebook does, to be written on; empty where there is none. */
    Optional<Path> own() {
        return own;
    }

    void decided(Recovered offer) {
        open.remove(offer);
    }

    /** The cells that are in the notebook or may come back to it, the notebook's first. */
    Set<CellId> cells(Notebook notebook) {
        Set<CellId> ids = new LinkedHashSet<>();
        notebook.cells().stream().map(Cell::id).forEach(ids::add);
        open.forEach(offer -> offer.notebook().cells().stream().map(Cell::id).forEach(ids::add));
        return ids;
    }
}
