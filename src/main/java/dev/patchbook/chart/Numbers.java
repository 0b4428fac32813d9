package dev.patchbook.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers and durations in words, the same in every country: a point before decimals, a true minus sign. */
public final class Numbers {
    private static final String MINUS = "\u2212";
    private static final char THIN_SPACE = '\u202f';

    private Numbers() {}

    /** A number with so many significant digits, but whole digits are never lost; scientific where very small or very large. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return unusual(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= Math.max(digits + 3, 7)) {
            return scientific(rounded, digits, exponent);
        }
        if (exponent >= digits) {
            return count(Math.round(value));
        }
        int decimals = Math.max(0, digits - 1 - exponent);
        return minus(rounded.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }

    private static String scientific(BigDecimal value, int digits, int exponent) {
        String mantissa = value.scaleByPowerOfTen(-exponent)
                .setScale(digits - 1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return minus(mantissa) + "e" + minus(Integer.toString(exponent));
    }

    /** A loss in nats: three significant digits. */
    public static String loss(double value) {
        return significant(value, 3);
    }

    /** A probability with two decimals; what would read 0.00 or 1.00 without being so is said as a bound. */
    public static String probability(double value) {
        if (!Double.isFinite(value)) {
            return unusual(value);
        }
        if (value > 0 && value < 0.005) {
            return "<0.01";
        }
        if (value < 1 && value >= 0.995) {
            return ">0.99";
        }
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A share or weight between 0 and 1 with three decimals; what would read 0.000 without being so is said as a bound. */
    public static String weight(double value) {
        if (!Double.isFinite(value)) {
            return unusual(value);
        }
        return value > 0 && value < 0.0005 ? "<0.001" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** A whole number with commas between thousands. */
    public static String count(long value) {
        return minus(String.format(Locale.ROOT, "%,d", value));
    }

    /** A large count in three digits and a unit: 842 k, 1.31 M, 2.70 G; below a thousand as it is. */
    public static String compact(long value) {
        if (Math.abs(value) < 1000) {
            return minus(Long.toString(value));
        }
        String[] units = {"k", "M", "G", "T"};
        double scaled = value;
        int unit = -1;
        while (Math.abs(scaled) >= 999.5 && unit + 1 < units.length) {
            scaled /= 1000;
            unit++;
        }
        return significant(scaled, 3) + THIN_SPACE + units[unit];
    }

    /** A size on disk: 842 bytes, 3.21 MB. */
    public static String bytes(long value) {
        return value < 1000
                ? value + " bytes"
                : compact(value)
                        .replace("k", "kB")
                        .replace("M", "MB")
                        .replace("G", "GB")
                        .replace("T", "TB");
    }

    /** A duration in the two largest units that matter: 172 ms, 4.2 s, 1 min 05 s, 2 h 10 min. */
    public static String duration(double milliseconds) {
        if (!Double.isFinite(milliseconds) || milliseconds < 0) {
            return unusual(milliseconds);
        }
        if (milliseconds < 999.5) {
            int digits = milliseconds < 0.995 ? 2 : milliseconds < 9.95 ? 1 : 0;
            return String.format(Locale.ROOT, "%." + digits + "f ms", milliseconds);
        }
        double seconds = milliseconds / 1000;
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
        }
        long minutes = Math.round(seconds / 60);
        return String.format(Locale.ROOT, "%s h %02d min", count(minutes / 60), minutes % 60);
    }

    /** A multiple of a step with no more decimals than the step needs; large round numbers with a unit. */
    static String onGrid(double value, double step) {
        double size = Math.abs(value);
        if (size < step / 2) {
            return "0";
        }
        if (size >= 9999.5 && step >= 100) {
            double unit = size >= 999_999.5 ? 1e6 : 1e3;
            return minus(trimmed(value / unit)) + THIN_SPACE + (unit == 1e6 ? "M" : "k");
        }
        if (size < 1e-4 || size >= 1e9) {
            return significant(value, 3);
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", value));
    }

    private static String trimmed(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String unusual(double value) {
        return Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : MINUS + "∞";
    }

    private static String minus(String number) {
        return number.replace("-", MINUS);
    }
}
