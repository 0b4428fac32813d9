package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

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

    /** A node as it is drawn now, on the colour it stands on, so many pixels a unit. */
    public static Picture picture(Node node, double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(below(node));
        WritableImage image = node.snapshot(parameters, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Picture(width, height, argb);
    }

    private static Color below(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            Background background = each instanceof Region region ? region.getBackground() : null;
            for (BackgroundFill fill : background == null ? List.<BackgroundFill>of() : background.getFills()) {
                if (fill.getFill() instanceof Color color && color.isOpaque()) {
                    return color;
                }
            }
        }
        return Color.WHITE;
    }

    /** Has a screen reader say what a node shows now; where the keyboard is there, at once. */
    public static void say(Node node, String words) {
        if (!words.equals(node.getAccessibleText())) {
            node.setAccessibleText(words);
            node.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    /** Shows a node, or puts it away so that it takes no room. */
    static void show(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    /** A label with style classes. */
    static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** A colour of its digits 0xRRGGBB; what stands before them counts for nothing. */
    static Color color(int rgb) {
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
