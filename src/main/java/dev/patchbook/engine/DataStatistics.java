package dev.patchbook.engine;

import dev.patchbook.config.Augment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rows of data are like, of those that can be used. Maps are in order of frequency and hold at most 256 entries.
 *
 * @param lengths captions by length in characters, from 0
 * @param characters how often each character stands in the captions
 * @param words how often each word does, in lower case
 * @param distinctWords different words; 100,000 where there are more
 * @param sizes pictures by size, as in {@code 640 x 480}
 * @param brightness pictures by mean brightness, in sixteen equal steps from black to white
 * @param repeats what stands more than once
 * @param changes what was done to captions
 * @param outside characters that are not in the alphabet
 * @param problems all unusable rows by code
 */
public record DataStatistics(
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
    /** What mirrored pictures would make untrue, for people; empty where nothing. */
    public Optional<String> warning(Augment augment) {
        long sides = changes.sides();
        return augment.flip() && sides > 0
                ? Optional.of("Pictures are mirrored, but " + sides + (sides == 1 ? " caption names" : " captions name")
                        + " a side, such as left or right; leave flip out of augment.")
                : Optional.empty();
    }

    /** Of no rows. */
    public static final DataStatistics NONE = new DataStatistics(
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
