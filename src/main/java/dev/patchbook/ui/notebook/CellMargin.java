package dev.patchbook.ui.notebook;

import dev.patchbook.ui.fx.Pins;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The margin at the left of a cell: the number of its last run, and how long that took. */
final class CellMargin extends VBox {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    /** An empty margin: what stands beside it is in line with the cards. */
    CellMargin() {
        getStyleClass().add("cell-margin");
        setMinWidth(Region.USE_PREF_SIZE);
    }

    CellMargin(CellViewModel model, Pins pins) {
        this();
        setAlignment(Pos.TOP_RIGHT);
        if (!model.cellProperty().get().kind().runs()) {
            return;
        }
        Label number = new Label();
        number.getStyleClass().addAll("mono", "run-number");
        Label span = new Label();
        span.getStyleClass().addAll("mono", "run-span");
        span.textProperty().bind(model.durationProperty());
        getChildren().addAll(number, span);
        pins.add(span.textProperty()::unbind);
        pins.follow(model.statusProperty(), status -> {
            number.setText(number(status, model.countProperty().get()));
            number.pseudoClassStateChanged(RUNNING, status.kind() == CellStatus.Kind.RUNNING);
        });
        pins.follow(
                model.countProperty(),
                count -> number.setText(number(model.statusProperty().get(), count.intValue())));
    }

    static String number(CellStatus status, int count) {
        return switch (status.kind()) {
            case QUEUED -> "[…]";
            case RUNNING -> "[▶]";
            case PAUSED -> "[‖]";
            default -> count == 0 ? "[ ]" : "[" + count + "]";
        };
    }
}
