package dev.patchbook.ui.shell;

import dev.patchbook.store.LineDiff.Change;
import dev.patchbook.store.LineDiff.Line;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What differs between two states of a notebook, line by line, with a few lines around; long same stretches are left out. */
final class DiffView extends VBox {
    private static final int AROUND = 3;
    private static final int MOST = 2000;
    private static final double MOST_HEIGHT = 260;

    private final VBox lines = new VBox();

    /**
     * Shows what differs.
     *
     * @param title what the removed lines are of, and what the added ones
     * @param close puts it away
     */
    DiffView(String title, List<Line> diff, Runnable close) {
        getStyleClass().add("diff");
        Label name = new Label(title);
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Button done = new Button("Close");
        done.setTooltip(new Tooltip("Put the comparison away"));
        done.setMinWidth(USE_PREF_SIZE);
        done.setOnAction(e -> close.run());
        HBox head = new HBox(8, name, done);
        head.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add("diff-lines");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(120);
        scroll.prefViewportHeightProperty().bind(Bindings.min(MOST_HEIGHT, lines.heightProperty()));
        scroll.setAccessibleText(title);
        getChildren().addAll(head, scroll);
        fill(diff);
    }

    private void fill(List<Line> diff) {
        int hidden = 0;
        for (int i = 0; i < diff.size() && lines.getChildren().size() < MOST; i++) {
            if (near(diff, i)) {
                skipped(hidden);
                hidden = 0;
                lines.getChildren().add(row(diff.get(i)));
            } else {
                hidden++;
            }
        }
        skipped(hidden);
        if (diff.stream().allMatch(line -> line.change() == Change.SAME)) {
            lines.getChildren().setAll(plain("Both say the same."));
        }
    }

    private static boolean near(List<Line> diff, int index) {
        int to = Math.min(diff.size() - 1, index + AROUND);
        for (int i = Math.max(0, index - AROUND); i <= to; i++) {
            if (diff.get(i).change() != Change.SAME) {
                return true;
            }
        }
        return false;
    }

    private void skipped(int count) {
        if (count > 0) {
            lines.getChildren().add(plain(count == 1 ? "… 1 line the same" : "… " + count + " lines the same"));
        }
    }

    private static Label plain(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("diff-skipped");
        return label;
    }

    private static HBox row(Line line) {
        String sign = line.change() == Change.SAME ? " " : line.change() == Change.ADDED ? "+" : "−";
        int number = line.change() == Change.REMOVED ? line.before() : line.after();
        Label place = new Label(String.format(Locale.ROOT, "%4d %s", number, sign));
        place.getStyleClass().addAll("mono", "diff-place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(line.text());
        text.getStyleClass().add("mono");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(8, place, text);
        row.setMinWidth(0);
        row.getStyleClass().addAll("diff-line", line.change().name().toLowerCase(Locale.ROOT));
        String word = line.change() == Change.SAME ? "" : line.change() == Change.ADDED ? "Added: " : "Removed: ";
        row.setAccessibleText(word + line.text());
        return row;
    }
}
