package dev.patchbook.ui.notebook;

import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The margin at the left of a cell: the number of its last run, and how long that took. */
final class CellMargin extends VBox {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final HBox tools = new HBox(2);

    /** An empty margin: what stands beside it is in line with the cards. */
    CellMargin() {
        getStyleClass().add("cell-margin");
        setMinWidth(Region.USE_PREF_SIZE);
    }

    CellMargin(CellViewModel model, Pins pins) {
        this();
        setAlignment(Pos.TOP_RIGHT);
        Label relation = new Label();
        relation.getStyleClass().add("relation");
        pins.follow(model.relationProperty(), is -> {
            relation.setText(is.words());
            relation.setGraphic(new Label(is.sign())); // what a narrow margin has room for
            relation.setVisible(is != CellViewModel.Relation.NONE);
            relation.setManaged(relation.isVisible());
        });
        numbers(model, pins);
        getChildren().add(relation);
    }

    private void numbers(CellViewModel model, Pins pins) {
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

    /** Shows what the cell is dragged by, with the mouse over the cell. */
    void handle(Node handle) {
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.getChildren().add(handle);
        getChildren().add(tools);
    }

    /** A button for the menu of a cell without a header. */
    void menu(CellMenu menu) {
        Button more = new Button(null, Icon.MORE.node());
        more.getStyleClass().addAll("quiet", "tiny", "margin-menu");
        more.setAccessibleText("More: edit, move, copy, delete");
        more.setTooltip(new Tooltip("More: edit, move, copy, delete"));
        more.setOnAction(e -> menu.show(more));
        tools.getChildren().add(more);
    }
}
