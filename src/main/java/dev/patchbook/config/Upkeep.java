package dev.patchbook.config;

import java.util.ArrayList;
import java.util.List;

/**
 * What is watched and kept of a run while it goes; nothing of it changes a step, so all of it may change when a run goes on.
 *
 * @param patience evaluations without a better validation loss after which the run ends; 0: it never does
 * @param keepBest whether the model at the end is the best checkpoint's
 * @param evaluated which evaluations leave a checkpoint: {@code best}, {@code all} or {@code none}
 * @param minutes a checkpoint is written after so long without one; 0: never
 * @param keepMb megabytes a run's checkpoints may take; 0: without bound
 * @param pins pictures captioned at each evaluation; empty: the first validation ones
 * @param lookRows validation rows on which it is measured whether the model looks; 0: it is not
 */
public record Upkeep(
        int patience,
        boolean keepBest,
        String evaluated,
        double minutes,
        int keepMb,
        List<ImageRef> pins,
        int lookRows) {
    /** Most pictures that can be pinned. */
    public static final int MOST_PINS = 6;

    /** The settings, by key. */
    public static final List<String> KEYS = List.of(
            "patience", "keep-best", "checkpoint-evaluated", "checkpoint-minutes", "keep-mb", Upkeep.PINS, "look-rows");

    /** Key of the pinned pictures. */
    public static final String PINS = "pins";

    /** Copies the list. */
    public Upkeep {
        pins = List.copyOf(pins);
    }

    static Upkeep of(Values v) {
        return new Upkeep(
                v.whole("patience"),
                v.text("keep-best").equals("yes"),
                v.text("checkpoint-evaluated"),
                v.decimal("checkpoint-minutes"),
                v.whole("keep-mb"),
                pins(v.text(PINS)),
                v.whole("look-rows"));
    }

    /**
     * Reads {@code validation 0, train 3}.
     *
     * @throws SettingException where something is no row, or there are too many
     */
    static List<ImageRef> pins(String text) {
        List<ImageRef> pins = new ArrayList<>();
        for (String each : text.isBlank() ? new String[0] : text.split(",")) {
            ImageRef pin = ImageRef.of(each);
            if (pin instanceof ImageRef.File) {
                throw new SettingException(
                        PINS,
                        "pins has “" + each.strip() + "”, which is not a row of the data.",
                        "Write rows with commas between them, as in validation 0, train 3.");
            }
            pins.add(pin);
        }
        if (pins.size() > MOST_PINS) {
            throw new SettingException(
                    PINS, "pins has " + pins.size() + " pictures.", "Pin " + MOST_PINS + " at most.");
        }
        return pins;
    }
}
