package dev.patchbook.base;

/**
 * What is measured of a step beside its loss.
 *
 * @param rows rows in it; 0 where not known
 * @param dataMs of its milliseconds, those spent laying out pictures and captions
 * @param ratios how far it moved each part; measured now and then
 */
public record StepDetail(int rows, double dataMs, UpdateRatios ratios) {
    /** Nothing known. */
    public static final StepDetail NONE = new StepDetail(0, Double.NaN, UpdateRatios.NONE);
}
