package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColorMapTest {
    /** Matplotlib's own colours at five places. */
    @ParameterizedTest
    @CsvSource({
        "VIRIDIS, 0, 440154", "VIRIDIS, 0.25, 3b528b", "VIRIDIS, 0.5, 21918c", "VIRIDIS, 0.75, 5ec962",
                "VIRIDIS, 1, fde725",
        "INFERNO, 0, 000004", "INFERNO, 0.25, 57106e", "INFERNO, 0.5, bc3754", "INFERNO, 0.75, f98e09",
                "INFERNO, 1, fcffa4"
    })
    void areThePublishedOnes(ColorMap map, double share, String hex) {
        int expected = Integer.parseInt(hex, 16);
        int actual = map.argb(share);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(actual >> shift & 0xFF).isCloseTo(expected >> shift & 0xFF, within(6));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VIRIDIS", "INFERNO"})
    void lightnessOnlyRises(ColorMap map) {
        for (int i = 1; i < 256; i++) {
            double before = ColorMap.lightness(map.argb((i - 1) / 255.0));
            assertThat(ColorMap.lightness(map.argb(i / 255.0))).isGreaterThanOrEqualTo(before - 0.002);
        }
    }

    @Test
    void theMiddleOfTheSignedMapIsItsLightestAndItsArmsFadeAlike() {
        ColorMap map = ColorMap.BLUE_ORANGE;
        assertThat(ColorMap.lightness(map.argb(0.5))).isGreaterThan(0.95);
        for (double reach = 0.05; reach <= 0.5; reach += 0.05) {
            double below = ColorMap.lightness(map.argb(0.5 - reach));
            double above = ColorMap.lightness(map.argb(0.5 + reach));
            assertThat(below).isCloseTo(above, within(0.12));
        }
        assertThat(map.argb(0.2) & 0xFF).isGreaterThan(map.argb(0.2) >> 16 & 0xFF);
        assertThat(map.argb(0.8) >> 16 & 0xFF).isGreaterThan(map.argb(0.8) & 0xFF);
    }

    @ParameterizedTest
    @EnumSource
    void sharesOutsideTakeTheEnds(ColorMap map) {
        assertThat(map.argb(-3)).isEqualTo(map.argb(0));
        assertThat(map.argb(3)).isEqualTo(map.argb(1));
        assertThat(map.argb(Double.NaN)).isZero();
        assertThat(map.argb(0.3) >>> 24).isEqualTo(0xFF);
    }
}
