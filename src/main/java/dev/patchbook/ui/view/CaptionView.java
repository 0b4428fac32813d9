package dev.patchbook.ui.view;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A caption: its chips, what they mean, and what else could stand at the place chosen. */
public final class CaptionView extends VBox {
    /** Called with a place of a caption and a token picked for it. */
    @FunctionalInterface
    public interface Picked {
        /** A token was picked. */
        void at(int place, int token);
    }

    private static final double LEAST = 300; // of chips and bars beside the patches

    private final CaptionChips chips = new CaptionChips();
    private final SurpriseKey key = new SurpriseKey();
    private final Label hint = Views.label("", "view-muted");
    private final Label which = Views.label("", "view-text");
    private final CandidateBars bars = new CandidateBars();
    private final TraceView trace = new TraceView();
    private Caption caption = Caption.NONE;
    private Runnable onPlaced = () -> {};

    /** An empty view. */
    public CaptionView() {
        getStyleClass().add("caption-view");
        setSpacing(8);
        for (Label label : List.of(hint, which)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox above = new VBox(8, chips, key, hint);
        VBox below = new VBox(8, which, bars);
        getChildren().add(new BesideOrBetween(above, below, trace, LEAST, 16));
        Views.show(trace, false);
        chips.setOnSelected(index -> candidates());
        show(Caption.NONE);
    }

    /** Shows a caption, or as much as there is. */
    public void show(Caption shown) {
        caption = shown;
        chips.show(shown.prompt(), shown.letters(), shown.more());
        boolean empty = shown.letters().isEmpty() && shown.prompt().isEmpty() && !shown.more();
        Views.show(key, !empty);
        key.entropy(shown.letters().stream().anyMatch(letter -> !Double.isNaN(letter.undecided())));
        hint.setText(
                empty
                        ? "The caption appears here, one character at a time"
                        : "Choose a character to see what else it could have been.");
        candidates();
    }

    /** Called whenever another place may be shown. */
    public void setOnPlaced(Runnable listener) {
        onPlaced = listener;
    }

    /** Called with what a person picks among the candidates. */
    public void setOnPicked(Picked listener) {
        bars.setOnPicked(token -> listener.at(place(), token));
    }

    /** The place whose candidates are shown; -1: none. */
    public int place() {
        return chips.selected() >= 0 ? chips.selected() : caption.standing();
    }

    /** The chips. */
    public CaptionChips chips() {
        return chips;
    }

    /** The candidates. */
    public CandidateBars bars() {
        return bars;
    }

    /** The patches behind a token; not in view until it is shown. */
    public TraceView trace() {
        return trace;
    }

    /** Says whose candidates are shown. */
    Label which() {
        return which;
    }

    private void candidates() {
        int place = place();
        Choices choices = place < 0 ? Choices.NONE : caption.choices().apply(place);
        which.setText(choices.words());
        Views.show(which, !choices.words().isEmpty());
        Views.show(bars, !choices.candidates().isEmpty());
        bars.show(choices);
        onPlaced.run();
    }
}
