package dev.patchbook.ui.palette;

import dev.patchbook.ui.fx.Sheet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Finds any command, cell or notebook by a few letters of its name. */
public final class Palette {
    private final Supplier<List<Entry>> source;
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final Label none = new Label("No command or cell is called so.");
    private final Sheet sheet;
    private List<Entry> entries = List.of();

    /** Lies over what is in the layers once it is opened; the source is asked each time. */
    public Palette(Pane layers, Supplier<List<Entry>> source) {
        this.source = source;
        field.setPromptText("Search commands and cells");
        field.getStyleClass().add("palette-field");
        list.getStyleClass().add("palette-list");
        list.setFocusTraversable(false);
        list.setAccessibleText("Commands");
        list.setPlaceholder(none);
        list.setCellFactory(view -> new Row());
        list.setOnMouseClicked(e -> run());
        VBox panel = new VBox(8, field, list);
        panel.getStyleClass().add("palette");
        sheet = new Sheet(layers, panel);
        field.textProperty().addListener((observable, was, is) -> filter());
        list.getSelectionModel().selectedIndexProperty().addListener((observable, was, is) -> speak());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Shows it. */
    public void open() {
        entries = source.get();
        field.clear();
        filter();
        sheet.open(field);
    }

    private void filter() {
        String typed = field.getText();
        list.getItems()
                .setAll(entries.stream()
                        .filter(entry -> Fuzzy.score(typed, entry.words()) >= 0)
                        .sorted(Comparator.comparingInt((Entry entry) -> -Fuzzy.score(typed, entry.words())))
                        .toList());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        speak();
    }

    /** The keyboard stays in the field, so the field says what is chosen. */
    private void speak() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        int index = list.getSelectionModel().getSelectedIndex();
        field.setAccessibleText(
                entry == null
                        ? "Find a command. " + none.getText()
                        : "Find a command. " + entry.words() + " " + entry.keys() + ", " + (index + 1) + " of "
                                + list.getItems().size());
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case UP -> step(-1);
            case DOWN -> step(1);
            case PAGE_UP -> step(-8);
            case PAGE_DOWN -> step(8);
            case ENTER -> run();
            case TAB -> {
                // the keyboard stays here
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void step(int by) {
        int size = list.getItems().size();
        if (size > 0) {
            int index = list.getSelectionModel().getSelectedIndex() + by;
            int wanted = Math.abs(by) == 1 ? Math.floorMod(index, size) : Math.max(0, Math.min(size - 1, index));
            list.getSelectionModel().select(wanted);
            list.scrollTo(Math.max(0, wanted - 4));
        }
    }

    private void run() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            sheet.close();
            entry.run().run();
        }
    }

    private static final class Row extends ListCell<Entry> {
        private final Label words = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final HBox row;

        Row() {
            words.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("muted");
            detail.setMinWidth(0);
            keys.getStyleClass().addAll("mono", "muted");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            row = new HBox(10, words, detail, space, keys);
            row.setAlignment(Pos.CENTER_LEFT);
            row.prefWidthProperty().bind(widthProperty().subtract(24));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            words.setText(entry.words());
            detail.setText(entry.detail());
            keys.setText(entry.keys());
            setGraphic(row);
            setAccessibleText(entry.words() + ". " + entry.detail() + " " + entry.keys());
        }
    }
}
