package dev.patchbook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.Picture;
import dev.patchbook.data.picture.Resize;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.data.picture.Transparency;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResizeTest {
    /** Rows of grey values. */
    private static Picture grey(int width, int... values) {
        return new Picture(
                width,
                values.length / width,
                IntStream.of(values).map(v -> 0xFF000000 | v * 0x010101).toArray());
    }

    /** The red values of the result. */
    private static int[] resized(Picture picture, int size) {
        byte[] values = Resize.square(picture, size, Transparency.OVER_BACKGROUND, 0xFFFFFF);
        int[] red = new int[size * size];
        Arrays.setAll(red, i -> values[i] & 255);
        return red;
    }

    @Test
    void halvingWeighsThreePixelsAtTheEdges() {
        // 4 to 2: scale 2, so the triangle reaches 2 pixels from the centre. Output 0 is centred on 1.0; the pixels'
        // centres
        // 0.5, 1.5, 2.5 lie 0.5, 0.5, 1.5 away: weights 0.75, 0.75, 0.25, or 3/7, 3/7, 1/7; output 1 mirrors it.
        // (3*0 + 3*70 + 140) / 7 = 50 and (70 + 3*140 + 3*210) / 7 = 160
        assertThat(resized(grey(4, 0, 70, 140, 210), 2)).containsExactly(50, 160, 50, 160);
        assertThat(resized(grey(1, 0, 70, 140, 210), 2)).containsExactly(50, 50, 160, 160);
    }

    @Test
    void threeToTwoWeighsTwoPixels() {
        // scale 1.5: output 0 is centred on 0.75, reaches to 2.25 and takes pixels 0 and 1 (Pillow rounds 2.25 + 0.5
        // down
        // to 2); they lie 0.25 and 0.75 away: weights 5/6 and 1/2, or 5/8 and 3/8. 3/8 * 80 = 30; 3/8 * 80 + 5/8 * 160
        // = 130
        assertThat(resized(grey(3, 0, 80, 160), 2)).containsExactly(30, 130, 30, 130);
    }

    @Test
    void doublingInterpolatesBetweenCentres() {
        // 2 to 4: centres at 0.25, 0.75, 1.25, 1.75; pixel centres at 0.5 and 1.5
        assertThat(Arrays.copyOf(resized(grey(2, 0, 100), 4), 4)).containsExactly(0, 25, 75, 100);
    }

    @Test
    void valuesAreRoundedBetweenThePasses() {
        // Across, the left output of the rows is 6/7, 3/7, 3/7: rounded 1, 0, 0. Down, 3/7 of the first: 0.43, rounded
        // 0.
        // Without rounding in between it would be (3*6/7 + 3*3/7 + 3/7) / 7 = 0.61, rounded 1.
        Picture picture = grey(4, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
        assertThat(resized(picture, 2)[0]).isZero();
    }

    @Test
    void theSameSizeChangesNothing() {
        assertThat(resized(grey(2, 1, 2, 254, 255), 2)).containsExactly(1, 2, 254, 255);
    }

    @Test
    void coloursStandInPlanesAndTheSidesAreSquashed() {
        // 2 x 1 to 2 x 2: each pixel twice, one above the other
        byte[] values = Resize.square(
                new Picture(2, 1, new int[] {0xFF0A141E, 0xFF28323C}), 2, Transparency.OVER_BACKGROUND, 0xFFFFFF);
        assertThat(values).containsExactly(10, 40, 10, 40, 20, 50, 20, 50, 30, 60, 30, 60);
    }

    @Test
    void transparencyIsLaidOverWhiteOrDropped() {
        Picture picture = new Picture(1, 1, new int[] {0x80FF0040});
        // alpha 128: green 0 * 128 + 255 * 127 = 32385, over 255 = 127; blue 64: (8192 + 32385) / 255 = 159.1
        assertThat(Resize.square(picture, 1, Transparency.OVER_BACKGROUND, 0xFFFFFF))
                .containsExactly(255, 127, 159);
        assertThat(Resize.square(picture, 1, Transparency.DROPPED, 0xFFFFFF)).containsExactly(255, 0, 64);
    }

    @Test
    void anOpaquePictureIsStoredOnce() {
        StoredPicture opaque = StoredPicture.of(grey(1, 7), 1, 0xFFFFFF);
        StoredPicture clear = StoredPicture.of(new Picture(1, 1, new int[] {0x00FF0000}), 1, 0xFFFFFF);

        assertThat(opaque.values(Transparency.DROPPED)).isSameAs(opaque.values(Transparency.OVER_BACKGROUND));
        assertThat(clear.values(Transparency.DROPPED)).containsExactly(255, 0, 0);
        assertThat(clear.values(Transparency.OVER_BACKGROUND)).containsExactly(255, 255, 255);
        assertThat(clear.picture(1, Transparency.DROPPED).argb()).containsExactly(0xFFFF0000);
    }

    @Test
    void pixelsScaleToFractionsOrByImagenet() {
        float[] out = new float[6];
        PixelScale.of("none").scale(new byte[] {0, 51, (byte) 255}, out, 3);
        assertThat(out).containsExactly(0, 0, 0, 0, 0.2f, 1);
        PixelScale.of("imagenet").scale(new byte[] {0, 51, (byte) 255}, out, 0);
        // -0.485 / 0.229, (0.2 - 0.456) / 0.224, (1 - 0.406) / 0.225
        assertThat(Arrays.copyOf(out, 3)).containsExactly(new float[] {-2.117904f, -1.142857f, 2.64f}, within(1e-5f));
    }
}
