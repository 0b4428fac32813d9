package dev.patchbook.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMaskTest {
    private static final long KEY = DropoutMask.key(7, 3);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 127, 128, 129, 255, 1089, 5000})
    void eachNumberHasItsSixteenBitsOfOneHashForFour(int count) {
        float[] factors = ones(count);
        DropoutMask.apply(factors, 1088, count, KEY, 5, 0.1);
        long stream = CounterHash.key(KEY, 5, 1);
        for (int i = 0; i < count; i++) {
            long index = 1088 + i;
            long draw = CounterHash.bits(stream, index / 4) >>> (index % 4 * 16) & 0xFFFF;
            assertThat(factors[i]).as("number %d", i).isEqualTo(draw < 6554 ? 0f : (float) (1 / 0.9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void theShareDroppedIsTheRateAndTheMeanStays(double rate) {
        int count = 200_000;
        float[] factors = ones(count);
        DropoutMask.apply(factors, 0, count, KEY, 1, rate);
        double sum = 0;
        int dropped = 0;
        for (float factor : factors) {
            sum += factor;
            dropped += factor == 0 ? 1 : 0;
        }
        double deviation = Math.sqrt(rate * (1 - rate) / count); // of the share dropped
        assertThat(dropped / (double) count).isBetween(rate - 5 * deviation, rate + 5 * deviation);
        assertThat(sum / count).isBetween(1 - 5 * deviation / (1 - rate), 1 + 5 * deviation / (1 - rate));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 128, 600})
    void aPieceHasTheFactorsOfTheWhole(int first) {
        float[] whole = ones(2000);
        DropoutMask.apply(whole, 0, 2000, KEY, 2, 0.3);
        float[] piece = ones(2000 - first);
        DropoutMask.apply(piece, first, piece.length, KEY, 2, 0.3);
        assertThat(piece).isEqualTo(Arrays.copyOfRange(whole, first, 2000));
    }

    private static float[] ones(int count) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, 1f);
        return numbers;
    }
}
