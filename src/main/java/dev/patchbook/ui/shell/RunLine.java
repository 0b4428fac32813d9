package dev.patchbook.ui.shell;

import dev.patchbook.ui.notebook.RunRow;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** A run in the outline: its line as in the chart, its name, its last loss. */
final class RunLine extends Button {
    private final Line sample = new Line(0, 0, 18, 0);
    private final Label name = new Label();
    private final Label loss = new Label();

    RunLine() {
        getStyleClass().setAll("outline-row");
        name.getStyleClass().add("name");
        name.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        loss.getStyleClass().addAll("mono", "run-loss");
        loss.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, sample, name, space, loss);
        row.setAlignment(Pos.CENTER_LEFT);
        row.prefWidthProperty().bind(widthProperty().subtract(26));
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
    }

    void show(RunRow run) {
        sample.getStyleClass().setAll("run-sample", run.live() ? "live" : "ended");
        name.setText(run.name());
        loss.setText(Double.isNaN(run.loss()) ? "–" : String.format(Locale.ROOT, "%.3f", run.loss()));
        setAccessibleText("Run " + run.name() + ", loss " + loss.getText());
    }
}
