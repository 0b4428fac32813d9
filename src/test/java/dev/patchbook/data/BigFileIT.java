package dev.patchbook.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.CancelToken;
import dev.patchbook.data.report.RowProblem;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A CSV far larger than the memory it is checked in: 300 MB, or 2 GB with {@code -Dpatchbook.big=true}. */
class BigFileIT {
    private static final String HEAP = "-Xmx256m";
    private static final long SIZE = Boolean.getBoolean("patchbook.big") ? 2L << 30 : 300L << 20;
    private static final int BAD = 50;

    @TempDir
    Path folder;

    @Test
    @Timeout(1800)
    void aLargeCsvIsCheckedPreviewedAndLoadedInLittleMemory() throws Exception {
        long rows = write(folder.resolve("data.csv"));
        String report = run();

        long bad = (rows + BAD - 1) / BAD;
        assertThat(report).contains("checked " + rows + " rows, " + (rows - bad) + " usable, " + bad + " bad-base64");
        assertThat(report).contains("previewed 8 rows of about");
        assertThat(report).contains("loaded " + (rows - bad) + " rows");
        assertThat(report).contains("loaded again " + (rows - bad) + " rows");
        System.out.println(report);
    }

    /** Noise in a few sizes; every fiftieth row is no base64. */
    private static long write(Path file) throws IOException {
        List<String> fields = new ArrayList<>();
        Random random = new Random(1);
        for (int side : new int[] {32, 100, 300, 900}) {
            BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < side * side; i++) {
                image.setRGB(i % side, i / side, random.nextInt());
            }
            fields.add(Csvs.field(image));
        }
        long rows = 0;
        long length = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("b64string_images,caption\n");
            for (; length < SIZE; rows++) {
                String field = rows % BAD == 0 ? "no*base64" : fields.get((int) (rows % fields.size()));
                out.write(field + ",caption " + rows + "\n");
                length += field.length() + 20;
            }
        }
        return rows;
    }

    private String run() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dpatchbook.cache=" + folder.resolve("cache"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Does the work in a JVM of its own. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            long start = System.nanoTime();
            RowPreview preview = RowPreview.of(
                    folder, Csvs.Plan.PLAIN.settings(), false, new RowPreview.Range(0, 8), new CancelToken());
            System.out.println(
                    "previewed " + preview.rows().size() + " rows of about " + preview.estimatedRows() + since(start));
            start = System.nanoTime();
            List<RowProblem> problems = new ArrayList<>();
            RowChecker.Counts counts = RowChecker.check(
                    folder, Csvs.Plan.PLAIN.settings(), false, problems::add, ReadProgress.NONE, new CancelToken());
            System.out.println("checked " + counts.rows() + " rows, " + counts.usable() + " usable, " + problems.size()
                    + " " + problems.get(0).code() + since(start));
            start = System.nanoTime();
            Dataset data = new DatasetLoader(folder, Csvs.Plan.PLAIN.settings(Map.of("image-size", "64")), false)
                    .load(ReadProgress.NONE, new CancelToken());
            System.out.println("loaded " + data.rows().size() + " rows" + since(start));
            start = System.nanoTime();
            Dataset again = new DatasetLoader(folder, Csvs.Plan.PLAIN.settings(Map.of("image-size", "64")), false)
                    .load(ReadProgress.NONE, new CancelToken());
            System.out.println("loaded again " + again.rows().size() + " rows" + since(start));
        }

        private static String since(long start) {
            return String.format(" in %.1f s, with %s", (System.nanoTime() - start) / 1e9, HEAP);
        }
    }
}
