package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/** In a new cell: which kind is it to be? The first letter of a kind chooses it; Enter takes the one with the keyboard. */
final class KindChooser extends FlowPane {
    private final Consumer<CellKind> chosen;

    KindChooser(Consumer<CellKind> chosen) {
        super(8, 8);
        this.chosen = chosen;
        getStyleClass().add("kind-chooser");
        setMinWidth(0);
        Label ask = new Label("New cell");
        ask.getStyleClass().add("muted");
        getChildren().add(ask);
        for (CellKind kind : CellMenu.KINDS) {
            Button button = new Button(Words.kind(kind));
            button.getStyleClass().add("quiet-outline");
            button.setUserData(kind);
            button.setTooltip(new Tooltip(Words.purpose(kind) + " (" + letter(kind) + ")"));
            button.setAccessibleText(Words.kind(kind) + " cell. " + Words.purpose(kind));
            button.setOnAction(e -> chosen.accept(kind));
            getChildren().add(button);
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static String letter(CellKind kind) {
        return Words.kind(kind).substring(0, 1);
    }

    private List<Button> buttons() {
        return getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    /** Puts the keyboard on the first kind. */
    void focus() {
        buttons().get(0).requestFocus();
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || e.isShiftDown()) {
            return;
        }
        Optional<CellKind> named = CellMenu.KINDS.stream()
                .filter(kind -> letter(kind).equals(e.getCode().getName()))
                .findFirst();
        Optional<Button> focused = buttons().stream().filter(Button::isFocused).findFirst();
        if (named.isPresent()) {
            e.consume();
            chosen.accept(named.get());
        } else if (e.getCode() == KeyCode.ENTER && focused.isPresent()) {
            e.consume();
            focused.get().fire();
        } else if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
            e.consume();
            focused.ifPresent(button -> step(button, e.getCode() == KeyCode.LEFT ? -1 : 1));
        }
    }

    private void step(Button from, int by) {
        List<Button> all = buttons();
        all.get(Math.floorMod(all.indexOf(from) + by, all.size())).requestFocus();
    }
}
