package dev.patchbook.ui.importing;

import dev.patchbook.engine.DataCheck;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.importing.FullCheck.Stand;
import dev.patchbook.ui.rows.RowCounts;
import dev.patchbook.ui.view.Views;
import dev.patchbook.ui.view.WrapRow;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Checks every row: the button, how far it is and what stops it, and how many rows there are to train on. */
final class CheckBar extends WrapRow {
    private final FullCheck check;
    private final Button start = new Button("Check all rows", Icon.RUN.node());
    private final Button stop = new Button("Stop", Icon.STOP.node());
    private final ProgressBar progress = new ProgressBar();
    private final Label result = new Label();

    CheckBar(ImportViewModel model) {
        super(8, 6, true);
        this.check = model.check();
        start.setTooltip(new Tooltip("Read the data to its end and list every row that cannot be used"));
        stop.setAccessibleText("Stop the check");
        progress.getStyleClass().add("check-progress");
        progress.setAccessibleText("How far the check is");
        result.setWrapText(true);
        result.setMinWidth(0);
        result.setMinHeight(Region.USE_PREF_SIZE);
        result.getStyleClass().add("check-result");
        start.setOnAction(e -> {
            check.start();
            stop.requestFocus();
        });
        stop.setOnAction(e -> {
            check.stop();
            start.requestFocus();
        });
        getChildren().addAll(start, progress, stop, result);
        check.standProperty().addListener((observable, was, is) -> show(is));
        model.rows()
                .phaseProperty()
                .addListener((observable, was, is) -> start.setDisable(!(is instanceof FirstRows.Phase.Shown)));
        start.setDisable(true);
        show(check.standProperty().get());
    }

    private void show(Stand stand) {
        boolean running = stand instanceof Stand.Running;
        boolean held = stop.isFocused() || progress.isFocused();
        Shown.when(start, !running);
        Shown.when(progress, running);
        Shown.when(stop, running);
        if (held && !running) {
            start.requestFocus();
        }
        if (stand instanceof Stand.Running now) {
            progress.setProgress(now.share());
        }
        if (stand instanceof Stand.Done done) {
            DataCheck found = done.found();
            say(RowCounts.words(found.usable(), found.rows()), found.usable() < found.rows());
        } else if (stand instanceof Stand.Failed failed) {
            say(failed.what() + " " + failed.remedy(), true);
        } else {
            say("", false);
        }
    }

    private void say(String words, boolean warning) {
        result.setText(words);
        result.setGraphic(words.isEmpty() ? null : (warning ? Icon.WARNING : Icon.DONE).node());
        Shown.when(result, !words.isEmpty());
        Views.say(result, words);
    }
}
