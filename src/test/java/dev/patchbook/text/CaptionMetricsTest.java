package dev.patchbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionMetricsTest {
    @ParameterizedTest
    @CsvSource({
        "'kitten','sitting',0.5", // two replaced and one added, of six
        "'abc','abc',0",
        "'abc','',1",
        "'','',0",
        "'','x',1",
        "'ab','abcd',1", // two added, of two
        "'a😀b','a😁b',0.3333", // one code point, though two chars
    })
    void characterErrors(String reference, String caption, double rate) {
        assertThat(CaptionMetrics.characterErrors(reference, caption)).isCloseTo(rate, offset(1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "'a red car','a red car',0",
        "'a red car','A Red  car',0", // case and blanks do not count
        "'a red car','a blue car',0.3333",
        "'a red car','red car',0.3333",
        "'a red car','a big red car here',0.6667",
        "'a red car','',1",
    })
    void wordErrors(String reference, String caption, double rate) {
        assertThat(CaptionMetrics.wordErrors(reference, caption)).isCloseTo(rate, offset(1e-4));
    }

    @Test
    void bleuOfManyCaptionsCountsTheirGramsTogether() {
        CaptionMetrics.Bleu bleu = new CaptionMetrics.Bleu();
        bleu.add("the cat sat on the mat", "the cat sat on a mat"); // 5 of 6, 3 of 5, 2 of 4, 1 of 3
        bleu.add("a small red box here", "a small red box"); // 4 of 4, 3 of 3, 2 of 2, 1 of 1
        double precision = 9 / 10.0 * (6 / 8.0) * (4 / 6.0) * (2 / 4.0);
        double brevity = Math.exp(1 - 11 / 10.0);
        assertThat(bleu.value()).isCloseTo(brevity * Math.pow(precision, 0.25), offset(1e-12));
    }

    @Test
    void aWordSaidTooOftenCountsAsOftenAsItIsRight() {
        CaptionMetrics.Bleu bleu = new CaptionMetrics.Bleu();
        bleu.add("the cat is on the mat", "the the the the the the the");
        assertThat(bleu.value()).isZero(); // no pair is right
        double one = CaptionMetrics.bleu("the cat is on the mat", "the the the the the the the");
        assertThat(one).isCloseTo(Math.pow(2 / 7.0 * (1 / 7.0) * (1 / 6.0) * (1 / 5.0), 0.25), offset(1e-12));
    }

    @Test
    void bleuIsOneForTheSameAndNothingForNothing() {
        assertThat(CaptionMetrics.bleu("a red car", "a red car")).isCloseTo(1, offset(1e-12));
        assertThat(CaptionMetrics.bleu("a red car", "")).isZero();
        assertThat(new CaptionMetrics.Bleu().value()).isZero();
        assertThat(new CaptionMetrics.Bleu().add("a b c d e", "a b c d e").value())
                .isCloseTo(1, offset(1e-12));
    }

    @Test
    void distinctGrams() {
        List<String> captions = List.of("a red car", "a red box");
        assertThat(CaptionMetrics.distinct(captions, 1)).isCloseTo(4 / 6.0, offset(1e-12));
        assertThat(CaptionMetrics.distinct(captions, 2)).isCloseTo(3 / 4.0, offset(1e-12));
        assertThat(CaptionMetrics.distinct(List.of(""), 1)).isZero();
    }
}
