package dev.patchbook.ui.cell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A number with its name; not shown while there is no number. A name beginning with “a” or “left” follows the number. */
final class Fact extends HBox {
    private final Label value = new Label();

    Fact(String name) {
        getStyleClass().add("fact");
        setAlignment(Pos.BASELINE_LEFT);
        Label label = new Label(name);
        label.getStyleClass().add("fact-name");
        value.getStyleClass().addAll("mono", "fact-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        label.setMinWidth(Region.USE_PREF_SIZE);
        boolean after = name.startsWith("a ") || name.equals("left");
        getChildren().setAll(after ? value : label, after ? label : value);
        show("");
    }

    void show(String text) {
        value.setText(text);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }
}
