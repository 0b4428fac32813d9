package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {
    @Test
    void withoutWeightNothingChanges() {
        assertThat(Smoothing.exponential(new double[] {3, 1, 2, 9}, 3, 0)).containsExactly(3, 1, 2);
    }

    @Test
    void theStartIsNotPulledTowardsZero() {
        assertThat(Smoothing.exponential(new double[] {5, 5, 5}, 3, 0.99))
                .containsExactly(new double[] {5, 5, 5}, within(1e-9));
    }

    @Test
    void worksOutAsByHand() {
        // (0.5 * 0.5 * 4 + 0.5 * 2) / (1 - 0.25) = 8 / 3
        assertThat(Smoothing.exponential(new double[] {4, 2}, 2, 0.5))
                .containsExactly(new double[] {4, 8 / 3.0}, within(1e-12));
    }

    @Test
    void whatIsNoNumberStaysAndDoesNotSpread() {
        double[] smooth = Smoothing.exponential(new double[] {2, Double.NaN, 2}, 3, 0.9);
        assertThat(smooth[1]).isNaN();
        assertThat(smooth[2]).isCloseTo(2, within(1e-12));
    }

    @Test
    void weightsOutsideAreRefused() {
        assertThatThrownBy(() -> Smoothing.exponential(new double[1], 1, 1)).hasMessageContaining("smoothing is 1.0");
    }
}
