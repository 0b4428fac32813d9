package dev.patchbook.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts as bars.
 *
 * @param title what is counted, for people
 * @param unit what one of the things counted is called, as in {@code caption}
 * @param bars in order
 * @param limit a line between bars, as many bars from the first one's left; not a number: none
 * @param limitLabel what stands at the line
 */
public record Bars(String title, String unit, List<Bar> bars, double limit, String limitLabel) {
    /** Copies the list. */
    public Bars {
        bars = List.copyOf(bars);
    }

    /** Bars without a line. */
    public Bars(String title, String unit, List<Bar> bars) {
        this(title, unit, bars, Double.NaN, "");
    }

    /**
     * A bar.
     *
     * @param label short, beside or beneath it
     * @param words what it stands for, for people
     * @param count its length
     * @param note what sets it apart; empty: nothing
     */
    public record Bar(String label, String words, long count, String note) {}

    /** The largest count; at least 1. */
    public long most() {
        return bars.stream().mapToLong(Bar::count).reduce(1, Math::max);
    }

    /** A bar in words: what it stands for, how many there are, and what sets it apart. */
    public String spoken(int index) {
        Bar bar = bars.get(index);
        return bar.words() + ": " + Numbers.count(bar.count()) + " " + unit + (bar.count() == 1 ? "" : "s")
                + (bar.note().isEmpty() ? "" : ", " + bar.note());
    }

    /** The whole in words: its title and its longest bar. */
    public String spoken() {
        if (bars.isEmpty()) {
            return title + ": nothing";
        }
        int longest = 0;
        for (int i = 1; i < bars.size(); i++) {
            longest = bars.get(i).count() > bars.get(longest).count() ? i : longest;
        }
        return title + ", " + bars.size() + (bars.size() == 1 ? " bar" : " bars") + "; most, " + spoken(longest)
                + (limitLabel.isEmpty() ? "" : "; " + limitLabel);
    }

    /**
     * A range of whole numbers.
     *
     * @param least the least of them
     * @param most the largest of them
     * @param count how many things have one of them
     */
    public record Bin(int least, int most, long count) {}

    /**
     * Counts by number as counts of equally long ranges, from the one that holds the first number counted to the one that holds
     * the last. Their length is 1, 2 or 5 times a power of ten.
     *
     * @param counts by number, from 0
     * @param bins how many at most
     */
    public static List<Bin> bins(List<Integer> counts, int bins) {
        int first = 0;
        while (first < counts.size() && counts.get(first) == 0) {
            first++;
        }
        if (first == counts.size()) {
            return List.of();
        }
        int width = 1;
        for (int digit = 0; counts.size() / width - first / width + 1 > bins; digit++) {
            width = new int[] {2, 5, 10}[digit % 3] * (int) Math.pow(10, digit / 3);
        }
        List<Bin> all = new ArrayList<>();
        for (int least = first / width * width; least < counts.size(); least += width) {
            long count = 0;
            for (int number = least; number < Math.min(counts.size(), least + width); number++) {
                count += counts.get(number);
            }
            all.add(new Bin(least, least + width - 1, count));
        }
        return all;
    }
}
