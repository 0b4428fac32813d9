package dev.patchbook.ui.importing;

import dev.patchbook.ui.fx.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is in the way, what to do about it, and where there is one the button that does. */
final class Problem extends HBox {
    Problem(String what, String remedy, String action, Runnable act) {
        super(8);
        getStyleClass().addAll("failure", "rounded");
        setAlignment(Pos.TOP_LEFT);
        Label first = label(what);
        first.getStyleClass().add("failure-what");
        VBox text = new VBox(4, first, label(remedy));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Icon.FAILED.node(), text);
        if (!action.isEmpty()) {
            Button button = new Button(action);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(e -> act.run());
            getChildren().add(button);
        }
        setAccessibleText(what + " " + remedy);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
