package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of the window. */
final class WindowMenu {
    private final Actions actions;
    private final List<Path> recent;
    private final Consumer<Path> opener;

    /**
     * A menu of commands.
     *
     * @param recent the notebooks open lately, the latest first
     * @param opener opens one of them
     */
    WindowMenu(Actions actions, List<Path> recent, Consumer<Path> opener) {
        this.actions = actions;
        this.recent = recent;
        this.opener = opener;
    }

    void show(Node below) {
        ContextMenu menu = new ContextMenu();
        ObservableList<MenuItem> items = menu.getItems();
        add(items, Command.NEW, Command.OPEN);
        items.add(recent());
        add(items, Command.OWN_PICTURES, Command.OWN_FOLDER, Command.CHOOSE_DATA);
        add(items, Command.SAVE, Command.SAVE_AS, Command.REPORT, Command.OUTSIDE);
        items.add(new SeparatorMenuItem());
        add(items, Command.UNDO, Command.REDO, Command.FIND);
        items.add(new SeparatorMenuItem());
        add(items, Command.RESTART, Command.PALETTE);
        items.add(new SeparatorMenuItem());
        add(items, Command.OUTLINE, Command.LARGER, Command.SMALLER, Command.NORMAL);
        add(items, Command.THEME, Command.SYSTEM_THEME);
        items.add(new SeparatorMenuItem());
        Menu help = new Menu("Help");
        add(help.getItems(), Command.KEYS, Command.START, Command.WELCOME, Command.TOUR, Command.LOG, Command.ABOUT);
        items.add(help);
        items.add(new SeparatorMenuItem());
        add(items, Command.CLOSE, Command.QUIT);
        menu.show(below, Side.BOTTOM, 0, 4);
    }

    private void add(ObservableList<MenuItem> items, Command... commands) {
        for (Command command : commands) {
            items.add(actions.item(command));
        }
    }

    private Menu recent() {
        Menu menu = new Menu("Open recent");
        menu.setDisable(recent.isEmpty());
        for (Path file : recent) {
            MenuItem item = new MenuItem(file.getFileName() + "   –   " + file.getParent());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> opener.accept(file));
            menu.getItems().add(item);
        }
        return menu;
    }
}
