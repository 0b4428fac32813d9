package dev.patchbook.ui.cell;

import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.notebook.CellBody;
import dev.patchbook.ui.notebook.CellViewModel;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A cell of a kind this version does not know: its text as it stands in the file. */
final class UnknownBody implements CellBody {
    private final VBox root = new VBox(8);
    private final Pins pins = new Pins();

    UnknownBody(CellViewModel cell) {
        Label why = new Label("This version of Patchbook does not know this kind of cell. It is kept as it is.");
        why.getStyleClass().add("hint");
        why.setWrapText(true);
        Label source = new Label();
        source.getStyleClass().add("mono");
        source.setWrapText(true);
        root.getChildren().addAll(why, source);
        pins.follow(cell.cellProperty(), is -> source.setText(is.source()));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void release() {
        pins.release();
    }
}
