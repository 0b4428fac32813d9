package dev.patchbook.engine;

import java.util.Optional;

/**
 * Which usable rows of data to show, and in which order.
 *
 * @param text captions that hold it, whatever its case; empty: all
 * @param which rows of one part, or those that share their picture
 * @param trait what else they have in common
 * @param order by what they are sorted; equal ones stay in the order of the source
 * @param descending the largest first
 * @param from first row of the page, from 0
 * @param count rows of the page, at most {@value #MOST}
 */
public record RowQuery(
        String text, Which which, Optional<Trait> trait, Order order, boolean descending, int from, int count) {
    /** Most rows of a page. */
    public static final int MOST = 256;

    /** All rows in the order of the source; a page of none. */
    public static final RowQuery ALL = new RowQuery("", Which.ALL, Optional.empty(), Order.ROW, false, 0, 0);

    /** Checks the page. */
    public RowQuery {
        if (from < 0 || count < 0 || count > MOST) {
            throw new IllegalArgumentException("no page of " + count + " rows from " + from);
        }
    }

    /** The same rows, another page of them. */
    public RowQuery page(int first, int rows) {
        return new RowQuery(text, which, trait, order, descending, first, rows);
    }

    /** Captions that hold a text. */
    public RowQuery saying(String words) {
        return new RowQuery(words, which, trait, order, descending, from, count);
    }

    /** Rows of one part, or those that share their picture. */
    public RowQuery only(Which rows) {
        return new RowQuery(text, rows, trait, order, descending, from, count);
    }

    /** Rows that have something in common. */
    public RowQuery having(Optional<Trait> common) {
        return new RowQuery(text, which, common, order, descending, from, count);
    }

    /** In another order. */
    public RowQuery sorted(Order by, boolean backwards) {
        return new RowQuery(text, which, trait, by, backwards, from, count);
    }

    /** Rows by their part and by what they share. */
    public enum Which {
        ALL,
        TRAIN,
        VALIDATION,
        /** Whose picture another row shows too. */
        REPEATED,
        /** Whose picture stands both in training and in validation. */
        SHARED
    }

    /** What rows are sorted by. */
    public enum Order {
        ROW,
        CAPTION,
        LENGTH,
        BRIGHTNESS,
        SIZE
    }

    /** Something rows have in common, as a bar of a chart stands for it. */
    public sealed interface Trait {
        /** Captions of so many characters, both bounds included. */
        record Length(int least, int most) implements Trait {}

        /** Captions that hold a character. */
        record Character(String character) implements Trait {}

        /** Captions that hold a word, whatever its case. */
        record Word(String word) implements Trait {}

        /** Pictures of a size, as in {@code 640 x 480}. */
        record Size(String size) implements Trait {}

        /** The one row at a place among those that validate, or among those for training, from 0. */
        record Place(boolean validation, int index) implements Trait {}

        /** Pictures of a mean brightness, one of sixteen equal steps from black, 0, to white. */
        record Brightness(int step) implements Trait {}
    }
}
