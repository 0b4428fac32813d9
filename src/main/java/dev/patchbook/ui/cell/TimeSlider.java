package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One slider over the checkpoints of a run, the newest weights at its end: every patches, attention, sample and compare cell
 * of the run shows the run as it was there. Arrow keys go to the next checkpoint, Home and End to the first and to the newest.
 */
final class TimeSlider extends VBox {
    private static final int MOST_MARKS = 40;

    private final CellViewModel cell;
    private final CellCommands commands;
    private final Slider slider = new Slider(0, 1, 1);
    private final Label words = new Label();
    private final Button newest = LookBackLine.newest();
    private List<Saved> checkpoints = List.of();
    private boolean following;

    TimeSlider(CellViewModel cell, CellCommands commands, Pins pins) {
        super(4);
        this.cell = cell;
        this.commands = commands;
        getStyleClass().add("time-slider");
        setMinWidth(0);
        Label title = new Label("Look back");
        title.getStyleClass().add("fact-name");
        words.getStyleClass().add("fact-value");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        newest.setOnAction(e -> {
            slider.requestFocus(); // the button goes
            commands.training().lookAt(cell.id(), 0);
        });
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setMinWidth(0);
        slider.setTooltip(
                new Tooltip("A checkpoint of this run: the patches, attention, sample and compare cells that use it"
                        + " show it as it was then. Arrow keys, Home, End"));
        slider.valueProperty().addListener((observable, was, is) -> choose());
        WrapRow line = new WrapRow(8, 4, true);
        line.getChildren().addAll(title, words, newest);
        getChildren().addAll(line, slider);
        pins.follow(cell.lookedAtProperty(), step -> follow());
        pins.follow(cell.linksProperty(), links -> follow());
    }

    /** The checkpoints of a run; the last is left out where it is what the run ended with. */
    void show(TrainOutput run) {
        boolean best = commands.setting(cell.id(), "keep-best").equals("yes");
        List<Saved> now = run.looks();
        boolean same = run.summary().isPresent()
                && !best
                && !now.isEmpty()
                && now.get(now.size() - 1).step() == run.step();
        List<Saved> offered = same ? now.subList(0, now.size() - 1) : now;
        if (!offered.equals(checkpoints)) {
            checkpoints = List.copyOf(offered);
            follow();
        }
    }

    /** A person moved it. */
    private void choose() {
        if (!following) {
            int index = (int) Math.round(slider.getValue());
            long step = index < checkpoints.size() ? checkpoints.get(index).step() : 0;
            if (step != cell.lookedAtProperty().get()) {
                commands.training().lookAt(cell.id(), step);
            }
        }
    }

    /** Stands where the session looks. */
    private void follow() {
        Shown.when(this, !checkpoints.isEmpty() && !commands.lookers(cell.id()).isEmpty());
        long step = cell.lookedAtProperty().get();
        int index = 0;
        while (index < checkpoints.size() && checkpoints.get(index).step() != step) {
            index++;
        }
        following = true;
        slider.setMax(Math.max(1, checkpoints.size()));
        slider.setShowTickMarks(checkpoints.size() <= MOST_MARKS);
        slider.setValue(index);
        following = false;
        boolean past = index < checkpoints.size();
        words.setText(
                past
                        ? words(checkpoints.get(index)) + " · " + (index + 1) + " of " + checkpoints.size()
                                + " checkpoints"
                        : "Newest weights · " + count(checkpoints.size()));
        Shown.when(newest, past);
        slider.setAccessibleText("Look back: " + words.getText());
    }

    private static String words(Saved saved) {
        return "Step " + Numbers.count(saved.step())
                + (Double.isFinite(saved.loss()) ? ", validation loss " + Numbers.loss(saved.loss()) : "");
    }

    private static String count(int checkpoints) {
        return checkpoints == 1 ? "1 checkpoint to look back at" : checkpoints + " checkpoints to look back at";
    }
}
