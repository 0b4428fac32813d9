package dev.patchbook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.picture.ImageDecoder;
import dev.patchbook.data.picture.PictureException;
import dev.patchbook.data.report.ProblemCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    private static Picture decoded(BufferedImage image, String format) {
        return ImageDecoder.decode(Csvs.encoded(image, format));
    }

    private static void assertProblem(byte[] bytes, ProblemCode code, String part) {
        assertThatThrownBy(() -> ImageDecoder.decode(bytes)).isInstanceOfSatisfying(PictureException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.what()).contains(part);
            assertThat(e.remedy()).isNotBlank();
        });
    }

    @Test
    void coloursAndAlphaAreKept() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x80102030);
        image.setRGB(1, 0, 0xFFFFFEFD);
        Picture picture = decoded(image, "png");

        assertThat(picture.width()).isEqualTo(2);
        assertThat(picture.height()).isEqualTo(1);
        assertThat(picture.argb()).containsExactly(0x80102030, 0xFFFFFEFD);
    }

    @Test
    void greyValuesAreNotBent() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 100);
        assertThat(decoded(image, "png").argb()).containsExactly(0xFF646464);
        assertThat(decoded(image, "jpeg").argb()).containsExactly(0xFF646464);
    }

    @Test
    void ofSixteenBitsTheHighByteCounts() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 0xABCD);
        assertThat(decoded(image, "png").argb()).containsExactly(0xFFABABAB);
    }

    @Test
    void palettesAndSingleBitsAreRead() {
        BufferedImage palette = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
        palette.setRGB(0, 0, 0xFFFF0000);
        BufferedImage bits = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(1, 0, 0xFFFFFFFF);

        assertThat(decoded(palette, "png").argb()).containsExactly(0xFFFF0000);
        assertThat(decoded(bits, "png").argb()).containsExactly(0xFF000000, 0xFFFFFFFF);
    }

    @Test
    void jpegsOfPrintersInkAreRead() throws IOException {
        // ink 0, 200, 100, 0 of 255, stored with Pillow: red 255, green 55, blue 155
        try (InputStream in = ImageDecoderTest.class.getResourceAsStream("cmyk.jpg")) {
            assertThat(in).isNotNull();
            Picture picture = ImageDecoder.decode(in.readAllBytes());
            int pixel = picture.argb()[9];
            assertThat(pixel >> 16 & 255).isCloseTo(255, within(4));
            assertThat(pixel >> 8 & 255).isCloseTo(55, within(4));
            assertThat(pixel & 255).isCloseTo(155, within(4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 20, 40, 60, -13, -1})
    void aPngCutOffAnywhereIsBroken(int length) {
        byte[] png = Csvs.png(0x123456);
        byte[] cut = Arrays.copyOf(png, length > 0 ? length : png.length + length);
        assertProblem(cut, ProblemCode.BROKEN_IMAGE, "cut off");
    }

    @Test
    void aPngWithAChangedByteIsBroken() {
        byte[] png = Csvs.png(0x123456);
        png[45] ^= 1;
        assertProblem(png, ProblemCode.BROKEN_IMAGE, "damaged");
    }

    @Test
    void aJpegCutOffIsBrokenNotGrey() {
        byte[] jpeg = Csvs.encoded(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "jpeg");
        assertThat(ImageDecoder.decode(jpeg).width()).isEqualTo(64);
        assertProblem(Arrays.copyOf(jpeg, jpeg.length - 4), ProblemCode.BROKEN_IMAGE, "cut off");
        assertProblem(Arrays.copyOf(jpeg, 30), ProblemCode.BROKEN_IMAGE, "cut off");
    }

    @Test
    void aHeaderWithTooManyPixelsIsRefusedBeforeDecoding() {
        assertProblem(header(30_000, 30_000), ProblemCode.TOO_LARGE, "30000 x 30000");
        assertProblem(header(-1, -1), ProblemCode.TOO_LARGE, "4294967295 x 4294967295");
    }

    @Test
    void aHeaderWithoutPixelsIsBroken() {
        assertProblem(header(0, 5), ProblemCode.BROKEN_IMAGE, "PNG");
    }

    /** A PNG that is well formed up to its header, says any size, and ends. */
    private static byte[] header(int width, int height) {
        byte[] png = Csvs.png(0);
        ByteBuffer buffer = ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        buffer.putInt(29, (int) crc.getValue());
        return png;
    }

    @ParameterizedTest
    @CsvSource({
        "0000ftypheic, HEIC",
        "0000ftypavif, AVIF",
        "8BPS, Photoshop",
        "<svg>, SVG",
        "%PDF-1.7, PDF",
        "hello, not a picture"
    })
    void otherFilesAreNamed(String start, String part) {
        assertProblem(start.getBytes(StandardCharsets.US_ASCII), ProblemCode.NOT_AN_IMAGE, part);
    }

    @Test
    void noBytesAreNoPicture() {
        assertProblem(new byte[0], ProblemCode.NOT_AN_IMAGE, "not a picture");
    }

    @Test
    void noDamageEscapesAsAnythingButAPictureProblem() {
        byte[] jpeg = Csvs.encoded(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpeg");
        for (int i = 3; i < jpeg.length; i++) {
            byte[] damaged = jpeg.clone();
            damaged[i] ^= (byte) 0xFF;
            try {
                ImageDecoder.decode(damaged);
            } catch (PictureException e) {
                assertThat(e.remedy()).isNotBlank();
            }
        }
    }

    @Test
    void aFileIsNamedInItsProblem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.png"), "hello");
        assertThatThrownBy(() -> ImageDecoder.read(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("notes.png: The bytes are not a picture.");
        assertThatThrownBy(() -> ImageDecoder.read(folder.resolve("none.png")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("none.png");
    }
}
