package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.store.RunInfo;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.TrainCommands;
import dev.patchbook.ui.view.WrapRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The runs kept beside the notebook, those of the cell first: how each stands, its steps, best loss, size and date, whether it
 * is drawn beside the cell's own, and what can be done with it; below, the settings in which those drawn differ.
 */
final class RunsPane extends VBox {
    private static final int FEW = 8;

    private final String cell;
    private final RunComparison comparison;
    private final RunDesk desk;
    private final Button fold = new Button("Runs", Icon.NEXT.node());
    private final GridPane rows = grid();
    private final GridPane trash = grid();
    private final Button archived = new Button();
    private final Button deleted = new Button();
    private final WrapRow others = new WrapRow(8, 4, true);
    private final VBox table = new VBox();
    private final Label note = new Label();
    private final Button undo = new Button("Undo", Icon.UNDO.node());
    private final WrapRow said = new WrapRow(8, 4, true);
    private boolean open;
    private boolean all;
    private boolean aside;
    private boolean gone;
    private @Nullable Path naming;

    RunsPane(String cell, RunComparison comparison, TrainCommands training) {
        super(6);
        this.cell = cell;
        this.comparison = comparison;
        this.desk = new RunDesk(comparison, training, this::say);
        getStyleClass().add("runs-pane");
        setMinWidth(0);
        fold.getStyleClass().addAll("quiet", "runs-fold");
        fold.setMinWidth(Region.USE_PREF_SIZE);
        fold.setOnAction(e -> {
            open = !open;
            comparison.look();
            show();
        });
        archived.setOnAction(e -> {
            aside = !aside;
            show();
        });
        deleted.setOnAction(e -> {
            gone = !gone;
            show();
        });
        others.getChildren().addAll(archived, deleted);
        note.getStyleClass().addAll("hint", "runs-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        said.getChildren().addAll(note, undo);
        getChildren().addAll(fold, rows, said, others, trash, table);
        show();
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("runs-rows");
        grid.setMinWidth(0);
        return grid;
    }

    private void say(RunDesk.Told told) {
        note.setText(told.words());
        undo.setOnAction(e -> told.undo().ifPresent(Runnable::run));
        undo.setAccessibleText("Undo: " + told.words());
        Shown.when(undo, told.undo().isPresent());
        show();
        if (undo.isVisible()) {
            undo.requestFocus();
        }
    }

    /** Shows what is known now. */
    void show() {
        long own = comparison.kept().stream()
                .filter(run -> run.cell().equals(cell) && !run.archived())
                .count();
        int shown = comparison.compared().size();
        String words = "Runs"
                + (own > 0 ? " (" + Numbers.count(own) + ")" : "")
                + (shown > 1 ? ", " + shown + " compared" : "");
        fold.setText(words);
        fold.setGraphic((open ? Icon.EXPANDED : Icon.NEXT).node());
        fold.setAccessibleText(words + (open ? ", open" : ", folded"));
        Shown.when(rows, open);
        Shown.when(said, open && !note.getText().isEmpty());
        Shown.when(others, open);
        SettingsDiff diff = SettingsDiff.of(comparison.compared());
        Shown.when(table, shown > 1);
        table.getChildren().setAll(shown > 1 ? List.of(table(diff)) : List.of());
        if (open) {
            List<RunInfo> put =
                    comparison.kept().stream().filter(RunInfo::archived).toList();
            offer(archived, aside, "archived", put);
            offer(deleted, gone, "deleted", comparison.deleted());
            fill();
        }
        Shown.when(trash, open && gone && !comparison.deleted().isEmpty());
    }

    private static void offer(Button button, boolean shown, String what, List<RunInfo> runs) {
        button.setText((shown ? "Hide " : "Show ") + Numbers.count(runs.size()) + " " + what + ", "
                + RunFacts.size(runs) + " on disk");
        Shown.when(button, !runs.isEmpty());
    }

    /** The groups of runs, the cell's own first, the newest of each first; an archived one that is drawn stays. */
    private Map<String, List<RunInfo>> groups() {
        Map<String, List<RunInfo>> groups = new LinkedHashMap<>();
        groups.put(cell, new ArrayList<>());
        comparison.kept().stream()
                .filter(run -> aside || !run.archived() || comparison.shows(run))
                .forEach(run -> groups.computeIfAbsent(run.cell(), each -> new ArrayList<>())
                        .add(run));
        groups.values()
                .forEach(group ->
                        group.sort(Comparator.comparing(RunInfo::number).reversed()));
        return groups;
    }

    private void fill() {
        String focused = focused();
        rows.getChildren().clear();
        int line = 0;
        int left = 0;
        for (List<RunInfo> group : groups().values()) {
            int most = all ? group.size() : Math.min(FEW, group.size());
            for (RunInfo run : group.subList(0, most)) {
                row(run, line++);
            }
            left += group.size() - most;
        }
        if (left > 0) {
            Button more = new Button("Show " + Numbers.count(left) + " earlier runs");
            more.setOnAction(e -> {
                all = true;
                show();
            });
            rows.add(more, 0, line, 2, 1);
        }
        trash.getChildren().clear();
        for (int i = 0; i < comparison.deleted().size(); i++) {
            RunLine.deleted(comparison.deleted().get(i), desk, trash, i);
        }
        focus(focused);
    }

    /** Lines are made anew: the keyboard stays where it was by what it is on. */
    private String focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner != null && rows.getChildren().contains(owner) ? String.valueOf(owner.getAccessibleText()) : "";
    }

    private void focus(String words) {
        rows.getChildren().stream()
                .filter(node -> !words.isEmpty() && words.equals(node.getAccessibleText()))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void row(RunInfo run, int line) {
        if (run.folder().equals(naming)) {
            Node field = RunLine.naming(run, desk, () -> {
                naming = null;
                show();
                focus(RunLine.tip(run));
            });
            rows.add(field, 0, line, 3, 1);
            ((WrapRow) field).getChildren().get(0).requestFocus();
            return;
        }
        RunLine made = new RunLine(run, comparison, desk, named -> {
            naming = named.folder();
            show();
        });
        made.box().setOnAction(e -> {
            note.setText("");
            comparison.compare(run, made.box().isSelected(), why -> say(RunDesk.Told.problem(why)));
            Shown.when(said, false);
        });
        made.into(rows, line);
    }

    private static Node table(SettingsDiff diff) {
        if (diff.rows().isEmpty()) {
            Label same = new Label("All settings are the same.");
            same.getStyleClass().add("hint");
            return same;
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("runs-diff");
        grid.setMinWidth(0);
        for (int y = 0; y < diff.rows().size(); y++) {
            for (int x = 0; x < diff.rows().get(y).size(); x++) {
                Label label = new Label(diff.rows().get(y).get(x));
                label.setWrapText(true);
                label.setMinWidth(0);
                label.getStyleClass().add(x == 0 || y == 0 ? "runs-head" : "mono");
                grid.add(label, x, y);
            }
        }
        return grid;
    }
}
