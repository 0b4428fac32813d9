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

    /** How a token is drawn so that one sees it: blanks and line ends as signs, special tokens as they are. */
    public static String visible(String token) {
        return switch (token) {
            case " " -> "␣";
            case "\n" -> "⏎";
            case "\t" -> "⇥";
            case "\r" -> "↵";
            case "" -> "∅";
            default -> unprintable(token) ? String.format("U+%04X", token.codePointAt(0)) : token;
        };
    }

    /** How a token is spoken. */
    static String spoken(String token) {
        return switch (token) {
            case " " -> "space";
            case "\n" -> "new line";
            case "\t" -> "tab";
            default -> visible(token);
        };
    }

    private static boolean unprintable(String token) {
        int type = Character.getType(token.codePointAt(0));
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.UNASSIGNED;
    }
}
