package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Jupyter's keys. With the keyboard on a cell's frame (command mode) single letters act on the cell; with the keyboard in a
 * field or a button inside (edit mode) only combinations do, and Escape leads back.
 */
final class NotebookKeys {
    private final NotebookViewModel notebook;
    private final NotebookView view;
    private KeyCode before = KeyCode.UNDEFINED;

    NotebookKeys(NotebookViewModel notebook, NotebookView view) {
        this.notebook = notebook;
        this.view = view;
    }

    void install() {
        view.onKey(this::pressed);
    }

    private void pressed(KeyEvent e) {
        CellId id = notebook.currentProperty().get();
        if (id == null) {
            return;
        }
        boolean done = e.getCode() == KeyCode.ENTER
                ? enter(id, e)
                : e.getCode() == KeyCode.ESCAPE ? escape() : commandMode() && command(id, e);
        if (done) {
            e.consume();
        }
    }

    private boolean commandMode() {
        Scene scene = view.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        return owner instanceof CellFrame || owner == view;
    }

    private boolean enter(CellId id, KeyEvent e) {
        if (e.isShortcutDown() && !e.isShiftDown() || e.isShiftDown() && !e.isShortcutDown() || e.isAltDown()) {
            view.currentFrame().ifPresent(CellFrame::leave);
            if (notebook.cell(id)
                    .filter(cell -> cell.cellProperty().get().kind().runs())
                    .isPresent()) {
                notebook.commands().run(id);
            }
            advance(e);
            return true;
        }
        if (commandMode()) {
            view.currentFrame().ifPresent(CellFrame::edit);
            return true;
        }
        return false;
    }

    private void advance(KeyEvent e) {
        int index = notebook.currentIndex();
        boolean last = index == notebook.cells().size() - 1;
        if (e.isAltDown() || e.isShiftDown() && last) {
            notebook.commands().add(index + 1, CellKind.NOTE);
        } else if (e.isShiftDown()) {
            notebook.step(1);
        }
    }

    private boolean escape() {
        view.currentFrame().ifPresent(CellFrame::leave);
        return true;
    }

    private boolean command(CellId id, KeyEvent e) {
        if (e.isAltDown() && (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN)) {
            notebook.commands().move(id, e.getCode() == KeyCode.UP ? -1 : 1);
            return true;
        }
        if (e.isShortcutDown()) {
            return e.getCode() == KeyCode.D && run(() -> notebook.commands().duplicate(id));
        }
        if (e.isAltDown() || e.isMetaDown() || e.isControlDown()) {
            return false;
        }
        int index = notebook.currentIndex();
        KeyCode first = before;
        before = KeyCode.UNDEFINED;
        return switch (e.getCode()) {
            case UP, K -> run(() -> notebook.step(-1));
            case DOWN, J -> run(() -> notebook.step(1));
            case HOME -> run(() -> notebook.step(-notebook.cells().size()));
            case END -> run(() -> notebook.step(notebook.cells().size()));
            case A -> run(() -> notebook.commands().add(index, CellKind.NOTE));
            case B -> run(() -> notebook.commands().add(index + 1, CellKind.NOTE));
            case Z -> run(notebook.commands()::undo);
            case D -> twice(first, e, () -> notebook.commands().delete(id));
            case I -> twice(first, e, notebook.commands()::interruptAll);
            default -> false;
        };
    }

    private boolean twice(KeyCode first, KeyEvent e, Runnable action) {
        if (first == e.getCode()) {
            action.run();
        } else {
            before = e.getCode();
        }
        return true;
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }
}
