package dev.patchbook.ui.importing;

import dev.patchbook.engine.DataPreview.Row;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.view.PictureView;
import dev.patchbook.ui.view.Views;
import dev.patchbook.ui.view.WrapRow;
import java.util.function.DoubleSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chosen row's picture as it is and, in squares, as the model would see it; below, what is wrong with the row. */
final class CloserLook extends VBox {
    private static final double SIDE = 8;

    private final DoubleSupplier letters;
    private final Label title = new Label();
    private final ImageView original = new ImageView();
    private final PictureView seen = new PictureView(0);
    private final Label size = new Label();
    private final WrapRow pictures = new WrapRow(12, 8, false);
    private final Label problem = new Label();

    /** Sizes are in letters of the given size. */
    CloserLook(ImportViewModel model, DoubleSupplier letters) {
        super(6);
        this.letters = letters;
        getStyleClass().add("closer-look");
        title.getStyleClass().add("form-label");
        original.setPreserveRatio(true);
        seen.setRounded(false);
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        Label as = new Label("the picture");
        pictures.getChildren().addAll(framed(original, as), framed(seen, size));
        getChildren().addAll(title, pictures, problem);
        model.rows().chosenProperty().addListener((observable, was, is) -> show(is));
        show(model.rows().chosenProperty().get());
    }

    private Node framed(Node picture, Label below) {
        below.getStyleClass().add("fact-name");
        StackPane frame = new StackPane(picture);
        frame.setMinSize(0, 0);
        return new VBox(2, frame, below);
    }

    private void show(@Nullable Row row) {
        Shown.when(this, row != null);
        if (row == null) {
            return;
        }
        title.setText("Row " + row.row() + (row.problem().isPresent() ? ", which cannot be used" : ""));
        Shown.when(pictures, row.picture().isPresent() && row.seen().isPresent());
        double side = Math.ceil(SIDE * letters.getAsDouble());
        row.picture().ifPresent(picture -> {
            original.setFitWidth(side);
            original.setFitHeight(side);
            original.setImage(Views.image(picture));
            original.setAccessibleText("The picture of row " + row.row());
        });
        row.seen().ifPresent(picture -> {
            String words = "at " + picture.width() + " × " + picture.height();
            size.setText(words);
            seen.setSide(side);
            seen.show(picture, "The picture of row " + row.row() + " as the model sees it, " + words);
        });
        problem.setText(row.problem().map(p -> p.reason() + " " + p.remedy()).orElse(""));
        Shown.when(problem, row.problem().isPresent());
    }
}
