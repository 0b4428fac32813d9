package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import java.net.URL;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** What the widgets share. */
public final class Views {
    private Views() {}

    /** Address of the widgets' style sheet; a scene that shows them adds it. */
    public static String stylesheet() {
        URL url = Objects.requireNonNull(Views.class.getResource("view.css"), "view.css is not on the class path");
        return url.toExternalForm();
    }

    /** A picture as an image of the window. */
    public static Image image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        return image;
    }

    /** A label with style classes. */
    static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
