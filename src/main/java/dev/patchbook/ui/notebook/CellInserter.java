package dev.patchbook.ui.notebook;

import dev.patchbook.ui.fx.Icon;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** The gap above a cell: the mouse over it shows a button that adds a cell there. */
final class CellInserter extends StackPane {
    CellInserter(NotebookViewModel notebook, CellViewModel below) {
        getStyleClass().add("inserter");
        // Made only when it is to be seen: a big notebook has hundreds of gaps.
        setOnMouseEntered(e -> {
            if (getChildren().isEmpty()) {
                getChildren().add(button(notebook, below));
            }
        });
    }

    private static Button button(NotebookViewModel notebook, CellViewModel below) {
        Button add = new Button(null, Icon.ADD.node());
        add.getStyleClass().addAll("quiet", "inserter-button");
        add.setTooltip(new Tooltip("Add a cell here"));
        add.setAccessibleText("Add a cell here");
        add.setFocusTraversable(false);
        add.setOnAction(e -> CellMenu.kinds(kind ->
                        notebook.commands().cells().add(notebook.commands().indexOf(below.id()), kind))
                .show(add, Side.BOTTOM, 0, 4));
        return add;
    }
}
