package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.store.RunInfo;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The runs kept beside the notebook, those of the cell first: how each stands, its steps, best loss, size and date, and
 * whether it is drawn beside the cell's own; below, the settings in which those drawn differ.
 */
final class RunsPane extends VBox {
    private static final int FEW = 8;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final String cell;
    private final RunComparison comparison;
    private final Button fold = new Button("Runs", Icon.NEXT.node());
    private final GridPane rows = new GridPane();
    private final VBox table = new VBox();
    private final Label problem = new Label();
    private boolean open;
    private boolean all;

    RunsPane(String cell, RunComparison comparison) {
        super(6);
        this.cell = cell;
        this.comparison = comparison;
        getStyleClass().add("runs-pane");
        setMinWidth(0);
        fold.getStyleClass().addAll("quiet", "runs-fold");
        fold.setMinWidth(Region.USE_PREF_SIZE);
        fold.setOnAction(e -> {
            open = !open;
            comparison.look();
            show();
        });
        rows.getStyleClass().add("runs-rows");
        rows.setMinWidth(0);
        problem.getStyleClass().add("hint");
        problem.setWrapText(true);
        getChildren().addAll(fold, rows, problem, table);
        show();
    }

    /** Shows what is known now. */
    void show() {
        long own = comparison.kept().stream()
                .filter(run -> run.cell().equals(cell))
                .count();
        int shown = comparison.compared().size();
        String words = "Runs" + (own > 0 ? " (" + Numbers.count(own) + ")" : "")
                + (shown > 1 ? ", " + shown + " compared" : "");
        fold.setText(words);
        fold.setGraphic((open ? Icon.EXPANDED : Icon.NEXT).node());
        fold.setAccessibleText(words + (open ? ", open" : ", folded"));
        Shown.when(rows, open);
        Shown.when(problem, open && !problem.getText().isEmpty());
        SettingsDiff diff = SettingsDiff.of(comparison.compared());
        Shown.when(table, shown > 1);
        table.getChildren().setAll(shown > 1 ? List.of(table(diff)) : List.of());
        if (open) {
            fill();
        }
    }

    private void fill() {
        Map<String, List<RunInfo>> groups = new LinkedHashMap<>();
        groups.put(cell, new ArrayList<>());
        comparison
                .kept()
                .forEach(run -> groups.computeIfAbsent(run.cell(), each -> new ArrayList<>())
                        .add(run));
        rows.getChildren().clear();
        int line = 0;
        int left = 0;
        for (List<RunInfo> group : groups.values()) {
            group.sort(Comparator.comparing(RunInfo::number).reversed());
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
    }

    /** A line of the list; what can be done with a run goes behind its facts. */
    private void row(RunInfo run, int line) {
        CheckBox box = new CheckBox(run.title());
        box.setSelected(comparison.shows(run));
        box.setDisable(comparison.isOwn(run) || run.problem().isPresent());
        box.setMinWidth(Region.USE_PREF_SIZE);
        String facts = facts(run);
        box.setAccessibleText((comparison.isOwn(run) ? "shown: " : "compare with ") + box.getText() + ", " + facts);
        box.setOnAction(e -> {
            problem.setText("");
            comparison.compare(run, box.isSelected(), why -> {
                problem.setText(why.what() + " " + why.remedy());
                show();
            });
            Shown.when(problem, false);
        });
        Label words = new Label(facts);
        words.getStyleClass().add("runs-facts");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setHgrow(words, Priority.ALWAYS);
        rows.addRow(line, box, words);
    }

    private String facts(RunInfo run) {
        List<String> facts = new ArrayList<>();
        if (run.problem().isEmpty()) {
            Optional<TrainOutput> live = comparison.live(run);
            facts.add((comparison.isOwn(run) ? "shown here, " : "") + state(run, live));
            facts.add(Numbers.count(live.map(TrainOutput::step).orElse(run.steps())) + " steps");
            facts.add(run.best().map(best -> "best " + Numbers.loss(best)).orElse("not evaluated"));
        }
        run.problem().ifPresent(facts::add);
        facts.add(Numbers.bytes(run.bytes()));
        facts.add(DATE.format(run.changed().atZone(ZoneId.systemDefault())));
        return String.join(" · ", facts);
    }

    private static String state(RunInfo run, Optional<TrainOutput> live) {
        if (live.filter(train -> train.summary().isEmpty()).isPresent()) {
            return live.filter(TrainOutput::held).isPresent() ? "paused" : "running";
        }
        boolean open = run.state().equals("running") || run.state().equals("paused");
        if (open && run.writing()) {
            return "running elsewhere";
        }
        return open ? "left unfinished" : run.state().equals("cancelled") ? "stopped" : run.state();
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
