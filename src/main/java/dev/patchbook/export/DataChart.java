package dev.patchbook.export;

import dev.patchbook.chart.Bars;
import dev.patchbook.chart.Bars.Bar;
import dev.patchbook.chart.BarsSvg;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.DataStatistics;
import dev.patchbook.engine.RowQuery.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rows of data are like, as bars, and which rows each bar stands for.
 *
 * @param name short, for a file's name
 * @param bars the bars
 * @param traits what the rows of each have in common; empty for those whose rows are not used
 */
public record DataChart(String name, Bars bars, List<Optional<Trait>> traits) {
    private static final int MOST_BINS = 40;
    private static final int MOST_ROWS = 32;
    private static final String LENGTHS = "caption-lengths";
    private static final String BRIGHTNESS = "brightness";
    private static final int BRIGHTNESS_STEPS = 16;

    /** Copies the list. */
    public DataChart {
        traits = List.copyOf(traits);
    }

    /** A chart being filled. */
    private static final class Filling {
        private final List<Bar> bars = new ArrayList<>();
        private final List<Optional<Trait>> traits = new ArrayList<>();

        void add(Bar bar, Trait trait) {
            bars.add(bar);
            traits.add(Optional.of(trait));
        }

        /** No used caption holds what it stands for. */
        void add(Bar bar) {
            bars.add(bar);
            traits.add(Optional.empty());
        }

        DataChart as(String name, String title, String unit) {
            return new DataChart(name, new Bars(title, unit, bars), traits);
        }
    }

    /** Captions by their length. */
    public static DataChart lengths(DataStatistics statistics, int maxLength) {
        Filling chart = new Filling();
        List<Bars.Bin> bins = Bars.bins(statistics.lengths(), MOST_BINS);
        for (Bars.Bin bin : bins) {
            String range = bin.least() == bin.most()
                    ? Numbers.count(bin.least()) + (bin.least() == 1 ? " character" : " characters")
                    : Numbers.count(bin.least()) + " to " + Numbers.count(bin.most()) + " characters";
            Bar bar = new Bar(Numbers.count(bin.least()), range, bin.count(), "");
            chart.add(bar, new Trait.Length(bin.least(), bin.most()));
        }
        String title = "Captions by length, characters";
        double limit = bins.isEmpty()
                ? Double.NaN
                : (maxLength + 1.0 - bins.get(0).least())
                        / (bins.get(0).most() - bins.get(0).least() + 1);
        Bars bars = new Bars(title, "caption", chart.bars, limit, "max-length " + Numbers.count(maxLength));
        return new DataChart(LENGTHS, bars, chart.traits);
    }

    /** Captions longer than so many characters. */
    public static long longer(DataStatistics statistics, int maxLength) {
        List<Integer> lengths = statistics.lengths();
        return lengths.stream()
                .skip(maxLength + 1L)
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** Characters by how often they stand in the captions; those outside of the alphabet say what becomes of them. */
    public static DataChart characters(DataStatistics statistics) {
        Filling chart = new Filling();
        outside(chart, statistics.outside().unknown(), "not in the alphabet, rows cannot be used");
        outside(chart, statistics.outside().mapped(), "replaced by the nearest character");
        Map<String, Long> added = statistics.outside().added();
        statistics.characters().forEach((character, count) -> {
            String note = added.containsKey(character) ? "added to the alphabet" : "";
            chart.add(bar(character, count, note), new Trait.Character(character));
        });
        return chart.as("characters", "Characters by frequency", "time");
    }

    private static void outside(Filling chart, Map<String, Long> characters, String note) {
        characters.forEach((character, count) -> chart.add(bar(character, count, note)));
    }

    private static Bar bar(String character, long count, String note) {
        return new Bar(TokenWords.visible(character), TokenWords.spoken(character), count, note);
    }

    /** Words by how often they stand in the captions. */
    public static DataChart words(DataStatistics statistics) {
        Filling chart = new Filling();
        statistics.words().forEach((word, count) -> chart.add(new Bar(word, word, count, ""), new Trait.Word(word)));
        return chart.as("words", "Words by frequency", "time");
    }

    /** Pictures by their size. */
    public static DataChart sizes(DataStatistics statistics) {
        Filling chart = new Filling();
        statistics.sizes().forEach((size, count) -> {
            String words = size.replace('x', '×');
            chart.add(new Bar(words, words + " pixels", count, ""), new Trait.Size(size));
        });
        return chart.as("picture-sizes", "Pictures by size, pixels", "row");
    }

    /** Pictures by their mean brightness. */
    public static DataChart brightness(DataStatistics statistics) {
        Filling chart = new Filling();
        for (int step = 0; step < statistics.brightness().size(); step++) {
            String from = percent(step);
            String words = "brightness " + from + " to " + percent(step + 1) + " %";
            chart.add(new Bar(from, words, statistics.brightness().get(step), ""), new Trait.Brightness(step));
        }
        return chart.as(BRIGHTNESS, "Pictures by mean brightness, % from black to white", "row");
    }

    private static String percent(int step) {
        return Numbers.count(Math.round(100.0 * step / BRIGHTNESS_STEPS));
    }

    /** All of them. */
    public static List<DataChart> all(DataStatistics statistics, int maxLength) {
        return List.of(
                lengths(statistics, maxLength),
                characters(statistics),
                words(statistics),
                sizes(statistics),
                brightness(statistics));
    }

    /** The first bars. */
    public DataChart first(int most) {
        int kept = Math.min(most, traits.size());
        String title = kept < traits.size() ? bars.title() + ", the first " + kept : bars.title();
        return new DataChart(name, new Bars(title, bars.unit(), bars.bars().subList(0, kept)), traits.subList(0, kept));
    }

    /** Whether its bars stand side by side, as those of a range do. */
    public boolean upright() {
        return name.equals(LENGTHS) || name.equals(BRIGHTNESS);
    }

    /** The drawing. */
    public String svg(double width) {
        return upright() ? BarsSvg.columns(bars, width, 200) : BarsSvg.rows(bars, MOST_ROWS, width);
    }

    /** As a table. */
    public Sheet sheet() {
        List<List<Object>> rows = new ArrayList<>();
        bars.bars().forEach(bar -> rows.add(List.of(bar.words(), bar.count(), bar.note())));
        return new Sheet(name, bars.title(), List.of("what", bars.unit() + "s", "note"), rows);
    }
}
