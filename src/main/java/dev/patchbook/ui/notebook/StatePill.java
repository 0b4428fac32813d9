package dev.patchbook.ui.notebook;

import dev.patchbook.ui.fx.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A cell's state: pictogram and word, never colour alone. */
public final class StatePill extends Label {
    private final FontIcon icon = Icon.IDLE.node();

    StatePill() {
        getStyleClass().add("pill");
        setGraphic(icon);
        setAlignment(Pos.CENTER);
        setMinWidth(Region.USE_PREF_SIZE);
        show(CellStatus.IDLE);
    }

    void show(CellStatus status) {
        for (CellStatus.Kind kind : CellStatus.Kind.values()) {
            getStyleClass().remove(kind.style());
        }
        getStyleClass().add(status.kind().style());
        icon(status.kind()).show(icon);
        setText(status.word());
        setAccessibleText("State: " + status.word());
    }

    /** The pictogram of a state. */
    public static Icon icon(CellStatus.Kind kind) {
        return switch (kind) {
            case IDLE -> Icon.IDLE;
            case QUEUED -> Icon.QUEUED;
            case RUNNING -> Icon.RUNNING;
            case PAUSED -> Icon.PAUSE;
            case DONE -> Icon.DONE;
            case FAILED -> Icon.FAILED;
            case STALE -> Icon.STALE;
        };
    }
}
