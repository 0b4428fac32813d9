package dev.patchbook.ui.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One box of a model's diagram: a name, sizes, and at its foot a line as long as its share of all parameters. */
final class ModelBox extends VBox {
    private static final double MARGIN = 8;
    private final Region bar = new Region();
    private double share = -1;

    ModelBox(String name, String detail) {
        getStyleClass().add("model-box");
        setAlignment(Pos.CENTER);
        setMaxWidth(256);
        bar.getStyleClass().add("model-share");
        bar.setManaged(false);
        bar.setVisible(false);
        Label title = Views.label(name, "view-strong");
        Label sizes = Views.label(together(detail), "view-muted", "model-detail");
        sizes.setManaged(!detail.isEmpty());
        for (Label label : List.of(title, sizes)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().addAll(bar, title, sizes);
    }

    /** Keeps what stands between two commas or dots on one line. */
    static String together(String detail) {
        return detail.replace(' ', '\u00a0').replace(",\u00a0", ", ").replace("\u00a0·\u00a0", "\u00a0· ");
    }

    void add(Node below) {
        getChildren().add(below);
    }

    /**
     * How much of it trains: what is frozen is hatched, adapters are rails at both sides, and words say it.
     *
     * @param always whether to say so where all of it trains
     */
    void setTrained(TrainedShare share, boolean always) {
        if (share.frozen()) {
            getStyleClass().add("frozen");
        }
        if (share.adapted()) {
            getStyleClass().add("adapted");
        }
        if (always || !share.plain()) {
            Label words = Views.label(together(share.words()), "view-muted", "model-detail");
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            words.setAlignment(Pos.CENTER);
            getChildren().add(words);
        }
    }

    /** The share of all parameters, 0 to 1. */
    void setShare(double value) {
        share = value;
        bar.setVisible(true);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (share >= 0) {
            double room = getWidth() - 2 * MARGIN;
            bar.resizeRelocate(MARGIN, getHeight() - 2, Math.max(2, Math.round(room * share)), 2);
        }
    }
}
