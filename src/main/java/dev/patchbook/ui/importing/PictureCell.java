package dev.patchbook.ui.importing;

import dev.patchbook.engine.DataPreview.Row;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.ui.view.Views;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javafx.scene.control.TableCell;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A row's picture, small; or why there is none. */
final class PictureCell extends TableCell<Row, Row> {
    private static final double SIDE = 4.5;
    private static final double EDGE = 16;

    private final Fields fields;
    private final int index;
    private final DoubleSupplier letters;
    private final ImageView picture = new ImageView();
    private final Text reason = new Text();

    PictureCell(Fields fields, int index, DoubleSupplier letters) {
        this.fields = fields;
        this.index = index;
        this.letters = letters;
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        reason.getStyleClass().add("cell-reason");
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(null);
        if (row == null || empty) {
            return;
        }
        Optional<RowProblem> problem = fields.problem(row, index);
        if (problem.isPresent()) {
            reason.setText(problem.get().reason());
            reason.setWrappingWidth(Math.max(EDGE, getTableColumn().getWidth() - EDGE));
            setGraphic(reason);
        } else if (row.picture().isPresent()) {
            double side = SIDE * letters.getAsDouble();
            picture.setFitWidth(side);
            picture.setFitHeight(side);
            picture.setImage(Views.image(row.picture().get()));
            setGraphic(picture);
        }
    }
}
