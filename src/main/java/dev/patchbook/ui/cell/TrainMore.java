package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.TrainControls;
import dev.patchbook.ui.view.WrapRow;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Once a run is over: so many steps more, with the weights as they are. */
final class TrainMore extends WrapRow {
    private static final long PART = 4; // a quarter of the run is offered
    private static final long MOST = 10_000_000;
    private static final int DIGITS = 8;

    private final CellViewModel cell;
    private final CellCommands commands;
    private final TextField steps = new TextField();
    private final Button go = new Button("Train more");
    private final Label refused = new Label();
    private long offered;

    TrainMore(CellViewModel cell, CellCommands commands, Pins pins) {
        super(8, 4, true);
        this.cell = cell;
        this.commands = commands;
        getStyleClass().add("train-more");
        steps.setPrefColumnCount(DIGITS - 2);
        steps.setAccessibleText("Steps to train more");
        steps.setTooltip(new Tooltip(Command.TRAIN_MORE.with(
                "Steps beyond those the run was to have; the learning rate stays at the end of its schedule")));
        steps.setOnAction(e -> train());
        steps.textProperty().addListener((observable, was, is) -> words());
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(e -> train());
        refused.getStyleClass().addAll("fact-name", "warned");
        refused.setWrapText(true);
        getChildren().addAll(steps, go, refused);
        pins.follow(cell.statusProperty(), status -> show());
        pins.follow(cell.outputProperty(), output -> show());
    }

    /** Puts the keyboard where the number is written; false where the run cannot be gone on with. */
    boolean ask() {
        if (isVisible()) {
            steps.requestFocus();
            steps.selectAll();
        }
        return isVisible();
    }

    private void show() {
        Shown.when(this, TrainControls.of(cell).more());
        if (isVisible()
                && cell.outputProperty().get() instanceof TrainOutput run
                && offered != Math.max(1, run.total() / PART)) {
            offered = Math.max(1, run.total() / PART);
            steps.setText(Long.toString(offered));
        }
        words();
    }

    private void words() {
        OptionalLong wanted = wanted();
        String count = wanted.isPresent() ? " " + Numbers.count(wanted.getAsLong()) : "";
        go.setText("Train" + count + " more");
        String total = wanted.isPresent() && cell.outputProperty().get() instanceof TrainOutput run
                ? ", to step " + Numbers.count(run.total() + wanted.getAsLong())
                : "";
        go.setAccessibleText(go.getText() + " steps" + total);
        go.setTooltip(new Tooltip(go.getText() + " steps" + total + "; the weights go on as they are"));
        Shown.when(refused, false);
    }

    private OptionalLong wanted() {
        String text = steps.getText().replaceAll("[\\s,.'\u202f]", "");
        if (!text.matches("\\d{1," + DIGITS + "}")) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(text);
        return number >= 1 && number <= MOST ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private void train() {
        OptionalLong wanted = wanted();
        if (wanted.isPresent()) {
            commands.select(cell.id());
            commands.training().more(cell.id(), wanted.getAsLong());
            return;
        }
        refused.setText("Write a whole number of steps, from 1 to " + Numbers.count(MOST) + ".");
        Shown.when(refused, true);
        steps.requestFocus();
    }
}
