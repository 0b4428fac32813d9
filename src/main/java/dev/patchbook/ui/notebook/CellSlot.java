package dev.patchbook.ui.notebook;

import dev.patchbook.session.CellOutput;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A cell's place in the column: about as high as the cell will be, until its frame is made. */
final class CellSlot extends StackPane {
    private static final double HEADER = 44;
    private static final double HINT = 60;
    private static final double LINE = 21;
    private static final int LETTERS = 100;

    private final CellViewModel cell;
    private @Nullable CellFrame frame;

    CellSlot(CellViewModel cell) {
        this.cell = cell;
        setMinWidth(0);
        setMinHeight(estimate());
    }

    CellViewModel cell() {
        return cell;
    }

    Optional<CellFrame> frame() {
        return Optional.ofNullable(frame);
    }

    /** The frame, made now if it has not been. */
    CellFrame fill(Function<CellViewModel, CellFrame> make) {
        CellFrame made = frame;
        if (made == null) {
            made = make.apply(cell);
            frame = made;
            setMinHeight(USE_COMPUTED_SIZE);
            getChildren().setAll(made);
        }
        return made;
    }

    /** A guess: what comes into view is measured before it is seen. */
    private double estimate() {
        if (cell.collapsedProperty().get()) {
            return HEADER;
        }
        CellOutput output = cell.outputProperty().get();
        return switch (cell.cellProperty().get().kind()) {
            case NOTE -> {
                String text = cell.cellProperty().get().text();
                yield LINE + LINE * (text.lines().count() + (double) text.length() / LETTERS);
            }
            case DATA -> HEADER + (output == null ? HINT : 260);
            case MODEL -> HEADER + (output == null ? HINT : 120);
            case TRAIN -> HEADER + (output == null ? HINT : 380);
            case PATCHES, SAMPLE -> HEADER + (output == null ? HINT : 340);
            case ATTENTION -> HEADER + (output == null ? HINT : 460);
            case UNKNOWN -> HEADER + HINT;
        };
    }
}
