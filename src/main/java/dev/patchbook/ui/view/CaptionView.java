package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TokenEvent;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A caption as it is generated: its chips, what their colours mean, and the candidates of the chip chosen or the last. */
public final class CaptionView extends VBox {
    private final CaptionChips chips = new CaptionChips();
    private final Label legend = Views.label("", "view-muted");
    private final Label which = Views.label("", "view-text");
    private final CandidateBars bars = new CandidateBars();
    private String prompt = "";
    private List<TokenEvent> tokens = new ArrayList<>();
    private boolean running;

    /** An empty view. */
    public CaptionView() {
        getStyleClass().add("caption-view");
        setSpacing(8);
        for (Label label : List.of(legend, which)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox.setMargin(which, new Insets(8, 0, 0, 0));
        getChildren().addAll(chips, legend, which, bars);
        chips.setOnSelected(index -> candidates());
        refresh();
    }

    /** Starts a caption with its prompt; tokens will follow. */
    public void start(String promptOfCaption) {
        prompt = promptOfCaption;
        tokens = new ArrayList<>();
        running = true;
        refresh();
    }

    /** Appends tokens. */
    public void append(List<TokenEvent> events) {
        tokens.addAll(events);
        refresh();
    }

    /** Shows a whole caption, or as much as there is; {@code more}: another token is to come. */
    public void show(String promptOfCaption, List<TokenEvent> generated, boolean more) {
        prompt = promptOfCaption;
        tokens = new ArrayList<>(generated);
        running = more;
        refresh();
    }

    /** Nothing more is to come. */
    public void finish() {
        running = false;
        refresh();
    }

    /** The chips. */
    public CaptionChips chips() {
        return chips;
    }

    /** The candidates. */
    public CandidateBars bars() {
        return bars;
    }

    /** Says whose candidates are shown. */
    Label which() {
        return which;
    }

    private void refresh() {
        chips.show(prompt, tokens, running);
        boolean empty = tokens.isEmpty() && prompt.isEmpty();
        legend.setText(
                empty
                        ? "The caption appears here, one character at a time"
                        : "colour and underline: surprise, −log p · choose a character to see what else it could have been");
        candidates();
    }

    private void candidates() {
        int index = chips.selected() >= 0 ? chips.selected() : tokens.size() - 1;
        boolean some = index >= 0 && index < tokens.size();
        which.setVisible(some);
        which.setManaged(some);
        bars.setVisible(some);
        bars.setManaged(some);
        if (some) {
            TokenEvent token = tokens.get(index);
            double p = token.chosen().probability();
            which.setText("character " + (index + 1) + ", "
                    + TokenWords.spoken(token.chosen().text()) + ": probability "
                    + Numbers.probability(p) + ", surprise " + Numbers.significant(TokenWords.surprise(p), 2)
                    + " nats");
            bars.show(token);
        } else {
            bars.show(null);
        }
    }
}
