package dev.patchbook.ui.notebook;

import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says in the cell what went wrong and what to do about it. */
final class FailureBanner extends HBox {
    private final Label what = new Label();
    private final Label remedy = new Label();

    FailureBanner(Runnable edit) {
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
        getChildren().addAll(Icon.FAILED.node(), text, settings);
        show(null);
    }

    void show(CellViewModel.@Nullable Failure failure) {
        setVisible(failure != null);
        setManaged(failure != null);
        if (failure != null) {
            what.setText(failure.what());
            remedy.setText(failure.remedy());
            remedy.setVisible(!failure.remedy().isEmpty());
            remedy.setManaged(!failure.remedy().isEmpty());
            setAccessibleText("Failed. " + failure.what() + " " + failure.remedy());
        }
    }
}
