package dev.patchbook.engine;

import java.util.List;

/**
 * Which of the text's tokens the visual tokens of many pictures are nearest to.
 *
 * @param part {@code train} or {@code validation}
 * @param pictures how many were looked at
 * @param visualTokens of each
 * @param rows the tokens that are nearest to any, most often first
 * @param step updates the weights have had
 */
public record NearestCounts(String part, int pictures, int visualTokens, List<Row> rows, long step) {
    /** Copies the list. */
    public NearestCounts {
        rows = List.copyOf(rows);
    }

    /**
     * A token of the text.
     *
     * @param token for display
     * @param count visual tokens it is nearest to
     * @param cosine their mean cosine with it
     * @param largest the largest of these
     */
    public record Row(String token, long count, double cosine, double largest) {}
}
