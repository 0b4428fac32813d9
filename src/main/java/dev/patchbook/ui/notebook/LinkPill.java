package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** Leads to the cells a cell builds on, or to those that build on it; asks which where there are several. */
final class LinkPill extends Button {
    private final Consumer<CellId> go;

    LinkPill(Consumer<CellId> go) {
        this.go = go;
        getStyleClass().addAll("pill", "origin");
        setMinWidth(0);
    }

    void show(String words, List<CellId> targets) {
        setText(words);
        setVisible(!targets.isEmpty());
        setManaged(!targets.isEmpty());
        String tip = targets.size() == 1 ? "Go to " + targets.get(0) : "Go to one of these cells";
        setTooltip(new Tooltip(tip));
        setAccessibleText(words + ". " + tip);
        setOnAction(e -> {
            if (targets.size() == 1) {
                go.accept(targets.get(0));
            } else {
                menu(targets).show(this, Side.BOTTOM, 0, 4);
            }
        });
    }

    private ContextMenu menu(List<CellId> targets) {
        ContextMenu menu = new ContextMenu();
        for (CellId target : targets) {
            MenuItem item = new MenuItem(target.text());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> go.accept(target));
            menu.getItems().add(item);
        }
        return menu;
    }
}
