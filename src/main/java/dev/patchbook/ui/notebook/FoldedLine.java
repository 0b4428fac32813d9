package dev.patchbook.ui.notebook;

import dev.patchbook.ui.fx.Pins;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A note that is put away: its first words, and the button that shows it again. */
final class FoldedLine extends HBox {
    FoldedLine(CellViewModel model, Pins pins) {
        super(6);
        getStyleClass().add("folded-line");
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label();
        words.getStyleClass().add("muted");
        words.setMinWidth(0);
        getChildren().addAll(new FoldButton(model, pins), words);
        pins.follow(model.cellProperty(), cell -> words.setText(Words.first(cell.text())));
        show(false);
    }

    void show(boolean is) {
        setVisible(is);
        setManaged(is);
    }
}
