package dev.patchbook.data;

import java.util.List;
import java.util.Map;

/**
 * What the rows are like. Lists are bounded, most frequent first.
 *
 * @param lengths captions by length in characters, from 0
 * @param characters how often each character stands in the captions
 * @param words how often each word does, without case
 * @param distinctWords different words; {@link Tally#MOST_WORDS} where there are more
 * @param sizes pictures by size, as in {@code 640 x 480}
 * @param brightness pictures by mean brightness, in equal steps from black to white
 * @param repeats what stands more than once
 * @param changes what was done to captions
 * @param outside characters that are not in the alphabet
 * @param problems unusable rows by code
 */
public record Statistics(
        List<Integer> lengths,
        Map<String, Long> characters,
        Map<String, Long> words,
        int distinctWords,
        Map<String, Long> sizes,
        List<Integer> brightness,
        Repeats repeats,
        Changes changes,
        Outside outside,
        Map<String, Long> problems) {
    /** Of no rows. */
    public static final Statistics NONE = new Statistics(
            List.of(),
            Map.of(),
            Map.of(),
            0,
            Map.of(),
            List.of(),
            new Repeats(0, 0, 0, 0),
            new Changes(0, 0, 0, 0),
            new Outside(Map.of(), Map.of(), Map.of()),
            Map.of());

    /**
     * Rows that repeat an earlier one.
     *
     * @param pictures with the picture of an earlier row
     * @param captions with the caption of an earlier row
     * @param rows with picture and caption of an earlier row
     * @param sharedCaptions different captions that stand both in training and in validation
     */
    public record Repeats(long pictures, long captions, long rows, long sharedCaptions) {}

    /**
     * What was done to captions, or would matter to them.
     *
     * @param cut captions that were cut
     * @param cutCharacters characters that were cut off
     * @param mapped captions in which characters were replaced
     * @param sides captions that name a side, such as left, which mirrored pictures would belie
     */
    public record Changes(long cut, long cutCharacters, long mapped, long sides) {}

    /**
     * Characters that are not in the alphabet, as often as they stand in the source.
     *
     * @param unknown those that make a row unusable
     * @param mapped those that are replaced by what comes nearest
     * @param added those that were added to the alphabet
     */
    public record Outside(Map<String, Long> unknown, Map<String, Long> mapped, Map<String, Long> added) {}
}
