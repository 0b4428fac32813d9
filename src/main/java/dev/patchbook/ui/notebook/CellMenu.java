package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Icon;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** The menu behind a cell's three dots. It shows the keys; they are handled by {@link NotebookKeys}. */
final class CellMenu {
    /** The kinds a person can add, in the order they are offered. */
    static final List<CellKind> KINDS = List.of(
            CellKind.NOTE,
            CellKind.DATA,
            CellKind.MODEL,
            CellKind.TRAIN,
            CellKind.PATCHES,
            CellKind.ATTENTION,
            CellKind.SAMPLE);

    private final CellViewModel model;
    private final CellCommands commands;

    CellMenu(CellViewModel model, CellCommands commands) {
        this.model = model;
        this.commands = commands;
    }

    /** Shows the menu below a node. Not installed as that node's menu, so that its keys stay those of the current cell. */
    void show(Node below, Runnable edit) {
        CellId id = model.id();
        ContextMenu menu = new ContextMenu();
        if (model.cellProperty().get().kind().runs()) {
            menu.getItems().add(item("Run", Icon.RUN, key(KeyCode.ENTER, true), () -> commands.run(id)));
        }
        menu.getItems()
                .addAll(
                        item("Edit", Icon.EDIT, key(KeyCode.ENTER, false), edit),
                        new SeparatorMenuItem(),
                        item("Move up", Icon.UP, alt(KeyCode.UP), () -> commands.move(id, -1)),
                        item("Move down", Icon.DOWN, alt(KeyCode.DOWN), () -> commands.move(id, 1)),
                        item("Duplicate", Icon.COPY, key(KeyCode.D, true), () -> commands.duplicate(id)),
                        kinds("Add above", 0),
                        kinds("Add below", 1),
                        new SeparatorMenuItem(),
                        item("Delete (D D)", Icon.DELETE, null, () -> commands.delete(id)));
        menu.show(below, Side.BOTTOM, 0, 4);
    }

    private Menu kinds(String text, int offset) {
        Menu menu = new Menu(text, Icon.ADD.node());
        menu.getItems().setAll(kindItems(kind -> commands.add(commands.indexOf(model.id()) + offset, kind)));
        return menu;
    }

    /** A menu of the kinds of cells. */
    static ContextMenu kinds(Consumer<CellKind> add) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(kindItems(add));
        return menu;
    }

    private static List<MenuItem> kindItems(Consumer<CellKind> add) {
        return KINDS.stream()
                .map(kind -> {
                    MenuItem item = new MenuItem(Words.kind(kind));
                    item.setOnAction(e -> add.accept(kind));
                    return item;
                })
                .toList();
    }

    private static MenuItem item(String text, Icon icon, @Nullable KeyCombination key, Runnable action) {
        MenuItem item = new MenuItem(text, icon.node());
        item.setAccelerator(key);
        item.setOnAction(e -> action.run());
        return item;
    }

    private static KeyCombination key(KeyCode code, boolean shortcut) {
        return shortcut ? new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN) : new KeyCodeCombination(code);
    }

    private static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }
}
