package dev.patchbook.chart;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Words of captions by which pictures can be told apart. */
public final class CaptionWords {
    private static final double MOST = 0.6;

    private CaptionWords() {}

    /** The words of more than two letters that most captions have, but not most of all captions; at most so many. */
    public static List<String> telling(List<String> captions, int most) {
        Map<String, Long> counts = new LinkedHashMap<>();
        captions.forEach(caption -> words(caption)
                .distinct()
                .filter(word -> word.length() > 2)
                .forEach(word -> counts.merge(word, 1L, Long::sum)));
        return counts.entrySet().stream()
                .filter(each -> each.getValue() <= MOST * captions.size())
                .sorted(Comparator.comparing(Map.Entry<String, Long>::getValue).reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Which of the words stands first in a caption; -1: none does. */
    public static int first(String caption, List<String> wanted) {
        List<String> lower =
                wanted.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        return words(caption)
                .map(lower::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static Stream<String> words(String caption) {
        return Stream.of(caption.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty());
    }
}
