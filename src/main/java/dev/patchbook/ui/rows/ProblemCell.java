package dev.patchbook.ui.rows;

import dev.patchbook.engine.RowProblem;
import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A row of the report; its words wrap at the list's width. */
final class ProblemCell extends ListCell<RowProblem> {
    private static final double EDGE = 44; // padding and scroll bar
    private static final double NARROWEST = 80;

    private final Text place = text("problem-place");
    private final Text reason = text("problem-reason");
    private final Text remedy = text("problem-remedy");
    private final VBox lines = new VBox(2, place, reason, remedy);

    ProblemCell() {
        setPadding(new Insets(6, 8, 6, 8));
        setPrefWidth(0);
    }

    private static Text text(String styleClass) {
        Text text = new Text();
        text.getStyleClass().add(styleClass);
        return text;
    }

    @Override
    protected void updateItem(@Nullable RowProblem problem, boolean empty) {
        super.updateItem(problem, empty);
        if (empty || problem == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        wrap();
        place.setText("row " + problem.row() + " · line " + problem.line()
                + (problem.field().isEmpty() ? "" : " · " + problem.field()) + " · "
                + problem.code().replace('-', ' '));
        reason.setText(problem.reason());
        remedy.setText(problem.remedy());
        setGraphic(lines);
        setAccessibleText("row " + problem.row() + ", line " + problem.line() + ", " + problem.field() + ": "
                + problem.reason() + " " + problem.remedy());
    }

    @Override
    protected double computePrefHeight(double width) {
        wrap();
        return super.computePrefHeight(width);
    }

    private void wrap() {
        double width = Math.max(NARROWEST, getListView().getWidth() - EDGE);
        place.setWrappingWidth(width);
        reason.setWrappingWidth(width);
        remedy.setWrappingWidth(width);
    }
}
