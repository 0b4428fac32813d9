package dev.patchbook.data.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.Picture;
import dev.patchbook.data.picture.ImageDecoder;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class PngTest {
    private static Picture picture(int width, int height, IntUnaryOperator rgb) {
        int[] argb = new int[width * height];
        Arrays.setAll(argb, i -> 0xFF000000 | rgb.applyAsInt(i));
        return new Picture(width, height, argb);
    }

    private static void assertKept(Picture picture, int colourType) {
        byte[] png = Png.encode(picture);
        assertThat(png[25]).isEqualTo((byte) colourType);
        assertThat(ImageDecoder.decode(png).argb()).containsExactly(picture.argb());
    }

    @Test
    void fewColoursBecomeAPaletteAndManyStayTrue() {
        assertKept(picture(7, 5, i -> i % 3 * 0x112233), 3);
        assertKept(picture(16, 16, i -> i * 0x010203), 3); // 256 colours
        assertKept(picture(257, 1, i -> i), 2);
        assertKept(picture(40, 30, i -> (int) CounterHash.bits(1, i) & 0xFFFFFF), 2);
        assertKept(picture(64, 64, i -> i % 64 * 0x040000 + i / 64 * 0x000400), 2);
    }

    @Test
    void whateverIsCompressedComesBack() throws DataFormatException {
        byte[] noise = new byte[70_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) CounterHash.below(3, i, i < 40_000 ? 256 : 3);
        }
        for (byte[] bytes : new byte[][] {{}, {1}, {1, 2, 3}, new byte[100_000], noise}) {
            assertThat(inflated(Deflate.compress(bytes), bytes.length)).containsExactly(bytes);
        }
        assertThat(Deflate.compress(new byte[100_000])).hasSizeLessThan(1000);
    }

    @Test
    void repeatsAtEveryDistanceComeBack() throws DataFormatException {
        // a marked word, then as much noise as the distance, then the word again: every distance code is met
        for (int distance = 8; distance <= 32768; distance = distance * 3 / 2) {
            byte[] bytes = new byte[distance + 8];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (CounterHash.below(5, i % distance, 256));
            }
            assertThat(inflated(Deflate.compress(bytes), bytes.length)).containsExactly(bytes);
        }
    }

    private static byte[] inflated(byte[] deflated, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(deflated);
        byte[] bytes = new byte[length + 1];
        int read = 0;
        for (int n; (n = inflater.inflate(bytes, read, bytes.length - read)) > 0; ) {
            read += n;
        }
        assertThat(inflater.finished()).isTrue();
        inflater.end();
        return Arrays.copyOf(bytes, read);
    }
}
