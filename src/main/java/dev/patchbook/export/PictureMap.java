package dev.patchbook.export;

import dev.patchbook.base.TensorView;
import dev.patchbook.chart.CaptionWords;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.ScatterSvg;
import dev.patchbook.config.ImagesSettings;
import dev.patchbook.engine.ImageMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A map of pictures as it is shown, in window and report alike: one of its planes, coloured by words of the captions.
 *
 * @param map the pictures
 * @param near whether the plane is that of t-SNE; else that of the principal components
 * @param words that colour the points; those without any of them are grey
 */
public record PictureMap(ImageMap map, boolean near, List<String> words) {
    private static final int FREQUENT = 4;

    /** Okabe and Ito's colours; points without any of the words are grey. */
    private static final int[] COLOURS = {0xFFE69F00, 0xFF0072B2, 0xFF009E73, 0xFFCC79A7, 0xFFD55E00, 0xFF56B4E9};

    /** Words that name a colour have the nearest of them: red in blue would be read wrongly. */
    private static final Map<String, Integer> NAMED = Map.of(
            "red",
            0xFFD55E00,
            "orange",
            0xFFE69F00,
            "yellow",
            0xFFE69F00,
            "green",
            0xFF009E73,
            "blue",
            0xFF0072B2,
            "pink",
            0xFFCC79A7,
            "purple",
            0xFFCC79A7);

    private static final int OTHERS = 0xFFB0B0B0;

    /** How many words can be told apart. */
    public static final int MOST_WORDS = COLOURS.length;

    /** Copies the list. */
    public PictureMap {
        words = List.copyOf(words);
    }

    /**
     * A map as settings ask for it: t-SNE where it is wanted and there, and the frequent words where none are named.
     *
     * @param text words by blanks
     */
    public static PictureMap of(ImageMap map, boolean near, String text) {
        List<String> words = text.isBlank()
                ? CaptionWords.telling(map.captions(), FREQUENT)
                : List.of(text.strip().split("\\s+")).stream().limit(MOST_WORDS).toList();
        return new PictureMap(map, near && map.neighbours().isPresent(), words);
    }

    /** Where the pictures lie [n, 2]. */
    public TensorView places() {
        return near ? map.neighbours().orElseThrow() : map.places();
    }

    /** How many pictures are in the plane. */
    public int count() {
        return places().shape()[0];
    }

    /** Which of the words a picture's caption has; as many as there are words where it has none. */
    private int word(int index) {
        int word = CaptionWords.first(map.images().get(index).caption(), words);
        return word < 0 ? words.size() : word;
    }

    /** The colour of each point. */
    public List<Integer> colours() {
        List<Integer> byWord = byWord();
        return IntStream.range(0, count()).mapToObj(i -> byWord.get(word(i))).toList();
    }

    /** The colour of each word, then that of the others. */
    private List<Integer> byWord() {
        Set<Integer> taken = new HashSet<>();
        Map<String, Integer> chosen = new HashMap<>();
        for (String word : words) {
            Integer named = NAMED.get(word.toLowerCase(Locale.ROOT));
            if (named != null && taken.add(named)) {
                chosen.put(word, named);
            }
        }
        Iterator<Integer> free =
                Arrays.stream(COLOURS).filter(colour -> !taken.contains(colour)).iterator();
        List<Integer> all = new ArrayList<>();
        words.forEach(word -> all.add(chosen.computeIfAbsent(word, other -> free.next())));
        all.add(OTHERS);
        return all;
    }

    /** What the colours stand for, with how many points have each. */
    public List<ScatterSvg.Key> keys() {
        int[] counts = new int[words.size() + 1];
        IntStream.range(0, count()).forEach(i -> counts[word(i)]++);
        List<Integer> byWord = byWord();
        return IntStream.rangeClosed(0, words.size())
                .mapToObj(i -> new ScatterSvg.Key(
                        byWord.get(i), (i < words.size() ? words.get(i) : "others") + " " + counts[i]))
                .toList();
    }

    /** How it was made, and of what. */
    public String method() {
        String how = near
                ? "t-SNE (perplexity 15, begun from the principal components): near pictures stay near; distances between"
                        + " groups, and axes, mean nothing"
                : "First two principal components, which hold " + percent(0) + " and " + percent(1)
                        + " of how they differ";
        String which = count() < map.all()
                ? "The first " + Numbers.count(count()) + " of " + Numbers.count(map.all())
                : "All " + Numbers.count(count());
        String limit = near && count() < map.images().size()
                ? " (t-SNE takes at most " + Numbers.count(ImagesSettings.MOST_NEIGHBOURS) + ")"
                : "";
        return how + ". " + which + " " + map.part() + " pictures" + limit + " by the CLS token after the final norm"
                + LookWords.weights(map.step());
    }

    private String percent(int component) {
        return Math.round(100 * map.shares().get(component)) + " %";
    }

    /** As a drawing. */
    public String svg(double side) {
        return ScatterSvg.draw(places(), colours(), keys(), side, "Map of pictures. " + method());
    }

    /** As a table. */
    public Sheet sheet() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            ImageMap.Image image = map.images().get(i);
            int word = word(i);
            rows.add(List.of(
                    image.name(),
                    image.caption(),
                    word < words.size() ? words.get(word) : "",
                    (double) places().at(i, 0),
                    (double) places().at(i, 1)));
        }
        return new Sheet(
                near ? "image-map-t-sne" : "image-map",
                near ? "Pictures in the plane of t-SNE" : "Pictures along two principal components",
                List.of("picture", "caption", "word", "across", "up"),
                rows);
    }
}
