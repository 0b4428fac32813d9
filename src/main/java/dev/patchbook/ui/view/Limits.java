package dev.patchbook.ui.view;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A link that opens, below itself, a few words on what a picture does not show. */
final class Limits extends VBox {
    private final Label words = Views.label("", "view-muted");
    private final Hyperlink link = new Hyperlink("What this does not show");
    private final Tooltip tooltip = new Tooltip();

    Limits() {
        getStyleClass().add("limits");
        setSpacing(4);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setVisible(false);
        words.managedProperty().bind(words.visibleProperty());
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.getStyleClass().add("view-link");
        link.setTooltip(tooltip);
        link.setOnAction(e -> {
            words.setVisible(!words.isVisible());
            link.setVisited(false);
        });
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        getChildren().addAll(link, words);
    }

    void setText(String text) {
        words.setText(text);
        tooltip.setText(text);
        link.setAccessibleText("What this does not show: " + text);
    }

    Hyperlink link() {
        return link;
    }

    Label words() {
        return words;
    }
}
