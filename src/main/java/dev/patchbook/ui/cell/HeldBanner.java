package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.TrainEvent.Blocked;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.Views;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says that a run is held because something could not be written: what, where, what to do; and goes on or stops. */
final class HeldBanner extends VBox {
    private final Label title = new Label();
    private final Label what = new Label();
    private final Label remedy = new Label();

    HeldBanner(CellViewModel cell, CellCommands commands) {
        super(8);
        getStyleClass().addAll("failure", "held-banner");
        setAccessibleRole(AccessibleRole.NODE);
        setMinWidth(0);
        title.getStyleClass().add("failure-what");
        for (Label label : List.of(title, what, remedy)) {
            label.setWrapText(true);
            label.setMinWidth(0);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox text = new VBox(4, title, what, remedy);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(8, Icon.WARNING.node(), text);
        line.setAlignment(Pos.TOP_LEFT);
        Button go = button("Go on", "Try to write it again and go on with the run");
        go.setOnAction(e -> commands.training().resume(cell.id()));
        Button stop = button("Stop", "End the run; what cannot be saved is given up");
        stop.setOnAction(e -> commands.interrupt(cell.id()));
        WrapRow buttons = new WrapRow(8, 8, true);
        buttons.getChildren().addAll(go, stop);
        getChildren().addAll(line, buttons);
        Shown.when(this, false);
    }

    private static Button button(String text, String purpose) {
        Button button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(purpose));
        button.setAccessibleText(text + ": " + purpose);
        return button;
    }

    void show(TrainOutput run) {
        Optional<Blocked> blocked = run.blocked().filter(why -> run.summary().isEmpty());
        Shown.when(this, blocked.isPresent());
        blocked.ifPresent(why -> {
            title.setText("The run is held at step " + Numbers.count(why.step()) + ". Nothing is lost.");
            what.setText(why.what());
            remedy.setText(why.remedy() + " Then go on.");
            Views.say(this, title.getText() + " " + what.getText() + " " + remedy.getText());
        });
    }
}
