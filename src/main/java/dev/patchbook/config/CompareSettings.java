package dev.patchbook.config;

import static dev.patchbook.config.Setting.choice;
import static dev.patchbook.config.Setting.text;
import static dev.patchbook.config.Setting.whole;

import dev.patchbook.config.Setting.Kind;
import java.util.List;
import java.util.Map;

/**
 * Settings of a compare cell.
 *
 * @param left what the left side looks at
 * @param right what the right side looks at
 * @param view which of the cell's views
 * @param method what is made of a block's heads, by the word of the schema
 * @param residual whether rollout counts the residual path
 * @param layer block, from 0
 * @param head head, from 0
 */
public record CompareSettings(
        Side left, Side right, String view, String method, boolean residual, int layer, int head) {
    /** In place of a checkpoint's step: the first one of a run compared with itself, else the newest weights. */
    public static final int AUTO = -2;

    /** In place of a checkpoint's step: the run's first. */
    public static final int FIRST = -1;

    /** In place of a checkpoint's step: the newest weights. */
    public static final int NOW = 0;

    static final String LEFT_STEP = "left-step";
    static final String RIGHT_STEP = "right-step";

    static final String DEFAULTS = "image: validation 0, right-image:, view: attention, method: head, residual: yes,"
            + " layer: 0, head: 0, left-run: 0, left-step: auto, right-run: 0, right-step: auto";

    static final List<Setting> SCHEMA = List.of(
            Setting.of(Kind.IMAGE, "image", "Picture", "validation N, train N, or a picture file."),
            Setting.of(Kind.IMAGE, "right-image", "Right picture", "The right side's picture; empty: the same."),
            choice(
                    "view",
                    "View",
                    "attention of the vision encoder; norm and position of each patch; caption: what each writes.",
                    "attention",
                    "norm",
                    "position",
                    "caption"),
            choice(
                    "method",
                    "Attention",
                    "One head; mean, max or min over a block's heads; rollout through the blocks.",
                    "head",
                    "mean",
                    "max",
                    "min",
                    "rollout"),
            choice("residual", "Residual", "Whether rollout counts the residual path as half.", "yes", "no"),
            whole("layer", "Layer", "Block, from 0.", 0, 95),
            whole("head", "Head", "Head of the block, from 0.", 0, 127),
            whole(
                    "left-run",
                    "Left run",
                    "Number of an earlier run of the left train cell; 0: the one shown.",
                    0,
                    9999),
            text(
                    LEFT_STEP,
                    "Left step",
                    "A checkpoint's step, first or now; auto: first beside a later state of the run, else now.",
                    "auto",
                    "first",
                    "now"),
            whole(
                    "right-run",
                    "Right run",
                    "Number of an earlier run of the right train cell; 0: the one shown.",
                    0,
                    9999),
            text(RIGHT_STEP, "Right step", "A checkpoint's step, first or now; auto: now.", "auto", "first", "now"));

    /**
     * One side.
     *
     * @param image {@code validation N}, {@code train N}, or a picture file
     * @param run number of the run's folder; 0: the run the cell shows
     * @param step checkpoint by updates done, or {@link #AUTO}, {@link #FIRST} or {@link #NOW}
     */
    public record Side(String image, int run, int step) {}

    /**
     * Reads the settings of a compare cell.
     *
     * @throws SettingException for an unknown key or a value that cannot be used
     */
    public static CompareSettings of(Map<String, String> written) {
        Values v = Values.of(Group.COMPARE, written, Defaults.of(Group.COMPARE, Preset.LAPTOP, Variant.STANDARD));
        String image = v.text("image");
        String other = v.text("right-image").isBlank() ? image : v.text("right-image");
        return new CompareSettings(
                new Side(image, v.whole("left-run"), step(LEFT_STEP, v.text(LEFT_STEP))),
                new Side(other, v.whole("right-run"), step(RIGHT_STEP, v.text(RIGHT_STEP))),
                v.text("view"),
                v.text("method"),
                v.text("residual").equals("yes"),
                v.whole("layer"),
                v.whole("head"));
    }

    static int step(String key, String written) {
        switch (written.strip()) {
            case "auto":
                return AUTO;
            case "first":
                return FIRST;
            case "now":
                return NOW;
            default:
                break;
        }
        try {
            int step = Integer.parseInt(written.strip());
            if (step >= 0) {
                return step;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new SettingException(
                key,
                key + " is “" + written + "”, which is no checkpoint.",
                "Write first, now, auto, or a checkpoint's step, as in 500.");
    }
}
