package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu behind a cell's three dots. */
final class CellMenu {
    /** The kinds a person can add, in the order they are offered. */
    static final List<CellKind> KINDS = List.of(
            CellKind.NOTE,
            CellKind.DATA,
            CellKind.MODEL,
            CellKind.TRAIN,
            CellKind.PATCHES,
            CellKind.ATTENTION,
            CellKind.IMAGES,
            CellKind.SAMPLE,
            CellKind.COMPARE);

    private final CellViewModel model;
    private final CellCommands commands;
    private final Actions actions;

    CellMenu(CellViewModel model, CellCommands commands, Actions actions) {
        this.model = model;
        this.commands = commands;
        this.actions = actions;
    }

    /** Shows the menu below a node. Not installed as that node's menu, so that its keys stay those of the current cell. */
    void show(Node below) {
        menu().show(below, Side.BOTTOM, 0, 4);
    }

    /** Shows the menu where the mouse is. */
    void show(Node owner, double screenX, double screenY) {
        menu().show(owner, screenX, screenY);
    }

    private ContextMenu menu() {
        if (!model.selectedProperty().get()) {
            commands.select(model.id());
        }
        ContextMenu menu = new ContextMenu();
        if (model.cellProperty().get().kind().runs()) {
            add(menu, Command.RUN_CELL, Command.RUN_ABOVE, Command.RUN_BELOW);
            if (model.cellProperty().get().kind() == CellKind.TRAIN) {
                add(menu, Command.RACE);
            }
            menu.getItems().add(new SeparatorMenuItem());
        }
        add(menu, Command.EDIT_CELL, Command.CUT, Command.COPY, Command.PASTE, Command.DUPLICATE);
        menu.getItems().addAll(new SeparatorMenuItem(), kinds(Command.ADD_ABOVE, 0), kinds(Command.ADD_BELOW, 1));
        add(menu, Command.MOVE_UP, Command.MOVE_DOWN);
        menu.getItems().add(new SeparatorMenuItem());
        boolean collapsed = model.collapsedProperty().get();
        add(menu, collapsed ? Command.EXPAND : Command.COLLAPSE, Command.OUTPUT, Command.EXPORT);
        menu.getItems().add(new SeparatorMenuItem());
        add(menu, Command.DELETE);
        return menu;
    }

    private void add(ContextMenu menu, Command... items) {
        for (Command command : items) {
            menu.getItems().add(actions.item(command));
        }
    }

    private Menu kinds(Command command, int offset) {
        Menu menu = new Menu(command.words(), Icon.ADD.node());
        menu.getItems().setAll(kindItems(kind -> commands.cells().add(commands.indexOf(model.id()) + offset, kind)));
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
}
