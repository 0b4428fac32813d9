package dev.patchbook.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.CancelToken;
import dev.patchbook.data.picture.Transparency;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large data read twice: the second time nothing is decoded, and it is the same. */
class CachedDataTest {
    private static final int PICTURES = 28;
    private static final int SIDE = 2000; // 112 million pixels in all

    @TempDir
    Path folder;

    private Path cache;
    private String folderBefore = "";

    @BeforeEach
    void cacheHere() {
        cache = folder.resolve("cache");
        folderBefore = System.getProperty(CacheFolder.PROPERTY, "");
        System.setProperty(CacheFolder.PROPERTY, cache.toString());
    }

    @AfterEach
    void cacheThere() {
        System.setProperty(CacheFolder.PROPERTY, folderBefore);
    }

    private Dataset load() {
        return new DatasetLoader(folder, Csvs.Plan.PLAIN.settings(Map.of("image-size", "32")), false)
                .load(ReadProgress.NONE, new CancelToken());
    }

    private List<Path> packs() throws IOException {
        Path decoded = cache.resolve("decoded");
        if (!Files.isDirectory(decoded)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(decoded)) {
            return all.toList();
        }
    }

    private static String field(int number) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(number * 9 % 256, 200, 255 - number));
        graphics.fillRect(number * 20, number * 10, SIDE / 2, SIDE / 2);
        graphics.dispose();
        return Csvs.field(image);
    }

    @Test
    void theSecondReadingDecodesNothingAndGivesTheSame() throws IOException {
        StringBuilder csv = new StringBuilder("caption,b64string_images\n");
        for (int i = 0; i < PICTURES; i++) {
            csv.append("picture ").append(i).append(',').append(field(i)).append('\n');
        }
        Csvs.write(folder, csv.toString());
        Dataset first = load();
        assertThat(packs()).hasSize(1);
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(packs().get(0), before);

        Dataset second = load();

        assertThat(packs()).hasSize(1); // decoded again, it would have been worth another
        assertThat(Files.getLastModifiedTime(packs().get(0))).isGreaterThan(before);
        assertThat(second.hash()).isEqualTo(first.hash());
        assertThat(second.statistics()).isEqualTo(first.statistics());
        assertThat(second.train()).isEqualTo(first.train());
        for (int i = 0; i < PICTURES; i++) {
            for (Transparency transparency : Transparency.values()) {
                assertThat(second.rows().get(i).picture().values(transparency))
                        .isEqualTo(first.rows().get(i).picture().values(transparency));
            }
            assertThat(second.rows().get(i).picture().hash())
                    .isEqualTo(first.rows().get(i).picture().hash());
        }
    }

    @Test
    void smallDataLeavesNothing() throws IOException {
        Csvs.write(folder, "caption,b64string_images\na," + Csvs.field(0xFF0000) + "\n");
        load();
        assertThat(packs()).isEmpty();
    }
}
