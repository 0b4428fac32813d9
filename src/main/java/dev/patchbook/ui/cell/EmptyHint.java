package dev.patchbook.ui.cell;

import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellStatus;
import dev.patchbook.ui.notebook.CellViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a cell shows before it has run: one calm line on what running it will show, and the button that does. */
final class EmptyHint extends VBox {
    private final Label text = new Label();
    private final Button run = new Button("Run", Icon.RUN.node());

    EmptyHint(CellViewModel cell, CellCommands commands, Pins pins) {
        super(8);
        text.getStyleClass().add("hint");
        text.setWrapText(true);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.setTooltip(Command.RUN_CELL.tooltip());
        run.setOnAction(e -> commands.run(cell.id()));
        HBox row = new HBox(12, run, text);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
        setFillWidth(true);
        CellKind kind = cell.cellProperty().get().kind();
        pins.follow(cell.statusProperty(), status -> show(kind, status));
    }

    private void show(CellKind kind, CellStatus status) {
        boolean running = status.kind() == CellStatus.Kind.RUNNING;
        Shown.when(run, !status.busy());
        text.setText(
                running
                        ? "Working: " + status.word()
                        : status.kind() == CellStatus.Kind.QUEUED ? "Waits for its turn." : promise(kind));
    }

    private static String promise(CellKind kind) {
        return switch (kind) {
            case DATA -> "Shows the pictures with their captions, the split, and every row that cannot be used.";
            case MODEL -> "Builds the model with fresh weights and shows its parts, shapes and parameters.";
            case TRAIN -> "Trains the model: the loss falls live, with captions of unseen pictures as they improve.";
            case PATCHES -> "Cuts a picture into the patches the model sees.";
            case ATTENTION -> "Shows where each head of the model looks, over the picture.";
            case IMAGES -> "Shows the pictures of the data as points in a plane: near ones are alike to the model.";
            case COMPARE -> "Shows two checkpoints, runs, models or pictures side by side, and where they differ.";
            case SAMPLE -> "Writes a caption one character at a time, with what else the model considered.";
            case NOTE, UNKNOWN -> "";
        };
    }
}
