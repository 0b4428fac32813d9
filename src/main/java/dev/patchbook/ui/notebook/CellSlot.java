package dev.patchbook.ui.notebook;

import dev.patchbook.session.CellOutput;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * A cell's place in the column: about as high as the cell will be until its frame is made, and as high as it was while the
 * frame is put away because the cell is far from what is in view.
 */
final class CellSlot extends Pane {
    private static final double HEADER = 44;
    private static final double HINT = 60;
    private static final double LINE = 21;
    private static final int LETTERS = 100;

    private final CellViewModel cell;
    private @Nullable CellFrame frame;
    private double lastHeight;
    private double askedWidth = Double.NaN;
    private double answeredHeight;

    CellSlot(CellViewModel cell) {
        this.cell = cell;
        setMinWidth(0);
        lastHeight = estimate();
    }

    CellViewModel cell() {
        return cell;
    }

    Optional<CellFrame> frame() {
        return Optional.ofNullable(frame);
    }

    /** The frame, made now if it has not been, and in its place. */
    CellFrame fill(Function<CellViewModel, CellFrame> make) {
        CellFrame made = frame;
        if (made == null) {
            made = make.apply(cell);
            frame = made;
        }
        if (getChildren().isEmpty()) {
            getChildren().add(made);
        }
        return made;
    }

    /** Whether the frame is in its place. */
    boolean filled() {
        return !getChildren().isEmpty();
    }

    /** Takes the frame out of the window and keeps it, as it is, for later. */
    void putAway() {
        lastHeight = getHeight();
        getChildren().clear();
    }

    /** How high it is, or will be as far as is known. */
    double expectedHeight() {
        return filled() && getHeight() > 0 ? getHeight() : lastHeight;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    public void requestLayout() {
        askedWidth = Double.NaN;
        super.requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0; // The column gives it its width.
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        CellFrame made = frame;
        if (made == null || !filled()) {
            return lastHeight;
        }
        if (askedWidth != width) {
            answeredHeight = made.prefHeight(width);
            askedWidth = width;
        }
        return answeredHeight;
    }

    @Override
    protected void layoutChildren() {
        askedWidth = Double.NaN; // What is in it may come out at another height than it said.
        for (Node child : getChildren()) {
            child.resizeRelocate(0, 0, getWidth(), getHeight());
        }
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
            case TRAIN -> HEADER + (output == null ? HINT : 720);
            case PATCHES, SAMPLE -> HEADER + (output == null ? HINT : 340);
            case ATTENTION, IMAGES, COMPARE -> HEADER + (output == null ? HINT : 460);
            case UNKNOWN -> HEADER + HINT;
        };
    }
}
