package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Moves cells with the mouse: by the handle in a cell's margin, to where a line between two cells shows; Escape gives up. */
final class CellDrag {
    private static final double EDGE = 48;
    private static final double PIXELS_A_FRAME = 14;
    private static final double LINE = 3;

    private final NotebookView view;
    private final Pane column;
    private final Region line = new Region();
    private final EventHandler<KeyEvent> escape = e -> {
        if (e.getCode() == KeyCode.ESCAPE) {
            end();
            e.consume();
        }
    };
    private final AnimationTimer scroller = new AnimationTimer() {
        @Override
        public void handle(long now) {
            scroll();
        }
    };
    private @Nullable List<CellId> dragged;
    private double sceneY;
    private int target;

    CellDrag(NotebookView view, Pane column) {
        this.view = view;
        this.column = column;
        line.getStyleClass().add("drop-line");
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.setVisible(false);
    }

    /** Shows where the cells would go; lies over the column, in its coordinates. */
    Node line() {
        return line;
    }

    /** What a cell is dragged by. */
    Node handle(CellViewModel cell) {
        Label handle = new Label(null, Icon.HANDLE.node());
        handle.getStyleClass().add("drag-handle");
        handle.setCursor(Cursor.MOVE);
        handle.setAccessibleText("Drag to move the cell");
        handle.setTooltip(new Tooltip(Command.MOVE_UP.with("Drag to move the cell")));
        handle.setOnMouseDragged(e -> drag(cell, e));
        handle.setOnMouseReleased(e -> drop());
        return handle;
    }

    private void drag(CellViewModel cell, MouseEvent e) {
        sceneY = e.getSceneY();
        if (dragged == null) {
            if (!cell.selectedProperty().get()) {
                view.notebook().select(cell.id());
            }
            dragged = view.notebook().selection();
            Scene scene = view.getScene();
            scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
            scroller.start();
        }
        show();
        e.consume();
    }

    private void show() {
        double y = column.sceneToLocal(0, sceneY).getY();
        List<CellSlot> slots = view.slots();
        target = 0;
        double at = slots.isEmpty() ? 0 : slots.get(0).getBoundsInParent().getMinY();
        for (CellSlot slot : slots) {
            Bounds bounds = slot.getBoundsInParent();
            if (y > bounds.getCenterY()) {
                target++;
                at = bounds.getMaxY() + LINE;
            }
        }
        line.setVisible(dragged != null);
        line.resizeRelocate(
                column.getLayoutX() + column.getInsets().getLeft(),
                column.getLayoutY() + at - LINE,
                column.getWidth()
                        - column.getInsets().getLeft()
                        - column.getInsets().getRight(),
                LINE);
    }

    private void scroll() {
        double y = view.sceneToLocal(0, sceneY).getY();
        double down = y > view.getHeight() - EDGE ? PIXELS_A_FRAME : y < EDGE ? -PIXELS_A_FRAME : 0;
        if (down != 0) {
            view.scrollBy(down);
            show();
        }
    }

    private void drop() {
        List<CellId> cells = dragged;
        int index = target;
        end();
        if (cells != null) {
            view.notebook().commands().cells().moveTo(cells, index);
        }
    }

    private void end() {
        dragged = null;
        line.setVisible(false);
        scroller.stop();
        Scene scene = view.getScene();
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }
}
