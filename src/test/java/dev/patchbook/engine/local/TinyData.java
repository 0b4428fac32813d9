package dev.patchbook.engine.local;

import dev.patchbook.config.DataSettings;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.Preset;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Variant;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.DataRequest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A dozen small pictures, and settings for the tiny model. */
final class TinyData {
    static final int ROWS = 12;
    private static final List<String> COLOURS = List.of("red", "green", "blue", "white");

    private TinyData() {}

    /** Writes {@code tiny.csv}; its last three rows validate, and one more row cannot be used. */
    static Path write(Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("caption,b64string_images,split\n");
        for (int i = 0; i < ROWS; i++) {
            String part = i < ROWS - 3 ? "train" : "validation";
            csv.append(caption(i))
                    .append(',')
                    .append(base64(picture(i)))
                    .append(',')
                    .append(part)
                    .append('\n');
        }
        csv.append("a broken one,AAAA,train\n");
        return Files.writeString(folder.resolve("tiny.csv"), csv);
    }

    static String caption(int i) {
        return "a " + COLOURS.get(i % 4) + " field " + i;
    }

    static BufferedImage picture(int i) {
        BufferedImage image = new BufferedImage(20, 12, BufferedImage.TYPE_INT_RGB);
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int x = 0; x < 20; x++) {
            for (int y = 0; y < 12; y++) {
                image.setRGB(x, y, x < i ? 0 : colours[i % 4].getRGB());
            }
        }
        return image;
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String base64(BufferedImage image) throws IOException {
        return Base64.getEncoder().encodeToString(png(image));
    }

    static DataRequest request(Path folder, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("file", "tiny.csv"));
        all.putAll(settings);
        return new DataRequest(folder, DataSettings.of(all, Preset.TINY, Variant.STANDARD), false);
    }

    static ModelSettings model(Variant variant) {
        return ModelSettings.of(Map.of("preset", "tiny", "variant", variant.id()));
    }

    static TrainSettings train(Map<String, String> settings) {
        return TrainSettings.of(settings, Preset.TINY);
    }

    static SampleSettings sample(Map<String, String> settings) {
        return SampleSettings.of(settings);
    }

    static ViewSettings attention(String image) {
        return ViewSettings.attention(Map.of("image", image));
    }

    static ViewSettings patches(String image) {
        return ViewSettings.patches(Map.of("image", image));
    }
}
