package dev.patchbook.chart;

/** How the maps of a block's heads become one. */
public enum HeadFusion {
    /** Their mean. */
    MEAN("mean over heads"),
    /** The largest weight of any head. */
    MAX("maximum over heads"),
    /** The smallest. */
    MIN("minimum over heads");

    private final String words;

    HeadFusion(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    double start() {
        return switch (this) {
            case MEAN -> 0;
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
        };
    }

    double with(double sum, double weight, int heads) {
        return switch (this) {
            case MEAN -> sum + weight / heads;
            case MAX -> Math.max(sum, weight);
            case MIN -> Math.min(sum, weight);
        };
    }
}
