package dev.patchbook.ui.notebook;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** The notebook's title above the cells; a double click, or Enter on it, edits it in place. */
final class NotebookTitle extends HBox {
    private final NotebookViewModel notebook;
    private final Label label = new Label();
    private final StackPane slot = new StackPane(label);

    NotebookTitle(NotebookViewModel notebook) {
        this.notebook = notebook;
        getStyleClass().add("title-line");
        label.getStyleClass().add("notebook-title");
        label.setWrapText(true);
        label.setFocusTraversable(true);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> notebook.titleProperty().get().isEmpty()
                                ? "Untitled"
                                : notebook.titleProperty().get(),
                        notebook.titleProperty()));
        label.setTooltip(new Tooltip("Double click to edit the title"));
        label.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                edit();
            }
        });
        label.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                edit();
                e.consume();
            }
        });
        slot.getStyleClass().add("title-slot");
        slot.setMinWidth(0);
        HBox.setHgrow(slot, Priority.ALWAYS);
        getChildren().addAll(new CellMargin(), slot);
    }

    private void edit() {
        TextField field = new TextField(notebook.titleProperty().get());
        field.getStyleClass().add("title-field");
        field.setAccessibleText("Title of the notebook");
        slot.getChildren().setAll(field);
        field.requestFocus();
        field.selectAll();
        field.setOnAction(e -> finish(field, true));
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                finish(field, false);
                e.consume();
            }
        });
        field.focusedProperty().addListener((observable, was, is) -> {
            if (!is) {
                finish(field, true);
            }
        });
    }

    private void finish(TextField field, boolean keep) {
        if (!slot.getChildren().contains(field)) {
            return;
        }
        slot.getChildren().setAll(label);
        if (keep && !field.getText().equals(notebook.titleProperty().get())) {
            notebook.commands().writeTitle(field.getText().strip());
        }
    }
}
