package dev.patchbook.ui.start;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A card that is pressed like a button: a title, a sentence, a remark at its foot. */
final class Card extends VBox {
    private final Runnable action;

    Card(String title, String sentence, String remark, Runnable action) {
        this.action = action;
        getStyleClass().add("start-card");
        setFocusTraversable(true);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(title + ". " + sentence + " " + remark);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(label(title, "card-title"), label(sentence, "card-text"), space, label(remark, "card-remark"));
        setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                action.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                e.consume();
                action.run();
            }
        });
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction act, Object... parameters) {
        if (act == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(act, parameters);
        }
    }
}
