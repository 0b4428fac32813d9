package dev.patchbook.ui.notebook;

import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import javafx.scene.control.Button;

/** Puts a cell away but for its header, and shows it again. */
final class FoldButton extends Button {
    FoldButton(CellViewModel model, Pins pins) {
        getStyleClass().addAll("quiet", "tiny");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(
                e -> model.collapsedProperty().set(!model.collapsedProperty().get()));
        pins.follow(model.collapsedProperty(), collapsed -> {
            setGraphic((collapsed ? Icon.NEXT : Icon.EXPANDED).node());
            Command command = collapsed ? Command.EXPAND : Command.COLLAPSE;
            setTooltip(command.tooltip());
            setAccessibleText(command.words() + " " + model.id());
        });
    }
}
