package dev.patchbook.ui.fx;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
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
public final class Sheet extends StackPane {
    private final Pane layers;
    private final ChangeListener<Node> kept = (observable, was, is) -> keep(is);
    private @Nullable Node before;
    private @Nullable Node first;
    private boolean backwards;
    private boolean patient;
    private Runnable closed = () -> {};

    /** A sheet that lies over what is in the layers once it is opened. */
    public Sheet(Pane layers, Region panel) {
        this.layers = layers;
        getStyleClass().add("sheet");
        panel.getStyleClass().add("sheet-panel");
        setAlignment(panel, Pos.TOP_CENTER);
        getChildren().add(panel);
        setOnMousePressed(e -> {
            if (e.getTarget() == this && !patient) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            backwards = e.isShiftDown();
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
    }

    /** A click beside it does not put it away: there is too much in it to be lost by that. */
    public Sheet patient() {
        patient = true;
        return this;
    }

    /** Sets what is done when it is put away, however that comes about. */
    public void onClosed(Runnable action) {
        closed = action;
    }

    /** Shows it and gives the keyboard to a node of it. */
    public void open(Node focus) {
        Scene scene = layers.getScene();
        if (!isOpen()) {
            before = Optional.ofNullable(scene).map(Scene::getFocusOwner).orElse(null);
            layers.getChildren().add(this);
            if (scene != null) {
                scene.focusOwnerProperty().addListener(kept);
            }
        }
        first = focus;
        focus.requestFocus();
        keep(scene == null ? null : scene.getFocusOwner()); // where that one cannot have it now
    }

    /** Tab goes round in it, not out of it. */
    private void keep(@Nullable Node owner) {
        if (owner == null || within(owner) || !topmost()) {
            return;
        }
        List<Node> stops = lookupAll("*").stream().filter(Sheet::takesKeyboard).toList();
        Node start = stops.isEmpty() ? first : stops.get(backwards ? stops.size() - 1 : 0);
        if (start != null) {
            start.requestFocus();
        }
    }

    /** Of several sheets only the one on top may keep the keyboard. */
    private boolean topmost() {
        return layers.getChildren().stream()
                .filter(Sheet.class::isInstance)
                .reduce((below, above) -> above)
                .filter(this::equals)
                .isPresent();
    }

    private boolean within(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesKeyboard(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible() || each.isDisabled()) {
                return false;
            }
        }
        return node.isFocusTraversable();
    }

    /** Whether it is shown. */
    public boolean isOpen() {
        return layers.getChildren().contains(this);
    }

    /** Puts it away. */
    public void close() {
        if (!isOpen()) {
            return;
        }
        Scene scene = layers.getScene();
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(kept);
        }
        layers.getChildren().remove(this);
        Node owner = before;
        if (owner != null && owner.getScene() != null) {
            owner.requestFocus();
        }
        closed.run();
    }
}
