package dev.patchbook.data.samples;

import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Makes the sample data that ships with the program, the same bytes every time and everywhere. */
public final class SampleData {
    private SampleData() {}

    /**
     * Writes {@code three-pictures.csv} and {@code scenes.csv}, over what is there.
     *
     * @param folder made if missing
     * @throws UserFacingException where it cannot be written to
     */
    public static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("three-pictures.csv"), threePictures(), StandardCharsets.US_ASCII);
            Files.writeString(folder.resolve("scenes.csv"), scenes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UserFacingException(
                    "The sample data could not be written to " + folder + ".", "Choose a folder you may write to.", e);
        }
    }

    /** Three pictures in the articles' format: an index without a name, the picture, the caption. */
    static String threePictures() {
        StringBuilder csv = new StringBuilder(",b64string_images,caption\n");
        int row = 0;
        for (Drawing drawing : ThreePictures.ALL) {
            csv.append(row++)
                    .append(',')
                    .append(base64(drawing.picture().get()))
                    .append(',')
                    .append(drawing.caption())
                    .append('\n');
        }
        return csv.toString();
    }

    /** Scenes with captions and a split. */
    static String scenes() {
        StringBuilder csv = new StringBuilder("split,caption,b64string_images\n");
        for (int row = 0; row < Scenes.ROWS; row++) {
            Scene scene = Scenes.scene(row);
            csv.append(Scenes.part(row).id())
                    .append(',')
                    .append(scene.caption())
                    .append(',')
                    .append(base64(SceneDrawing.draw(scene, Scenes.drawingKey(row))))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String base64(Picture picture) {
        return Base64.getEncoder().encodeToString(Png.encode(picture));
    }
}
