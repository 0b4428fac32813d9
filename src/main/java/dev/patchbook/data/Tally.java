package dev.patchbook.data;

import dev.patchbook.data.Statistics.Changes;
import dev.patchbook.data.Statistics.Repeats;
import dev.patchbook.data.picture.StoredPicture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts while rows are read; its memory is bounded but for a few bytes a row. */
final class Tally {
    /** Different words that are counted. */
    static final int MOST_WORDS = 100_000;

    private static final int MOST_SIZES = 10_000;
    private static final int MOST_CHARACTERS = 65_536;
    private static final int BRIGHTNESS = 16;

    private final List<Integer> lengths = new ArrayList<>();
    private final Counts characters = new Counts(MOST_CHARACTERS);
    private final Counts words = new Counts(MOST_WORDS);
    private final Counts sizes = new Counts(MOST_SIZES);
    private final Map<String, Long> problems = new LinkedHashMap<>();
    private final int[] brightness = new int[BRIGHTNESS];
    private final Set<Long> seenPictures = new HashSet<>();
    private final Set<Long> seenCaptions = new HashSet<>();
    private final Set<Long> seenRows = new HashSet<>();
    private long samePicture;
    private long sameCaption;
    private long sameRow;
    private long cut;
    private long cutCharacters;
    private long mapped;
    private long sides;

    void add(RowRules.Usable<StoredPicture> row) {
        StoredPicture picture = row.picture();
        text(row.caption());
        cut += row.cut() > 0 ? 1 : 0;
        cutCharacters += row.cut();
        mapped += row.mapped() ? 1 : 0;
        sizes.add(picture.given().words());
        brightness[(int) (picture.given().brightness() * BRIGHTNESS / 256)]++;
        repeats(row.caption(), picture.hash());
    }

    private void text(String caption) {
        int length = caption.codePointCount(0, caption.length());
        while (lengths.size() <= length) {
            lengths.add(0);
        }
        lengths.set(length, lengths.get(length) + 1);
        caption.codePoints().mapToObj(Character::toString).forEach(characters::add);
        List<String> all = Words.of(caption);
        all.forEach(words::add);
        boolean side = all.stream().anyMatch(Words::isSide);
        sides += side ? 1 : 0;
    }

    private void repeats(String caption, String hash) {
        long picture = Long.parseUnsignedLong(hash.substring(0, 16), 16);
        long text = hash(caption);
        samePicture += seenPictures.add(picture) ? 0 : 1;
        sameCaption += seenCaptions.add(text) ? 0 : 1;
        sameRow += seenRows.add(picture * 31 + text) ? 0 : 1;
    }

    /** 64 bits of a text (FNV-1a), so that different captions are taken for the same once in billions. */
    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    void problem(String code) {
        problems.merge(code, 1L, Long::sum);
    }

    Statistics statistics(long sharedCaptions, Statistics.Outside outside) {
        List<Integer> levels = new ArrayList<>();
        for (int count : brightness) {
            levels.add(count);
        }
        return new Statistics(
                List.copyOf(lengths),
                characters.top(),
                words.top(),
                words.distinct(),
                sizes.top(),
                levels,
                new Repeats(samePicture, sameCaption, sameRow, sharedCaptions),
                new Changes(cut, cutCharacters, mapped, sides),
                outside,
                Map.copyOf(problems));
    }
}
