package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.session.LookBack.Made;
import dev.patchbook.session.LookBack.View;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.WrapRow;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Says of a cell that it shows a run as it was at a checkpoint, and which, with the way back to the newest. */
final class LookBackLine extends WrapRow {
    private static final String TIP = "Show the newest weights again, here and in every cell that looks at this run";

    private final Label words = new Label(null, Icon.STALE.node());

    LookBackLine(CellViewModel cell, CellCommands commands, Pins pins) {
        super(8, 4, true);
        getStyleClass().add("look-back");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button newest = newest();
        newest.setOnAction(e -> {
            View view = cell.lookBackProperty().get();
            if (view != null) {
                commands.training().lookAt(view.train(), 0);
            }
        });
        getChildren().addAll(words, newest);
        pins.follow(
                cell.lookBackProperty(),
                view -> show(view, cell.outputProperty().get() != null));
    }

    /** The way back. */
    static Button newest() {
        Button button = new Button("Newest");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(TIP));
        button.setAccessibleText("Newest: " + TIP);
        return button;
    }

    private void show(@Nullable View view, boolean something) {
        Shown.when(this, view != null);
        if (view != null) {
            words.setText(words(view, something));
        }
    }

    /** Which checkpoint is shown, and which is to be. */
    static String words(View view, boolean something) {
        String of = " of “" + view.train() + "”";
        String wanted = "Step " + Numbers.count(view.step()) + of;
        long shown = view.made().map(Made::step).orElse(0L);
        if (!view.due() && view.failure().isEmpty()) {
            return wanted + ", not its newest weights";
        }
        String now = shown == 0
                ? something ? " Shown are the newest weights." : ""
                : " Shown is step " + Numbers.count(shown) + ".";
        return view.failure()
                .map(why -> wanted + " cannot be shown. " + why.what() + " " + why.remedy() + now)
                .orElse(wanted + " is on its way." + now);
    }
}
