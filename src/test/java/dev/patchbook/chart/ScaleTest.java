package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    @Test
    void linearTicksAreRoundAndInside() {
        assertThat(labels(new LinearScale(new Range(0, 100)).ticks(6)))
                .containsExactly("0", "20", "40", "60", "80", "100");
        assertThat(labels(new LinearScale(new Range(0, 1)).ticks(3))).containsExactly("0", "0.5", "1.0");
        assertThat(labels(new LinearScale(new Range(-1, 1)).ticks(5)))
                .containsExactly("−1.0", "−0.5", "0", "0.5", "1.0");
        assertThat(labels(new LinearScale(new Range(0, 100_000)).ticks(3)))
                .containsExactly("0", "50\u202fk", "100\u202fk");
    }

    @Test
    void thereAreNeverMoreTicksThanAskedForNorOnesOutside() {
        for (int i = 1; i < 400; i++) {
            Range range = new Range(-i * 0.37, i * 1.91 + 1e-3);
            for (int most = 2; most < 12; most++) {
                assertInside(new LinearScale(range).ticks(most), range, most + 1);
                Range positive = new Range(1e-4 * i, 1e-3 * i * i + 1);
                assertInside(new LogScale(positive).ticks(most), positive, most + 1);
            }
        }
    }

    private static void assertInside(List<Tick> ticks, Range range, int most) {
        assertThat(ticks).hasSizeLessThanOrEqualTo(most);
        assertThat(ticks).allSatisfy(tick -> assertThat(tick.value()).isBetween(range.min(), range.max()));
        assertThat(ticks).isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()));
    }

    @Test
    void niceEndsLieAroundTheRange() {
        assertThat(LinearScale.nice(new Range(0.3, 4.27), 6).domain()).isEqualTo(new Range(0, 5));
        assertThat(LinearScale.nice(new Range(2, 2), 5).domain().length()).isPositive();
        assertThat(LogScale.nice(new Range(0.03, 4.2)).domain().min()).isCloseTo(0.02, within(1e-12));
        assertThat(LogScale.nice(new Range(0.03, 4.2)).domain().max()).isEqualTo(5);
        assertThat(LogScale.nice(new Range(1, 1)).domain()).isEqualTo(new Range(0.5, 2));
    }

    @Test
    void aDecadeIsTheSameLengthEverywhere() {
        LogScale scale = new LogScale(new Range(0.01, 10));
        assertThat(scale.position(0.1)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(scale.value(scale.position(0.7))).isCloseTo(0.7, within(1e-12));
        assertThat(scale.position(0)).isNaN();
        assertThat(scale.position(-1)).isNaN();
        assertThat(labels(scale.ticks(4))).containsExactly("0.01", "0.1", "1", "10");
    }

    @Test
    void noLogarithmOfNothing() {
        assertThatThrownBy(() -> new LogScale(new Range(0, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timeIsCountedAsPeopleDo() {
        assertThat(labels(TimeTicks.of(new Range(0, 12), 5))).containsExactly("0", "5 s", "10 s");
        assertThat(labels(TimeTicks.of(new Range(0, 155), 7)))
                .containsExactly("0", "0:30", "1:00", "1:30", "2:00", "2:30");
        assertThat(labels(TimeTicks.of(new Range(0, 7300), 4))).containsExactly("0", "1:00 h", "2:00 h");
    }

    @Test
    void rangesIgnoreWhatIsNoNumber() {
        assertThat(Range.of(new float[] {Float.NaN, 2, -1, Float.POSITIVE_INFINITY}))
                .isEqualTo(new Range(-1, 2));
        assertThat(Range.of(new float[] {Float.NaN})).isEqualTo(Range.UNIT);
        assertThat(new Range(-1, 3).aroundZero()).isEqualTo(new Range(-3, 3));
        assertThat(new Range(2, 2).share(2)).isEqualTo(0.5);
    }

    @Test
    void aScaleOfColoursHasTwoNumbersAtLeast() {
        LinearScale around = new LinearScale(new Range(-0.042, 0.042));
        assertThat(around.ticks(5)).as("one number makes no scale").hasSize(1);
        assertThat(around.atLeastTwo(5)).extracting(Tick::value).contains(-0.04, 0.0, 0.04);
        assertThat(new LinearScale(new Range(5, 88)).atLeastTwo(5)).hasSizeGreaterThan(1);
        assertThat(new LinearScale(new Range(3, 3)).atLeastTwo(5)).hasSize(1);
    }
}
