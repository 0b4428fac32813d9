package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** Works the sheet on which data is chosen. */
final class ImportDriver {
    private final WindowFixture fixture;

    ImportDriver(WindowFixture fixture) {
        this.fixture = fixture;
    }

    private Node root() {
        return fixture.stage().getScene().getRoot();
    }

    /** The sheet. */
    Node sheet() {
        return Fx.call(() -> root().lookup(".import-panel"));
    }

    boolean isOpen() {
        return sheet() != null;
    }

    /** All that can be read on the sheet; on the JavaFX thread. */
    String text() {
        StringBuilder all = new StringBuilder();
        for (Node node : root().lookupAll(".import-panel .label")) {
            if (node instanceof Labeled label && label.isVisible() && label.getText() != null) {
                all.append(label.getText()).append('\n');
            }
        }
        return all.toString();
    }

    void says(String words) {
        Fx.until("“" + words + "”", () -> text().contains(words));
    }

    /** The choice with this name; on the JavaFX thread. */
    @SuppressWarnings("unchecked")
    ComboBox<String> box(String name) {
        return root().lookupAll(".import-panel .combo-box").stream()
                .map(node -> (ComboBox<String>) node)
                .filter(box -> name.equals(box.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no choice " + name));
    }

    /** Chooses a column. */
    void column(String name, String column) {
        Fx.run(() -> box(name).setValue(column));
        Fx.pulses(2);
    }

    void write(String field, String text) {
        Fx.run(() -> field(field).setText(text));
        Fx.pulses(2);
    }

    /** The field with this name; on the JavaFX thread. */
    TextField field(String name) {
        return fixture.field(root().lookup(".import-panel"), name);
    }

    /** Takes the data over once it can be, by its button. */
    void use() {
        Fx.until("usable data", () -> ready("Use this data"));
        Fx.pulses(3); // of a sheet just made, too, the button has its place now
        press("Use this data");
        Fx.until("the sheet to be gone", () -> root().lookup(".import-panel") == null);
        Fx.pulses(2);
    }

    /** Presses a button of the sheet once it can be pressed. */
    void press(String text) {
        Fx.until("the button “" + text + "”", () -> ready(text));
        Fx.click(Fx.call(() -> button(text)));
    }

    private boolean ready(String text) {
        Button button = button(text);
        return button != null && !button.isDisabled() && button.getWidth() > 0;
    }

    private Button button(String text) {
        return root().lookupAll(".import-panel .button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(each -> each.isVisible() && text.equals(each.getText()))
                .findFirst()
                .orElse(null);
    }

    /** Goes on with Tab until the keyboard is in what is called so. */
    void tabTo(String name) {
        for (int i = 0; i < 40 && !called(name); i++) {
            Fx.press(KeyCode.TAB);
        }
        assertThat(called(name)).as("the keyboard reaches " + name).isTrue();
    }

    private boolean called(String name) {
        return Fx.call(() -> {
            Node owner = fixture.stage().getScene().getFocusOwner();
            return owner != null
                    && (name.equals(owner.getAccessibleText())
                            || owner instanceof Labeled labeled && name.equals(labeled.getText()));
        });
    }

    /** The table of rows; on the JavaFX thread. */
    TableView<?> table() {
        return (TableView<?>) root().lookup(".row-table");
    }

    /** Waits until so many rows are there. */
    void rows(int least) {
        Fx.until(least + " rows", () -> table() != null && table().getItems().size() >= least);
        Fx.pulses(2);
    }
}
