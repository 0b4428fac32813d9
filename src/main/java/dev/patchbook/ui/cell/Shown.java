package dev.patchbook.ui.cell;

import dev.patchbook.base.Picture;
import dev.patchbook.ui.view.Views;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A chart or a picture that can be saved.
 *
 * @param name short, for a file's name
 * @param title for people
 * @param picture its pixels
 * @param drawing the same as SVG, where there is one
 */
record Shown(String name, String title, Supplier<Picture> picture, Optional<Supplier<String>> drawing) {
    private static final double SCALE = 2;

    /** A node as it is drawn now. */
    static Shown of(String name, String title, Node node) {
        return new Shown(name, title, () -> Views.picture(node, SCALE), Optional.empty());
    }

    /** Pixels as they are. */
    static Shown of(String name, String title, Picture picture) {
        return new Shown(name, title, () -> picture, Optional.empty());
    }

    /** With a drawing. */
    Shown and(Supplier<String> svg) {
        return new Shown(name, title, picture, Optional.of(svg));
    }
}
