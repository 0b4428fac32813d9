package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.Picture;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    @Test
    void isOnePixelANumber() {
        float[] values = {0, 1, Float.NaN, 0.5f, 2, -1};
        Picture picture = HeatMap.of(values, 2, 3, ColorMap.INFERNO, Range.UNIT);
        assertThat(picture.width()).isEqualTo(3);
        assertThat(picture.argb())
                .containsExactly(
                        ColorMap.INFERNO.argb(0),
                        ColorMap.INFERNO.argb(1),
                        0,
                        ColorMap.INFERNO.argb(0.5),
                        ColorMap.INFERNO.argb(1),
                        ColorMap.INFERNO.argb(0));
    }

    @Test
    void aGridThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> HeatMap.of(new float[5], 2, 3, ColorMap.VIRIDIS, Range.UNIT))
                .hasMessageContaining("5 values do not fill 2 x 3");
    }

    @Test
    void enlargingRepeatsPixelsAndCroppingTakesThemBack() {
        Picture small = new Picture(2, 2, new int[] {1, 2, 3, 4});
        Picture large = HeatMap.enlarge(small, 3);
        assertThat(large.argb()).hasSize(36).startsWith(1, 1, 1, 2, 2, 2).endsWith(3, 3, 3, 4, 4, 4);
        assertThat(HeatMap.crop(large, 3, 0, 3).argb()).containsOnly(2);
    }

    @Test
    void greyKeepsBrightnessAndTransparency() {
        Picture grey = HeatMap.grey(new Picture(3, 1, new int[] {0xFFFFFFFF, 0x80FF0000, 0xFF0000FF}));
        assertThat(grey.argb()).containsExactly(0xFFFFFFFF, 0x80363636, 0xFF121212);
    }
}
