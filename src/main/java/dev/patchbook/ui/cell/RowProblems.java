package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.ui.fx.Icon;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The rows that cannot be used: how many, and on request each with what is wrong and what to do. */
final class RowProblems extends VBox {
    private static final int MOST = 50;

    private final Hyperlink summary = new Hyperlink();
    private final VBox rows = new VBox(4);
    private boolean open;

    RowProblems() {
        super(8);
        getStyleClass().add("row-problems");
        summary.getStyleClass().add("problem-summary");
        summary.setGraphic(Icon.WARNING.node());
        summary.setOnAction(e -> {
            open = !open;
            summary.setVisited(false);
            unfold();
        });
        getChildren().addAll(summary, rows);
    }

    void show(DataSummary data) {
        List<RowProblem> problems = data.problems();
        int unusable = data.rows() - data.usable();
        setVisible(unusable > 0);
        setManaged(unusable > 0);
        String count = unusable == 1 ? "1 row cannot be used" : Numbers.count(unusable) + " rows cannot be used";
        summary.setText(count + (unusable == 1 ? ": what is wrong with it" : ": what is wrong with them"));
        rows.getChildren()
                .setAll(problems.stream().limit(MOST).map(RowProblems::row).toList());
        if (unusable > Math.min(MOST, problems.size())) {
            Label more = new Label("and " + Numbers.count(unusable - Math.min(MOST, problems.size())) + " more");
            more.getStyleClass().add("fact-name");
            rows.getChildren().add(more);
        }
        unfold();
    }

    private void unfold() {
        rows.setVisible(open);
        rows.setManaged(open);
        summary.setAccessibleText(summary.getText() + (open ? ", shown" : ", hidden"));
    }

    private static Node row(RowProblem problem) {
        Label number = new Label("row " + problem.row() + ", line " + problem.line());
        number.getStyleClass().addAll("mono", "strip-step");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(problem.field() + ": " + problem.reason() + " " + problem.remedy());
        text.setWrapText(true);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(12, number, text);
    }
}
