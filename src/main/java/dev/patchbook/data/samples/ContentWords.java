package dev.patchbook.data.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a scene's caption that say something, by their place: size, colour and shape of the first object, the
 * relation, and size, colour and shape of the second. A word that is missing or garbled leaves its place empty.
 */
public final class ContentWords {
    private static final Pattern RELATION = Pattern.compile("\\b(" + String.join("|", SceneWords.RELATIONS) + ")\\b");

    private ContentWords() {}

    /**
     * How much of what was to be said was said.
     *
     * @param right places with the right word
     * @param total places of the reference
     */
    public record Score(int right, int total) {
        /** Nothing said, nothing asked. */
        public static final Score NONE = new Score(0, 0);

        /** Both together. */
        public Score plus(Score other) {
            return new Score(right + other.right, total + other.total);
        }

        /** Right words among all, 0 to 1. */
        public double share() {
            return total == 0 ? 0 : (double) right / total;
        }
    }

    /** The words of a caption by place: three, or seven with a relation; empty where there is none. */
    public static List<String> of(String caption) {
        Matcher relation = RELATION.matcher(caption);
        if (!relation.find()) {
            return item(caption);
        }
        List<String> words = new ArrayList<>(item(caption.substring(0, relation.start())));
        words.add(relation.group());
        words.addAll(item(caption.substring(relation.end())));
        return words;
    }

    private static List<String> item(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        return List.of(
                first(words, SceneWords.SIZES), first(words, SceneWords.COLOURS), first(words, SceneWords.SHAPES));
    }

    private static String first(List<String> words, List<String> kind) {
        return words.stream().filter(kind::contains).findFirst().orElse("");
    }

    /** Compares what was said with what was to be said, place by place; empty places of the reference do not count. */
    public static Score score(String reference, String said) {
        List<String> wanted = of(reference);
        List<String> words = of(said);
        int right = 0;
        int total = 0;
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).isEmpty()) {
                total++;
                right += i < words.size() && words.get(i).equals(wanted.get(i)) ? 1 : 0;
            }
        }
        return new Score(right, total);
    }
}
