package dev.patchbook.export;

import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.Range;

/**
 * A way of telling which patches a character rests on.
 *
 * @param name for people
 * @param method what the numbers are
 * @param unit behind a number; empty where there is none
 * @param signed whether zero stands in the middle of the colours
 * @param limits what it does not show
 */
public record LaneMethod(String name, String method, String unit, boolean signed, String limits) {
    /** The decoder's own weights. */
    public static final LaneMethod ATTENTION = new LaneMethod(
            "attention",
            "weight on each patch at the place it is written from, mean over decoder blocks and heads",
            "",
            false,
            AttentionWords.LANE_LIMITS);

    /** How steeply the character's likelihood hangs on each patch. */
    public static final LaneMethod GRADIENT = new LaneMethod(
            "gradient",
            "length of the gradient of its log-probability by each patch's pixels",
            "",
            false,
            AttentionWords.GRADIENT_LIMITS);

    /** What covering each patch does to the character's likelihood. */
    public static final LaneMethod COVERING = new LaneMethod(
            "covering",
            "fall of its log-probability, in nats, when the patch is covered with the picture's mean colour",
            "nats",
            true,
            AttentionWords.OCCLUSION_LIMITS);

    /** The colours of its maps. */
    public ColorMap colours() {
        return signed ? ColorMap.BLUE_ORANGE : ColorMap.INFERNO;
    }

    /** What the colours of some of its numbers span. */
    public Range range(float[] values) {
        Range all = Range.of(values);
        if (signed) {
            Range around = all.aroundZero();
            return around.length() > 0 ? around : new Range(-1, 1);
        }
        return new Range(0, all.max() > 0 ? all.max() : 1);
    }
}
