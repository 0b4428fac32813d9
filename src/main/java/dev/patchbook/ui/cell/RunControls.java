package dev.patchbook.ui.cell;

import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.TrainControls;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The buttons of a run in its cell's header: pause, resume or go on, and one step while it is held. */
final class RunControls {
    private final CellViewModel cell;
    private final Button hold = new Button();
    private final Button once = new Button("Step", Icon.NEXT.node());

    RunControls(CellViewModel cell, CellCommands commands, Pins pins) {
        this.cell = cell;
        hold.setMinWidth(Region.USE_PREF_SIZE);
        hold.setOnAction(e -> {
            commands.select(cell.id());
            TrainControls.of(cell).hold(cell.id(), commands.training());
        });
        once.setMinWidth(Region.USE_PREF_SIZE);
        once.setTooltip(Command.ONE_STEP.tooltip());
        once.setAccessibleText(Command.ONE_STEP.tip());
        once.setOnAction(e -> {
            commands.select(cell.id());
            commands.training().once(cell.id());
        });
        pins.follow(cell.statusProperty(), status -> show());
        pins.follow(cell.outputProperty(), output -> show());
    }

    List<Node> nodes() {
        return List.of(hold, once);
    }

    private void show() {
        TrainControls asks = TrainControls.of(cell);
        Shown.when(hold, asks.pause() || asks.resume());
        // Between two single steps it runs for a moment: a button that went away then would lose the keyboard.
        Shown.when(once, asks.once() || once.isFocused() && asks.resume());
        boolean ended = !cell.statusProperty().get().busy();
        hold.setGraphic((asks.pause() ? Icon.PAUSE : Icon.RUN).node());
        hold.setText(asks.pause() ? "Pause" : ended ? "Go on" : "Resume");
        String purpose = asks.pause()
                ? "Hold between two steps"
                : ended
                        ? "Go on with the run that was stopped"
                        : cell.statusProperty().get().kind() == Kind.PAUSED
                                ? "Go on with the next step"
                                : "Do not hold it after all";
        String tip = Command.PAUSE.with(purpose);
        hold.setTooltip(new Tooltip(tip));
        hold.setAccessibleText(hold.getText() + ": " + tip);
    }
}
