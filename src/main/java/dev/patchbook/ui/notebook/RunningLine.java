package dev.patchbook.ui.notebook;

import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Pins;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** How far a running cell is and how long it will still take; a training says so itself, beside its losses. */
final class RunningLine extends VBox {
    private final CellViewModel model;
    private final ProgressBar bar = new ProgressBar();
    private final Label left = new Label();

    RunningLine(CellViewModel model, Pins pins) {
        super(2);
        this.model = model;
        getStyleClass().add("running-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thin-bar");
        left.getStyleClass().add("hint");
        getChildren().addAll(bar, left);
        pins.follow(model.statusProperty(), status -> show());
        pins.follow(model.leftProperty(), text -> show());
        pins.follow(model.outputProperty(), output -> show());
    }

    private void show() {
        CellStatus status = model.statusProperty().get();
        boolean training = model.outputProperty().get() instanceof TrainOutput train
                && train.summary().isEmpty();
        boolean on = status.kind() == CellStatus.Kind.RUNNING && !training;
        setVisible(on);
        setManaged(on);
        if (!on) {
            return;
        }
        bar.setProgress(status.share() >= 0 ? status.share() : ProgressBar.INDETERMINATE_PROGRESS);
        String rest = model.leftProperty().get();
        bar.setAccessibleText(status.word() + (rest.isEmpty() ? "" : ", " + rest));
        left.setText(rest);
        left.setVisible(!rest.isEmpty());
        left.setManaged(!rest.isEmpty());
    }
}
