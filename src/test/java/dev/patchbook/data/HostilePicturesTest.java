package dev.patchbook.data;

import static dev.patchbook.data.Made.bytes;
import static dev.patchbook.data.Made.changed;
import static dev.patchbook.data.Made.chunk;
import static dev.patchbook.data.Made.cut;
import static dev.patchbook.data.Made.file;
import static dev.patchbook.data.Made.joined;
import static dev.patchbook.data.Made.pixels;
import static dev.patchbook.data.Made.png;
import static dev.patchbook.data.Made.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.CancelToken;
import dev.patchbook.data.report.RowProblem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures broken in many ways, each in a row of its own between two good ones, with the report it must give. */
class HostilePicturesTest {
    private static final String GOOD = "usable";
    private static final byte[] PIXEL = {0, 1, 2, 3};

    @TempDir
    Path folder;

    static Stream<Arguments> pictures() {
        return Stream.of(pngs(), jpegs(), others()).flatMap(s -> s);
    }

    private static Stream<Arguments> pngs() {
        byte[] good = file("png");
        byte[] bomb = pixels(new byte[8 << 20]);
        byte[] text = chunk("zTXt", joined(bytes("a\0\0"), Made.deflated(new byte[64 << 20])));
        byte[] profile = chunk("iCCP", joined(bytes("p\0\0"), Made.deflated(new byte[64 << 20])));
        return Stream.of(
                a("png of one pixel", png(1, 1, 8, 2, 0, pixels(PIXEL)), GOOD, ""),
                a("png 1 x 4000", Csvs.encoded(Made.image(1, 4000), "png"), GOOD, ""),
                a("png 4000 x 1", Csvs.encoded(Made.image(4000, 1), "png"), GOOD, ""),
                a("png of 16 bits", png(1, 1, 16, 2, 0, pixels(new byte[7])), GOOD, ""),
                a("png grey and alpha", png(1, 1, 8, 4, 0, pixels(new byte[3])), GOOD, ""),
                a("png interlaced", png(1, 1, 8, 2, 1, pixels(PIXEL)), GOOD, ""),
                a("png with a text bomb", png(1, 1, 8, 2, 0, text, pixels(PIXEL)), GOOD, ""),
                a("png with a profile bomb", png(1, 1, 8, 2, 0, profile, pixels(PIXEL)), GOOD, ""),
                a("png with more pixels than rows", png(1, 1, 8, 2, 0, bomb), GOOD, ""),
                a("png followed by rubbish", joined(good, new byte[1000]), GOOD, ""),
                a("png of 60,000 x 60,000", png(60_000, 60_000, 8, 2, 0, bomb), "too-large", "60000 x 60000"),
                a("png of 2 billion pixels a side", png(-1, -1, 8, 2, 0), "too-large", "4294967295"),
                a("png of no pixels", png(0, 5, 8, 2, 0, pixels(PIXEL)), "broken-image", "PNG"),
                a("png without pixels", png(4, 4, 8, 2, 0), "broken-image", "damaged"),
                a("png with too few pixels", png(9, 9, 8, 2, 0, pixels(PIXEL)), "broken-image", "damaged"),
                a("png of 3 bits", png(1, 1, 3, 2, 0, pixels(PIXEL)), "broken-image", "damaged"),
                a("png of an unknown colour type", png(1, 1, 8, 5, 0, pixels(PIXEL)), "broken-image", "damaged"),
                a("png without its palette", png(1, 1, 8, 3, 0, pixels(new byte[2])), "broken-image", "damaged"),
                a("png cut in its header", cut(good, 20), "broken-image", "cut off"),
                a("png cut in its pixels", cut(good, 50), "broken-image", "cut off"),
                a("png cut before its end", cut(good, good.length - 12), "broken-image", "cut off"),
                a("png with a changed byte", changed(good, 45, good[45] ^ 1), "broken-image", "checksum"),
                a("png whose chunk claims 2 GB", changed(good, 33, 0x7F), "broken-image", "cut off"),
                a("png that begins with pixels", changed(good, 15, 'X'), "broken-image", "size"),
                a("png signature alone", cut(good, 8), "broken-image", "cut off"));
    }

    private static Stream<Arguments> jpegs() {
        byte[] good = file("jpeg");
        byte[] scans = Made.progressive(Made.image(64, 64));
        return Stream.of(
                a("jpeg progressive", scans, GOOD, ""),
                a("jpeg cmyk", resource("cmyk.jpg"), GOOD, ""),
                a("jpeg ycck", resource("ycck.jpg"), GOOD, ""),
                a("jpeg turned by exif", Made.jpegWith(Made.exif(6)), GOOD, ""),
                a("jpeg with an exif orientation of 99", Made.jpegWith(Made.exif(99)), GOOD, ""),
                a("jpeg with broken exif", Made.jpegWith(changed(Made.exif(6), 12, 99)), GOOD, ""),
                a("jpeg of 65,500 x 65,500", sized(good, 65_500), "too-large", "65500 x 65500"),
                a("jpeg with 100,000 scans", manyScans(scans, 100_000), "too-large", "times"),
                a("jpeg cut at its end", cut(good, good.length - 2), "broken-image", "cut off"),
                a("jpeg cut in its tables", cut(good, 100), "broken-image", "cut off"),
                a("jpeg of markers alone", bytes("\u00FF\u00D8\u00FF\u00D9"), "broken-image", "cut off"),
                a("jpeg whose tables are zeros", zeros(good, 30, 200), "broken-image", "JPEG"));
    }

    private static Stream<Arguments> others() {
        byte[] gif = file("gif");
        byte[] bmp = file("bmp");
        byte[] tiff = file("tiff");
        byte[] webp = resource("lossy.webp");
        byte[] wide = bytes("\u00FF\u00FF\u00FF\u00FF");
        return Stream.of(
                a("gif", gif, GOOD, ""),
                a("gif of 65,535 x 65,535", patched(gif, 6, wide), "too-large", "65535 x 65535"),
                a("gif cut in its frame", cut(gif, gif.length - 8), "broken-image", "cut off"),
                a("gif without a frame", joined(cut(gif, 13), bytes(";")), "broken-image", "GIF"),
                a("gif with an endless comment", joined(cut(gif, 13), comments(1 << 20)), "broken-image", "GIF"),
                a("bmp", bmp, GOOD, ""),
                a("bmp of two billion pixels a side", patched(bmp, 18, le(0x7FFFFFFF)), "too-large", "2147483647"),
                a("bmp of a negative width", patched(bmp, 18, le(-5)), "broken-image", "no pixels"),
                a("bmp cut in its pixels", cut(bmp, bmp.length - 20), "broken-image", "cut off"),
                a("bmp that holds a jpeg", patched(bmp, 30, le(4)), "broken-image", "another kind"),
                a("webp lossy", webp, GOOD, ""),
                a("webp lossless", resource("lossless.webp"), GOOD, ""),
                a("webp animated", resource("animated.webp"), GOOD, ""),
                a("webp cut", cut(webp, webp.length - 10), "broken-image", "cut off"),
                a("webp of an unknown chunk", patched(webp, 12, bytes("XXXX")), "broken-image", "WebP"),
                a("tiff", tiff, GOOD, ""),
                a("tiff cut in half", cut(tiff, tiff.length / 2), "broken-image", "TIFF"),
                a("tiff of a loop of directories", loop(tiff), GOOD, ""),
                a("tiff whose directory is nowhere", patched(tiff, 4, wide), "broken-image", "TIFF"),
                a("svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), "not-an-image", "SVG"),
                a("pdf", bytes("%PDF-1.7 and so on"), "not-an-image", "PDF"),
                a("heic", bytes("\0\0\0\u0018ftypheic and so on"), "not-an-image", "HEIC"),
                a("a program", bytes("\u007FELF and so on"), "not-an-image", "not a picture"),
                a("one byte", bytes("x"), "not-an-image", "not a picture"));
    }

    private static Arguments a(String name, byte[] picture, String code, String part) {
        return Arguments.of(name, picture, code, part);
    }

    private static byte[] patched(byte[] bytes, int at, byte[] patch) {
        byte[] patched = bytes.clone();
        System.arraycopy(patch, 0, patched, at, patch.length);
        return patched;
    }

    private static byte[] le(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static byte[] zeros(byte[] bytes, int from, int to) {
        return patched(bytes, from, new byte[to - from]);
    }

    private static byte[] comments(int count) {
        byte[] comments = new byte[2 + 2 * count];
        Arrays.fill(comments, (byte) 1);
        comments[0] = 0x21;
        return comments;
    }

    /** A JPEG that claims another size. */
    private static byte[] sized(byte[] jpeg, int side) {
        for (int i = 2; i < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                byte[] size = ByteBuffer.allocate(4)
                        .putShort((short) side)
                        .putShort((short) side)
                        .array();
                return patched(jpeg, i + 5, size);
            }
        }
        throw new IllegalStateException();
    }

    /** A progressive JPEG with its last scan again and again. */
    private static byte[] manyScans(byte[] jpeg, int count) {
        int last = jpeg.length - 2;
        while (jpeg[last] != (byte) 0xFF || jpeg[last + 1] != (byte) 0xDA) {
            last--;
        }
        byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
        List<byte[]> parts = new ArrayList<>();
        parts.add(cut(jpeg, last));
        int times = (int) Math.min(count, (8L << 20) / scan.length);
        for (int i = 0; i < times; i++) {
            parts.add(scan);
        }
        parts.add(bytes("\u00FF\u00D9"));
        return sizedProgressive(joined(parts.toArray(byte[][]::new)));
    }

    private static byte[] sizedProgressive(byte[] jpeg) {
        for (int i = 2; i < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC2) {
                byte[] size = ByteBuffer.allocate(4)
                        .putShort((short) 7000)
                        .putShort((short) 7000)
                        .array();
                return patched(jpeg, i + 5, size);
            }
        }
        throw new IllegalStateException();
    }

    /** A TIFF whose first directory says that it is also the next. */
    private static byte[] loop(byte[] tiff) {
        ByteOrder order = tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer buffer = ByteBuffer.wrap(tiff.clone()).order(order);
        int directory = buffer.getInt(4);
        buffer.putInt(directory + 2 + 12 * buffer.getShort(directory), directory);
        return buffer.array();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void aBrokenPictureIsReportedAndTheRestIsUsed(String name, byte[] picture, String code, String part) {
        Csvs.write(
                folder,
                "caption,b64string_images\nred," + Csvs.field(0xFF0000) + "\nthis," + Csvs.base64(picture) + "\nblue,"
                        + Csvs.field(0x0000FF) + "\n");
        List<RowProblem> problems = new ArrayList<>();
        RowChecker.Counts counts = RowChecker.check(
                folder, Csvs.Plan.PLAIN.settings(), false, problems::add, ReadProgress.NONE, new CancelToken());

        assertThat(counts.rows()).isEqualTo(3);
        assertThat(problems.isEmpty() ? GOOD : problems.get(0).code())
                .as("%s", problems)
                .isEqualTo(code);
        assertThat(counts.usable()).isEqualTo(code.equals(GOOD) ? 3 : 2);
        problems.forEach(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.field()).isEqualTo("b64string_images");
            assertThat(problem.reason()).contains(part).endsWith(".");
            assertThat(problem.remedy()).endsWith(".");
        });
    }
}
