package dev.patchbook.ui.view;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What the colours, lines and bars of chips mean. */
public final class SurpriseKey extends WrapRow {
    private final Label entropy = Views.label("· bar: how undecided it was (entropy)", "view-muted");

    /** The key. */
    public SurpriseKey() {
        super(6, 2, true);
        getStyleClass().add("surprise-key");
        HBox swatches = new HBox(2);
        for (int nats = 0; nats <= Chip.FULL; nats++) {
            String text = (nats == Chip.FULL ? "≥" : "") + nats;
            Chip chip = new Chip(text, "surprise " + text + " nats", "chip-key");
            chip.surprise(nats);
            swatches.getChildren().add(chip);
        }
        swatches.setMinWidth(USE_PREF_SIZE);
        Label surprise = Views.label("surprise, −log p in nats:", "view-muted");
        for (Label label : List.of(surprise, entropy)) {
            label.setWrapText(true);
        }
        getChildren().addAll(surprise, swatches, entropy);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Colour and underline: surprise, minus log p, from 0 to 4 nats and more; bar below: entropy");
    }

    /** Whether bars are drawn, too. */
    void entropy(boolean drawn) {
        Views.show(entropy, drawn);
    }
}
