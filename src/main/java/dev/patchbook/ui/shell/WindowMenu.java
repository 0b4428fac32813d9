package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Icon;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** The menu of the window. It shows the keys; they are handled by {@link WindowKeys}. */
final class WindowMenu {
    private final WindowCommands commands;

    WindowMenu(WindowCommands commands) {
        this.commands = commands;
    }

    void show(Node below) {
        ContextMenu menu = new ContextMenu(
                item("New notebook", Icon.ADD, "Shortcut+N", commands::create),
                item("Open…", Icon.OPEN, "Shortcut+O", commands::open),
                item("Open the welcome notebook", null, null, commands::welcome),
                item("Save", Icon.SAVE, "Shortcut+S", commands::save),
                item("Save as…", null, "Shortcut+Shift+S", commands::saveAs),
                new SeparatorMenuItem(),
                item("Undo", Icon.UNDO, "Shortcut+Z", commands::undo),
                item("Redo", Icon.REDO, "Shortcut+Shift+Z", commands::redo),
                new SeparatorMenuItem(),
                item("Outline", null, "Shortcut+B", commands::toggleOutline),
                item("Larger letters", null, "Shortcut+Plus", () -> commands.zoom(1)),
                item("Smaller letters", null, "Shortcut+Minus", () -> commands.zoom(-1)),
                item("Normal letters", null, "Shortcut+0", () -> commands.zoom(0)),
                item("Light or dark", null, "Shortcut+Shift+L", commands::toggleTheme),
                new SeparatorMenuItem(),
                item("Close", null, "Shortcut+W", commands::close));
        menu.show(below, Side.BOTTOM, 0, 4);
    }

    private static MenuItem item(String text, @Nullable Icon icon, @Nullable String keys, Runnable action) {
        MenuItem item = new MenuItem(text, icon == null ? null : icon.node());
        item.setAccelerator(keys == null ? null : KeyCombination.valueOf(keys));
        item.setOnAction(e -> action.run());
        return item;
    }
}
