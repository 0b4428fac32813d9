package dev.patchbook.ui.cell;

import dev.patchbook.session.TimeRange;

/** A time that is only roughly known, in words as rough: {@code about 2–3 min}. */
final class LeftWords {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double SHORT = 1.5 * MINUTE;
    private static final double LONG = 2 * HOUR;
    private static final double COARSE = 20;

    private LeftWords() {}

    static String of(TimeRange left) {
        double least = left.least().toMillis() / 1000.0;
        double most = left.most().toMillis() / 1000.0;
        if (most < SHORT) {
            double unit = most < COARSE ? 1 : 5;
            return words(Math.floor(least / unit) * unit, Math.max(1, Math.ceil(most / unit) * unit), "s");
        }
        if (most < LONG) {
            return words(Math.floor(least / MINUTE), Math.ceil(most / MINUTE), "min");
        }
        return words(Math.floor(2 * least / HOUR) / 2, Math.ceil(2 * most / HOUR) / 2, "h");
    }

    private static String words(double least, double most, String unit) {
        if (least <= 0) {
            return "up to " + number(most) + " " + unit;
        }
        return "about " + (least == most ? "" : number(least) + "–") + number(most) + " " + unit;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }
}
