package dev.patchbook.engine;

import java.util.List;

/**
 * A caption for every picture of a part of the data, beside the row's own.
 *
 * @param part {@code train} or {@code validation}
 * @param rows in the order of the part
 * @param exact share of captions right to the letter
 * @param characterErrors edits by character over all rows, over all characters of the references
 * @param wordErrors the same by word
 * @param bleu BLEU-4 over all rows
 */
public record CaptionTable(
        String part, List<Row> rows, double exact, double characterErrors, double wordErrors, double bleu) {
    /** Copies the list. */
    public CaptionTable {
        rows = List.copyOf(rows);
    }

    /**
     * One picture.
     *
     * @param index number within the part, from 0
     * @param reference the row's own caption
     * @param caption the model's
     * @param characterErrors edits by character, over the reference's characters
     * @param wordErrors edits by word
     * @param bleu smoothed BLEU-4 of this caption
     * @param logProbability of the model's caption under the model, nats
     */
    public record Row(
            int index,
            String reference,
            String caption,
            double characterErrors,
            double wordErrors,
            double bleu,
            double logProbability) {
        /** Whether the caption is right to the letter. */
        public boolean exact() {
            return caption.equals(reference);
        }
    }
}
