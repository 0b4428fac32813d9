package dev.patchbook.ui.rows;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.export.ProblemFile;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Dialogs.FileKind;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.view.WrapRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * Every row that cannot be used: its number and line, the field at fault, what is wrong and what to do. To be filtered by
 * kind and by words, and saved as {@code patchbook check --csv} writes it. Only what is in view is in the window.
 */
public final class RowReport extends VBox {
    private static final String ANY = "";
    private static final int TALLEST = 6;
    private static final double ENTRY = 4.9;

    private final Dialogs dialogs;
    private final Supplier<Path> folder;
    private final ObservableList<RowProblem> all = FXCollections.observableArrayList();
    private final FilteredList<RowProblem> shown = new FilteredList<>(all);
    private final ComboBox<String> codes = new ComboBox<>();
    private final TextField words = new TextField();
    private final Label count = new Label();
    private final Label more = new Label(null, Icon.INFO.node());
    private final Button save = new Button("Save as CSV…", Icon.SAVE.node());
    private final ListView<RowProblem> list = new ListView<>(shown);
    private Map<String, Long> byCode = Map.of();

    /** An empty report; it is saved in the folder unless another is chosen. */
    public RowReport(Dialogs dialogs, Supplier<Path> folder) {
        super(8);
        this.dialogs = dialogs;
        this.folder = folder;
        getStyleClass().add("row-report");
        setMinWidth(0);
        codes.setAccessibleText("Show one kind of problem");
        codes.setTooltip(new Tooltip("Show one kind of problem"));
        codes.setConverter(new CodeWords());
        codes.valueProperty().addListener((observable, was, is) -> filter());
        words.setPromptText("Find in the report");
        words.setAccessibleText("Find in the report");
        words.setPrefColumnCount(14);
        words.textProperty().addListener((observable, was, is) -> filter());
        save.setTooltip(new Tooltip("Save the rows listed here as a CSV file"));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(e -> save());
        for (Label label : List.of(count, more)) {
            label.getStyleClass().add("fact-name");
            label.setWrapText(true);
            label.setMinWidth(0);
            label.setMinHeight(USE_PREF_SIZE);
        }
        list.getStyleClass().add("problem-list");
        list.setPlaceholder(new Label("No row is listed."));
        list.setCellFactory(view -> new ProblemCell());
        list.setMinWidth(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        WrapRow bar = new WrapRow(8, 8, true);
        bar.getChildren().addAll(codes, words, save, count);
        getChildren().addAll(bar, list, more);
    }

    /**
     * Shows a report.
     *
     * @param problems those that are listed
     * @param counts all there are, by code; empty where only those listed are known
     * @param unusable how many rows cannot be used
     */
    public void show(List<RowProblem> problems, Map<String, Long> counts, long unusable) {
        byCode = counts.isEmpty()
                ? problems.stream().collect(Collectors.groupingBy(RowProblem::code, Collectors.counting()))
                : counts;
        all.setAll(problems);
        codes.getItems().setAll(ANY);
        byCode.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> codes.getItems().add(entry.getKey()));
        codes.setValue(ANY);
        words.clear();
        Shown.when(more, unusable > problems.size());
        more.setText("The first " + Numbers.count(problems.size()) + " of " + Numbers.count(unusable)
                + " are listed; patchbook check writes all of them.");
        list.setStyle(String.format(
                Locale.ROOT,
                "-fx-pref-height: %.1fem;",
                0.5 + ENTRY * Math.max(1, Math.min(TALLEST, problems.size()))));
        filter();
    }

    private void filter() {
        String code = codes.getValue() == null ? ANY : codes.getValue();
        String wanted = words.getText().strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(problem -> (code.isEmpty() || problem.code().equals(code)) && holds(problem, wanted));
        count.setText(
                shown.size() == all.size()
                        ? Numbers.count(all.size()) + (all.size() == 1 ? " row" : " rows")
                        : Numbers.count(shown.size()) + " of " + Numbers.count(all.size()) + " rows");
        save.setDisable(shown.isEmpty());
        list.setAccessibleText("Rows that cannot be used, " + count.getText());
    }

    private static boolean holds(RowProblem problem, String wanted) {
        return wanted.isEmpty()
                || ("row " + problem.row() + " line " + problem.line() + " " + problem.field() + " " + problem.code()
                                + " " + problem.reason() + " " + problem.remedy())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }

    private void save() {
        List<RowProblem> listed = List.copyOf(shown);
        dialogs.save("Save the row report", FileKind.TABLE, folder.get().resolve("unusable-rows.csv"))
                .ifPresent(file -> {
                    try {
                        ProblemFile.write(file, listed);
                        count.setText(Numbers.count(listed.size()) + (listed.size() == 1 ? " row" : " rows")
                                + " saved in " + file.getFileName());
                    } catch (UserFacingException e) {
                        dialogs.problem(e.what(), e.remedy());
                    }
                });
    }

    /** What kinds are called, with how many rows have them. */
    private final class CodeWords extends StringConverter<String> {
        @Override
        public String toString(String code) {
            if (code == null) {
                return "";
            }
            return code.isEmpty()
                    ? "every kind"
                    : code.replace('-', ' ') + " (" + Numbers.count(byCode.getOrDefault(code, 0L)) + ")";
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
