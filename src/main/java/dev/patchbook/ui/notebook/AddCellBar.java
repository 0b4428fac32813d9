package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Icon;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Beneath the last cell: one button for each kind of cell. */
final class AddCellBar extends HBox {
    AddCellBar(NotebookViewModel notebook) {
        getStyleClass().add("add-line");
        FlowPane bar = new FlowPane(8, 8);
        bar.getStyleClass().add("add-bar");
        bar.setMinWidth(0);
        Label hint = new Label(
                "Nothing here yet. A data cell reads pictures and captions; a model and its training build on it.");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.visibleProperty().bind(Bindings.isEmpty(notebook.cells()));
        hint.managedProperty().bind(hint.visibleProperty());
        VBox content = new VBox(12, hint, bar);
        content.setMinWidth(0);
        HBox.setHgrow(content, Priority.ALWAYS);
        getChildren().addAll(new CellMargin(), content);
        Label add = new Label("Add", Icon.ADD.node());
        add.getStyleClass().add("muted");
        bar.getChildren().add(add);
        for (CellKind kind : CellMenu.KINDS) {
            Button button = new Button(Words.kind(kind));
            button.getStyleClass().add("quiet-outline");
            button.setAccessibleText("Add " + Words.one(kind));
            button.setTooltip(new Tooltip(Words.purpose(kind)));
            button.setOnAction(
                    e -> notebook.commands().cells().add(notebook.cells().size(), kind));
            bar.getChildren().add(button);
        }
    }
}
