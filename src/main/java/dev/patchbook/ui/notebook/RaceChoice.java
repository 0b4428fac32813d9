package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** Asks what a train cell is to race: a copy of it with something changed, or another train cell. */
final class RaceChoice {
    private RaceChoice() {}

    /** Asks where there is a choice. */
    static void ask(NotebookViewModel notebook, CellId id, Node below) {
        List<CellId> rivals = notebook.commands().training().rivals(id);
        if (rivals.isEmpty()) {
            copy(notebook, id);
            return;
        }
        ContextMenu menu = new ContextMenu();
        MenuItem copy = new MenuItem("A copy of “" + id + "”, to be changed");
        copy.setOnAction(e -> copy(notebook, id));
        menu.getItems().add(copy);
        for (CellId rival : rivals) {
            MenuItem item = new MenuItem("“" + rival + "”");
            item.setMnemonicParsing(false);
            item.setOnAction(e -> open(notebook, id, rival));
            menu.getItems().add(item);
        }
        menu.show(below, Side.TOP, 48, 48);
    }

    private static void copy(NotebookViewModel notebook, CellId id) {
        CellId copy = notebook.commands().cells().copyOf(id);
        open(notebook, copy, id);
        notebook.cell(copy).ifPresent(cell -> cell.editingProperty().set(true));
    }

    private static void open(NotebookViewModel notebook, CellId id, CellId rival) {
        notebook.cell(id).ifPresent(cell -> {
            cell.collapsedProperty().set(false);
            cell.outputHiddenProperty().set(false);
            cell.rivalProperty().set(rival);
        });
        notebook.reveal(id);
    }
}
