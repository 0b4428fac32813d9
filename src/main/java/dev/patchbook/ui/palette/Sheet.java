package dev.patchbook.ui.palette;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A panel over the window. It keeps the keyboard until Escape or a click beside it, and gives it back then. */
final class Sheet extends StackPane {
    private final Pane layers;
    private @Nullable Node before;

    Sheet(Pane layers, Region panel) {
        this.layers = layers;
        getStyleClass().add("sheet");
        panel.getStyleClass().add("sheet-panel");
        setAlignment(panel, Pos.TOP_CENTER);
        getChildren().add(panel);
        setOnMousePressed(e -> {
            if (e.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
    }

    /** Shows it and gives the keyboard to a node of it. */
    void open(Node focus) {
        if (!layers.getChildren().contains(this)) {
            before = Optional.ofNullable(layers.getScene())
                    .map(Scene::getFocusOwner)
                    .orElse(null);
            layers.getChildren().add(this);
        }
        focus.requestFocus();
    }

    boolean isOpen() {
        return layers.getChildren().contains(this);
    }

    /** Puts it away. */
    void close() {
        layers.getChildren().remove(this);
        Node owner = before;
        if (owner != null && owner.getScene() != null) {
            owner.requestFocus();
        }
    }
}
