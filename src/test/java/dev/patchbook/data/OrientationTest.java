package dev.patchbook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.Picture;
import dev.patchbook.data.picture.ImageDecoder;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats beside PNG and plain JPEG: colours, and which way is up. */
class OrientationTest {
    /** The colours in the corners, from the top left on, by EXIF's orientation of red, green above blue, yellow. */
    @ParameterizedTest
    @CsvSource({"1, rgby", "2, gryb", "3, ybgr", "4, byrg", "5, rbgy", "6, bryg", "7, ygbr", "8, gyrb"})
    void picturesAreTurnedUpright(int orientation, String corners) {
        Picture picture = ImageDecoder.decode(Made.jpegWith(Made.exif(orientation)));
        assertThat(picture.width()).isEqualTo(orientation < 5 ? 16 : 12);
        assertThat(corner(picture, 0, 0) + corner(picture, 1, 0) + corner(picture, 0, 1) + corner(picture, 1, 1))
                .isEqualTo(corners.replace(" ", ""));
    }

    private static String corner(Picture picture, int right, int down) {
        int x = right * (picture.width() - 1);
        int y = down * (picture.height() - 1);
        int argb = picture.argb()[y * picture.width() + x];
        boolean red = (argb >> 16 & 255) > 128;
        boolean green = (argb >> 8 & 255) > 128;
        return red && green ? "y" : red ? "r" : green ? "g" : "b";
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp", "tiff", "png"})
    void everyFormatGivesTheColoursStored(String format) {
        Picture picture = ImageDecoder.decode(Made.file(format));
        assertThat(picture.width()).isEqualTo(16);
        assertThat(picture.height()).isEqualTo(12);
        assertThat(picture.argb()[0]).isEqualTo(0xFFE01010);
        assertThat(picture.argb()[15]).isEqualTo(0xFF10C020);
        assertThat(picture.argb()[11 * 16]).isEqualTo(0xFF1020D0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "ycck.jpg"})
    void lossyFormatsComeClose(String name) {
        Picture picture = ImageDecoder.decode(Made.resource(name));
        int argb = picture.argb()[5 * 16 + 5];
        assertThat(argb >> 16 & 255).isCloseTo(200, within(12));
        assertThat(argb >> 8 & 255).isCloseTo(40, within(12));
        assertThat(argb & 255).isCloseTo(10, within(12));
    }

    @Test
    void webpKeepsAlphaAndItsFirstFrame() {
        assertThat(ImageDecoder.decode(Made.resource("lossless.webp")).argb()[0])
                .isEqualTo(0x7F0AC81E);
        int first = ImageDecoder.decode(Made.resource("animated.webp")).argb()[0];
        assertThat(first >> 16 & 255).isGreaterThan(200);
        assertThat(first & 255).isLessThan(60);
    }

    @Test
    void aProgressiveJpegIsThePictureItself() {
        BufferedImage image = Made.image(40, 30);
        int argb = ImageDecoder.decode(Made.progressive(image)).argb()[5 * 40 + 5];
        assertThat(argb >> 16 & 255).isCloseTo(0xE0, within(12));
    }

    @Test
    void pngsOfFewBitsAndPalettesAreRead() {
        byte[] palette = Made.chunk("PLTE", new byte[] {1, 2, 3, 10, 20, 30});
        byte[] clear = Made.chunk("tRNS", new byte[] {(byte) 255, 0});
        byte[] rows = Made.pixels(new byte[] {0, 0b01000000});
        assertThat(ImageDecoder.decode(Made.png(2, 1, 1, 3, 0, palette, clear, rows))
                        .argb())
                .containsExactly(0xFF010203, 0x000A141E);
        for (int bits : new int[] {1, 2, 4}) {
            byte[] white = Made.pixels(new byte[] {0, (byte) 0xFF});
            assertThat(ImageDecoder.decode(Made.png(1, 1, bits, 0, 0, white)).argb())
                    .containsExactly(0xFFFFFFFF);
        }
        byte[] grey = Made.pixels(new byte[] {0, 100, (byte) 128});
        assertThat(ImageDecoder.decode(Made.png(1, 1, 8, 4, 0, grey)).argb()).containsExactly(0x80646464);
    }
}
