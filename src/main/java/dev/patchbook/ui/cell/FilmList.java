package dev.patchbook.ui.cell;

import dev.patchbook.engine.TrainEvent.Evaluated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/**
 * The rows of a film strip, of which only those in view are made; as high as they are, up to a bound. All rows are equally
 * high: a list of rows of many heights only guesses where its last one is.
 */
final class FilmList extends ListView<Evaluated> {
    private static final double MOST_EM = 19;
    private static final double ROW_PAD = 6; // as the style sheet has it, above and below together
    private static final double BAR = 16;
    private static final double LEAST = 24; // rows of no height would never fill the list
    private static final int MEASURED = 12;

    private final FilmStrip strip;
    private final FilmLine measure = new FilmLine();
    private final Label em = new Label("m");
    private final List<FilmRow> rows = new ArrayList<>();
    private double askedWidth = Double.NaN;
    private double askedEm;
    private double answered;

    FilmList(FilmStrip strip) {
        this.strip = strip;
        getStyleClass().add("film-list");
        setMinWidth(0);
        setCellFactory(list -> {
            FilmRow row = new FilmRow(strip);
            rows.add(row);
            return row;
        });
        for (javafx.scene.layout.Region each : List.of(measure, em)) {
            each.setManaged(false);
            each.setVisible(false);
            getChildren().add(each);
        }
    }

    /** Rows or columns are others now. */
    void changed() {
        askedWidth = Double.NaN;
        requestLayout();
    }

    /** The columns are others now: also in rows laid aside, which come back as they were. */
    void again() {
        rows.forEach(FilmRow::fill);
        changed();
    }

    void mark() {
        rows.forEach(FilmRow::mark);
    }

    /** Whether the last of so many rows is in view, or none was made yet. */
    boolean atEnd(int size) {
        boolean none = rows.stream().allMatch(row -> row.isEmpty());
        return size == 0 || none || inView(size - 1);
    }

    /** Whether a row is at least partly in view. */
    boolean inView(int index) {
        return rows.stream()
                .anyMatch(row -> row.getIndex() == index
                        && row.isVisible()
                        && row.getParent() != null
                        && row.getBoundsInParent().getMinY() < getHeight());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        double rows = getItems().size() * rowHeight(width);
        return Math.ceil(Math.min(MOST_EM * em.getFont().getSize(), in.getTop() + in.getBottom() + 1 + rows));
    }

    @Override
    protected void layoutChildren() {
        double height = rowHeight(getWidth());
        if (height != getFixedCellSize()) {
            setFixedCellSize(height);
        }
        super.layoutChildren();
        if (strip.toNewest()) { // after its height and its rows are known, since it goes by those it had before
            super.layoutChildren();
        }
    }

    /** What the highest row needs, found by those with the longest captions; all rows have it. */
    private double rowHeight(double width) {
        double size = em.getFont().getSize();
        if (width != askedWidth || size != askedEm) {
            answered = getItems().stream()
                    .sorted(Comparator.comparingInt(strip::longest).reversed())
                    .limit(MEASURED)
                    .mapToDouble(look -> rowHeight(look, width))
                    .max()
                    .orElse(LEAST);
            askedWidth = width;
            askedEm = size;
        }
        return answered;
    }

    private double rowHeight(Evaluated look, double width) {
        Insets in = getInsets();
        FilmRow.fill(measure, strip, look, getItems().indexOf(look));
        measure.applyCss();
        return Math.ceil(measure.prefHeight(width - in.getLeft() - in.getRight() - BAR) + ROW_PAD + 1);
    }
}
