package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of the window. */
final class WindowMenu {
    private static final List<List<Command>> GROUPS = List.of(
            List.of(Command.NEW, Command.OPEN, Command.OWN_PICTURES, Command.SAVE, Command.SAVE_AS),
            List.of(Command.UNDO, Command.REDO),
            List.of(Command.OUTLINE, Command.LARGER, Command.SMALLER, Command.NORMAL, Command.THEME),
            List.of(Command.START, Command.WELCOME),
            List.of(Command.CLOSE, Command.QUIT));

    private final Actions actions;

    WindowMenu(Actions actions) {
        this.actions = actions;
    }

    void show(Node below) {
        ContextMenu menu = new ContextMenu();
        for (List<Command> group : GROUPS) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(command -> menu.getItems().add(actions.item(command)));
        }
        menu.show(below, Side.BOTTOM, 0, 4);
    }
}
