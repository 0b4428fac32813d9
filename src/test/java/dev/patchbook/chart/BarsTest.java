package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.chart.Bars.Bar;
import dev.patchbook.chart.Bars.Bin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Counts as bars: how numbers are put together, what is said of them, and how they are drawn. */
class BarsTest {
    private static final Bars BARS = new Bars(
            "Characters",
            "time",
            List.of(new Bar("a", "a", 1200, ""), new Bar("é", "é", 1, "not in the alphabet")),
            1,
            "here");

    @Test
    void fewNumbersHaveABarEach() {
        assertThat(Bars.bins(List.of(0, 0, 3, 0, 5), 40))
                .containsExactly(new Bin(2, 2, 3), new Bin(3, 3, 0), new Bin(4, 4, 5));
        assertThat(Bars.bins(List.of(), 40)).isEmpty();
        assertThat(Bars.bins(List.of(0, 0), 40)).isEmpty();
    }

    @Test
    void manyNumbersShareBarsAndNoneIsLost() {
        for (int length : new int[] {41, 100, 999, 10_001}) {
            List<Integer> counts = new ArrayList<>(Collections.nCopies(length, 2));
            List<Bin> bins = Bars.bins(counts, 40);
            assertThat(bins).hasSizeLessThanOrEqualTo(40).hasSizeGreaterThan(9);
            assertThat(bins.stream().mapToLong(Bin::count).sum()).isEqualTo(2L * length);
            int width = bins.get(0).most() - bins.get(0).least() + 1;
            assertThat(bins).allSatisfy(bin -> {
                assertThat(bin.least() % width).isZero();
                assertThat(bin.most() - bin.least() + 1).isEqualTo(width);
            });
            assertThat(Integer.toString(width)).matches("[125]0*");
        }
    }

    @Test
    void aBarIsSaidWithItsCountAndWhatSetsItApart() {
        assertThat(BARS.spoken(0)).isEqualTo("a: 1,200 times");
        assertThat(BARS.spoken(1)).isEqualTo("é: 1 time, not in the alphabet");
        assertThat(BARS.spoken()).isEqualTo("Characters, 2 bars; most, a: 1,200 times; here");
        assertThat(new Bars("Words", "time", List.of()).spoken()).isEqualTo("Words: nothing");
    }

    @Test
    void drawingsHoldEachBarAndItsWords() {
        Document columns = Jsoup.parse(BarsSvg.columns(BARS, 400, 200), "", Parser.xmlParser());
        assertThat(columns.select("rect")).hasSize(2);
        assertThat(columns.select("rect").get(1).attr("fill"))
                .isNotEqualTo(columns.select("rect").get(0).attr("fill"));
        assertThat(columns.select("text").eachText()).contains("a", "é", "here");
        assertThat(columns.select("line[stroke-dasharray]")).hasSize(1);
        Document rows = Jsoup.parse(BarsSvg.rows(BARS, 10, 400), "", Parser.xmlParser());
        assertThat(rows.select("text").eachText()).containsExactly("a", "1,200", "▲ é", "1");
        assertThat(rows.select("svg").attr("aria-label")).startsWith("Characters, 2 bars");
        assertThat(Jsoup.parse(BarsSvg.rows(BARS, 1, 400), "", Parser.xmlParser())
                        .select("rect"))
                .hasSize(1);
    }
}
