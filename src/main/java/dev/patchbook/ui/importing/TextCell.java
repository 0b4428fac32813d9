package dev.patchbook.ui.importing;

import dev.patchbook.engine.DataPreview.Row;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A field's text; a caption as it would be used, with what is cut off it or what it was before. */
final class TextCell extends TableCell<Row, Row> {
    private static final double EDGE = 16;

    private final Fields fields;
    private final int index;
    private final TableColumn<Row, Row> column;
    private final boolean caption;

    TextCell(Fields fields, int index, TableColumn<Row, Row> column, boolean caption) {
        this.fields = fields;
        this.index = index;
        this.column = column;
        this.caption = caption;
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(null);
        setText(null);
        if (row == null || empty) {
            return;
        }
        VBox lines = new VBox(2);
        if (caption) {
            lines.getChildren().add(text(row.caption(), "cell-caption"));
            CaptionChange change = CaptionChange.of(Fields.text(row, index), row);
            if (!change.cut().isEmpty()) {
                Text cut = text(change.cut().strip(), "cell-before");
                cut.setStrikethrough(true);
                lines.getChildren().add(cut);
            }
            if (!change.before().isEmpty()) {
                lines.getChildren().add(text("in the file: " + change.before(), "cell-before"));
            }
        } else if (fields.problem(row, index).isEmpty()) {
            setText(Fields.text(row, index).replaceAll("\\s+", " "));
            return;
        } else {
            lines.getChildren().add(text(Fields.text(row, index), "cell-before"));
        }
        fields.problem(row, index).ifPresent(problem -> lines.getChildren().add(text(problem.reason(), "cell-reason")));
        setGraphic(lines);
    }

    private Text text(String words, String styleClass) {
        Text text = new Text(words);
        text.getStyleClass().add(styleClass);
        text.setWrappingWidth(width());
        return text;
    }

    private double width() {
        return Math.max(EDGE, column.getWidth() - EDGE);
    }
}
