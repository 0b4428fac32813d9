package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.Bases;
import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says in the cell what went wrong and what to do about it. */
final class FailureBanner extends HBox {
    private final Label what = new Label();
    private final Label remedy = new Label();
    private final Button other = new Button("Choose another");

    FailureBanner(CellViewModel model, CellCommands commands, Runnable edit) {
        getStyleClass().add("failure");
        setAlignment(Pos.TOP_LEFT);
        what.setWrapText(true);
        what.getStyleClass().add("failure-what");
        remedy.setWrapText(true);
        VBox text = new VBox(4, what, remedy);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button settings = new Button("Settings");
        settings.setTooltip(new Tooltip(Command.EDIT_CELL.with("Open the settings of this cell")));
        settings.setMinWidth(USE_PREF_SIZE);
        settings.setOnAction(e -> edit.run());
        other.setMinWidth(USE_PREF_SIZE);
        other.setTooltip(new Tooltip("Let the cell build on another one"));
        other.setOnAction(e -> choose(model, commands));
        getChildren().addAll(Icon.FAILED.node(), text, other, settings);
        show(null);
    }

    /** The way out where a cell builds on what is not there, or on itself. */
    private void choose(CellViewModel model, CellCommands commands) {
        ContextMenu menu = new ContextMenu();
        for (CellId base : commands.cells().bases(model.id())) {
            MenuItem item = new MenuItem("from " + base);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> commands.cells().base(model.id(), base));
            menu.getItems().add(item);
        }
        if (menu.getItems().isEmpty()) {
            Bases.needed(model.cellProperty().get().kind()).stream().sorted().forEach(kind -> {
                MenuItem item = new MenuItem("Add a " + kind.id() + " cell above");
                item.setOnAction(e -> commands.cells().add(commands.indexOf(model.id()), kind));
                menu.getItems().add(item);
            });
        }
        menu.show(other, Side.BOTTOM, 0, 4);
    }

    void show(CellViewModel.@Nullable Failure failure) {
        setVisible(failure != null);
        setManaged(failure != null);
        if (failure != null) {
            other.setVisible(failure.key().equals(CellForm.FROM));
            other.setManaged(other.isVisible());
            what.setText(failure.what());
            remedy.setText(failure.remedy());
            remedy.setVisible(!failure.remedy().isEmpty());
            remedy.setManaged(!failure.remedy().isEmpty());
            setAccessibleText("Failed. " + failure.what() + " " + failure.remedy());
        }
    }
}
