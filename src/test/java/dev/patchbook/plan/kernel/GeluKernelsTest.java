package dev.patchbook.plan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

/** The rational functions against erf by numerical integration, over all that matters and far beyond. */
class GeluKernelsTest {
    private static final double ROOT_PI = Math.sqrt(Math.PI);

    @Test
    void erfIsExactToAFewUnitsInTheLastPlace() {
        for (double x = -12; x <= 12; x += 0.01) {
            float[] value = {(float) x};
            GeluKernels.erf(value, 1);
            assertThat((double) value[0]).as("x %s", x).isCloseTo(erf((float) x * Math.sqrt(0.5)), offset(6e-7));
        }
    }

    @Test
    void theDerivativeIsTheSlope() {
        for (double x = -12; x <= 12; x += 0.01) {
            float[] value = {(float) x};
            GeluKernels.slope(value, 1);
            double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            double slope = 0.5 * (1 + erf(x * Math.sqrt(0.5))) + x * density;
            assertThat((double) value[0]).as("x %s", x).isCloseTo(slope, offset(1e-6));
        }
    }

    /** Simpson's rule on 400 intervals; erf is 1 to double precision beyond 6. */
    private static double erf(double x) {
        if (Math.abs(x) > 6) {
            return Math.signum(x);
        }
        double h = x / 400;
        double sum = 1 + Math.exp(-x * x);
        for (int i = 1; i < 400; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * Math.exp(-(i * h) * (i * h));
        }
        return 2 / ROOT_PI * sum * h / 3;
    }
}
