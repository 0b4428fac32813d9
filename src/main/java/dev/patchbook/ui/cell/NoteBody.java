package dev.patchbook.ui.cell;

import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.notebook.CellBody;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.MarkdownFlow;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/** A note: rendered Markdown, or the Markdown itself while it is edited. */
final class NoteBody implements CellBody {
    private static final double READABLE = 760;

    private final CellViewModel cell;
    private final CellCommands commands;
    private final Pins pins = new Pins();
    private final StackPane root = new StackPane();
    private final MarkdownFlow rendered = new MarkdownFlow();
    private final Label empty = new Label("Empty note. Double click, or press Enter, to write.");
    private final TextArea editor = new TextArea();

    NoteBody(CellViewModel cell, CellCommands commands) {
        this.cell = cell;
        this.commands = commands;
        empty.getStyleClass().add("hint");
        editor.setWrapText(true);
        editor.getStyleClass().add("note-editor");
        editor.setAccessibleText("Markdown of the note");
        root.setMinWidth(0);
        root.setAlignment(Pos.TOP_LEFT);
        rendered.setMaxWidth(READABLE);
        root.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && e.getButton() == MouseButton.PRIMARY) {
                edit();
            }
        });
        grow();
        pins.follow(cell.cellProperty(), is -> render());
        pins.follow(cell.editingProperty(), editing -> {
            if (editing) {
                open();
            } else {
                render();
            }
        });
    }

    /** The editor is as tall as its text, so that the wheel scrolls the notebook. */
    private void grow() {
        Text measure = new Text();
        measure.fontProperty().bind(editor.fontProperty());
        Runnable size = () -> {
            measure.setWrappingWidth(Math.max(100, editor.getWidth() - 28));
            measure.setText(editor.getText() + "\n");
            editor.setPrefHeight(Math.ceil(measure.getLayoutBounds().getHeight()) + 28);
            editor.setMinHeight(editor.getPrefHeight());
        };
        editor.textProperty().addListener((observable, was, is) -> size.run());
        editor.textProperty().addListener((observable, was, is) -> cell.draft(is));
        editor.widthProperty().addListener((observable, was, is) -> size.run());
        editor.fontProperty().addListener((observable, was, is) -> size.run());
    }

    private void render() {
        if (cell.editingProperty().get()) {
            return;
        }
        String text = cell.cellProperty().get().text();
        rendered.show(text);
        root.getChildren().setAll(text.isBlank() ? empty : rendered);
    }

    private void open() {
        editor.setText(cell.cellProperty().get().text());
        root.getChildren().setAll(editor);
        editor.requestFocus();
        editor.end();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public boolean edit() {
        cell.editingProperty().set(true);
        editor.requestFocus();
        return true;
    }

    @Override
    public void leave() {
        if (cell.editingProperty().get()) {
            String written = editor.getText();
            cell.draft(null);
            cell.editingProperty().set(false);
            if (!written.equals(cell.cellProperty().get().text())) {
                commands.writeText(cell.id(), written);
            }
        }
    }

    @Override
    public void release() {
        pins.release();
    }
}
