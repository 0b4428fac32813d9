package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.26249, 0.262",
        "4.2, 4.20",
        "0.0066, 0.00660",
        "12345, '12,345'",
        "0, 0",
        "-1.5, −1.50",
        "0.0000123, 1.23e−5",
        "1e12, 1e12",
        "0.9996, 1.00"
    })
    void lossesHaveThreeDigits(double value, String words) {
        assertThat(Numbers.loss(value)).isEqualTo(words);
    }

    @Test
    void whatIsNoNumberIsSaid() {
        assertThat(Numbers.loss(Double.NaN)).isEqualTo("not a number");
        assertThat(Numbers.loss(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(Numbers.probability(Double.NaN)).isEqualTo("not a number");
        assertThat(Numbers.duration(Double.NaN)).isEqualTo("not a number");
    }

    @ParameterizedTest
    @CsvSource({"0.86, 0.86", "0.0049, <0.01", "0, 0.00", "0.999, >0.99", "1, 1.00", "0.005, 0.01"})
    void probabilitiesNeverReadAsCertainWhereTheyAreNot(double value, String words) {
        assertThat(Numbers.probability(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0.2144, 0.214", "0.0001, <0.001", "0, 0.000", "1, 1.000"})
    void weightsHaveThreeDecimals(double value, String words) {
        assertThat(Numbers.weight(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"999, 999", "1000, 1.00 k", "842112, 842 k", "999600, 1.00 M", "12907970, 12.9 M", "1310000, 1.31 M"})
    void compactCountsHaveThreeDigitsAndAUnit(long value, String words) {
        assertThat(Numbers.compact(value).replace('\u202f', ' ')).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.50 ms",
        "1.26, 1.3 ms",
        "172, 172 ms",
        "999.6, 1.0 s",
        "4200, 4.2 s",
        "59960, 1 min 00 s",
        "65000, 1 min 05 s",
        "7800000, 2 h 10 min"
    })
    void durationsTakeTheUnitsThatMatter(double milliseconds, String words) {
        assertThat(Numbers.duration(milliseconds)).isEqualTo(words);
    }

    @Test
    void theCountryChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.count(2400)).isEqualTo("2,400");
            assertThat(Numbers.probability(0.5)).isEqualTo("0.50");
            assertThat(Numbers.duration(1500)).isEqualTo("1.5 s");
        } finally {
            Locale.setDefault(before);
        }
    }
}
