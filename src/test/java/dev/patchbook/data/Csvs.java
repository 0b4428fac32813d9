package dev.patchbook.data;

import dev.patchbook.base.CancelToken;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** Small files for tests. */
final class Csvs {
    private Csvs() {}

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException(format + " cannot be written");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PNG of one colour. */
    static byte[] png(int rgb) {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 6; i++) {
            image.setRGB(i % 3, i / 3, rgb);
        }
        return encoded(image, "png");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The field of a picture of one colour. */
    static String field(int rgb) {
        return base64(png(rgb));
    }

    static String field(BufferedImage image) {
        return base64(encoded(image, "png"));
    }

    static Path write(Path folder, String text) {
        return write(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("data.csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings for {@code data.csv}: 4 pixels, the captions' alphabet, split by picture. */
    record Plan(String alphabet, String split, int repeat, double validation, int maxLength, long seed) {
        static final Plan PLAIN = new Plan("data", "picture", 1, 0.1, 100, 1);

        Plan alphabet(String name) {
            return new Plan(name, split, repeat, validation, maxLength, seed);
        }

        Plan maxLength(int length) {
            return new Plan(alphabet, split, repeat, validation, length, seed);
        }

        Plan split(String name, int times, double share) {
            return new Plan(alphabet, name, times, share, maxLength, seed);
        }

        DataSettings settings() {
            return settings(Map.of());
        }

        DataSettings settings(Map<String, String> more) {
            Map<String, String> written = new HashMap<>(Map.of("file", "data.csv", "image-size", "4"));
            written.putAll(Map.of("alphabet", alphabet, "split", split, "repeat", Integer.toString(repeat)));
            written.put("validation", Double.toString(validation));
            written.put("normalize", "none");
            written.put("max-length", Integer.toString(maxLength));
            written.put("seed", Long.toString(seed));
            written.putAll(more);
            return DataSettings.of(written, Preset.TINY, Variant.STANDARD);
        }
    }

    static Dataset load(Path folder, UnaryOperator<Plan> plan) {
        return new DatasetLoader(folder, plan.apply(Plan.PLAIN).settings(), false)
                .load(ReadProgress.NONE, new CancelToken());
    }

    static Dataset load(Path folder) {
        return load(folder, plan -> plan);
    }

    static Dataset load(Path folder, Map<String, String> settings) {
        return new DatasetLoader(folder, Plan.PLAIN.settings(settings), false)
                .load(ReadProgress.NONE, new CancelToken());
    }
}
