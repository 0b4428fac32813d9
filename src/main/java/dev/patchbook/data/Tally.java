package dev.patchbook.data;

import dev.patchbook.base.Picture;
import dev.patchbook.data.Statistics.Changes;
import dev.patchbook.data.Statistics.Repeats;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.data.picture.Transparency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts while rows are read; its memory is bounded but for a few bytes a row. */
final class Tally {
    /** Different words that are counted. */
    static final int MOST_WORDS = 100_000;

    private static final int MOST_SIZES = 10_000;
    private static final int MOST_CHARACTERS = 65_536;
    private static final int SHOWN = 256;
    private static final int BRIGHTNESS = 16;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*");
    private static final Set<String> SIDES = Set.of("left", "right", "leftmost", "rightmost", "clockwise");

    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, Long> characters = new HashMap<>();
    private final Map<String, Long> words = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();
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

    void add(RowRules.Usable row, StoredPicture picture) {
        text(row.caption());
        cut += row.cut() > 0 ? 1 : 0;
        cutCharacters += row.cut();
        mapped += row.mapped() ? 1 : 0;
        Picture full = row.picture();
        count(sizes, full.width() + " x " + full.height(), MOST_SIZES);
        brightness[(int) (mean(picture) * BRIGHTNESS / 256)]++;
        repeats(row.caption(), picture.hash());
    }

    private void text(String caption) {
        int length = caption.codePointCount(0, caption.length());
        while (lengths.size() <= length) {
            lengths.add(0);
        }
        lengths.set(length, lengths.get(length) + 1);
        caption.codePoints().forEach(point -> count(characters, Character.toString(point), MOST_CHARACTERS));
        boolean side = false;
        for (Matcher word = WORD.matcher(caption); word.find(); ) {
            String plain = word.group().toLowerCase(Locale.ROOT);
            count(words, plain, MOST_WORDS);
            side |= SIDES.contains(plain);
        }
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

    private static double mean(StoredPicture picture) {
        byte[] values = picture.values(Transparency.OVER_BACKGROUND);
        long sum = 0;
        for (byte value : values) {
            sum += value & 255;
        }
        return (double) sum / values.length;
    }

    void problem(String code) {
        problems.merge(code, 1L, Long::sum);
    }

    private static void count(Map<String, Long> counts, String key, int most) {
        if (counts.size() < most || counts.containsKey(key)) {
            counts.merge(key, 1L, Long::sum);
        }
    }

    Statistics statistics(long sharedCaptions) {
        List<Integer> levels = new ArrayList<>();
        for (int count : brightness) {
            levels.add(count);
        }
        return new Statistics(
                List.copyOf(lengths),
                top(characters),
                top(words),
                words.size(),
                top(sizes),
                levels,
                new Repeats(samePicture, sameCaption, sameRow, sharedCaptions),
                new Changes(cut, cutCharacters, mapped, sides),
                Map.copyOf(problems));
    }

    private static Map<String, Long> top(Map<String, Long> counts) {
        Map<String, Long> top = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .forEach(entry -> top.put(entry.getKey(), entry.getValue()));
        return top;
    }
}
