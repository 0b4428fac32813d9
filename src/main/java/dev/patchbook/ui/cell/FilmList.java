package dev.patchbook.ui.cell;

import dev.patchbook.engine.TrainEvent.Evaluated;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** The rows of a film strip, of which only those in view are made; as high as they are, up to a bound. */
final class FilmList extends ListView<Evaluated> {
    private static final double MOST_EM = 19;
    private static final double ROW_PAD = 6; // as the style sheet has it, above and below together
    private static final double BAR = 16;

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
        double size = em.getFont().getSize();
        if (width != askedWidth || size != askedEm) {
            answered = measured(width, MOST_EM * size);
            askedWidth = width;
            askedEm = size;
        }
        return answered;
    }

    private double measured(double width, double most) {
        Insets in = getInsets();
        double room = width - in.getLeft() - in.getRight();
        double sum = in.getTop() + in.getBottom() + 1;
        for (int i = getItems().size() - 1; i >= 0 && sum < most; i--) {
            FilmRow.fill(measure, strip, getItems().get(i), i);
            measure.applyCss();
            sum += measure.prefHeight(room - BAR) + ROW_PAD + 1;
        }
        return Math.ceil(Math.min(most, sum));
    }
}
