package dev.patchbook.plan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopsTest {
    @Test
    void exponentialsAreRightToTheLastDigitsOfAFloat() {
        int count = 870_001;
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = -i * 1e-4f;
        }
        float[] e = x.clone();
        Loops.exp(e, new float[count], count);
        for (int i = 0; i < count; i++) {
            double right = Math.exp(x[i]);
            assertThat(Math.abs(e[i] - right) / right).as("e^%s", x[i]).isLessThan(2.5e-7);
        }
    }

    @Test
    void exponentialsOfWhatIsOutOfRangeAreThoseOfItsEnds() {
        float[] x = {0f, -0f, 5f, -87f, -1000f, Float.NEGATIVE_INFINITY, -104f};
        Loops.exp(x, new float[x.length], x.length);
        assertThat(x[0]).isEqualTo(1f);
        assertThat(x[1]).isEqualTo(1f);
        assertThat(x[2]).isEqualTo(1f);
        assertThat(x[3]).isBetween(1.6e-38f, 1.7e-38f);
        assertThat(x[4]).isEqualTo(x[3]);
        assertThat(x[5]).isEqualTo(x[3]);
        assertThat(x[6]).isEqualTo(x[3]);
    }

    @Test
    void whatIsNotANumberStaysSo() {
        float[] x = {Float.NaN, -1f};
        Loops.exp(x, new float[2], 2);
        assertThat(x[0]).isNaN();
    }

    @Test
    void sumsAndGreatestAreOfTheStretchAlone() {
        float[] a = {9, 1, 2, 3, 4, 5, 6, 7, 99};
        float[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
        IntStream.rangeClosed(2, 8).forEach(to -> {
            assertThat(Loops.sum(a, 1, to)).isEqualTo(IntStream.range(1, to).sum());
            assertThat(Loops.dot(a, ones, 1, to))
                    .isEqualTo(IntStream.range(1, to).sum());
            assertThat(Loops.max(a, 1, to)).isEqualTo(to - 1);
        });
    }
}
