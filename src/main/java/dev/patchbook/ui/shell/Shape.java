package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Appearance;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;

/**
 * Fits the window's parts to the room there is, counted in letters: where it is short, the outline is put away until asked
 * for, and the bar and the margins say less.
 */
final class Shape {
    private static final String NARROW = "narrow";
    private static final double LETTER = 13;
    private static final double NARROW_BELOW = 60;

    private final BorderPane root;
    private final TopBar bar;
    private final Scene scene;
    private final Appearance appearance;
    private boolean narrow;
    private boolean outline = true;

    Shape(BorderPane root, TopBar bar, Scene scene, Appearance appearance) {
        this.root = root;
        this.bar = bar;
        this.scene = scene;
        this.appearance = appearance;
        scene.widthProperty().addListener((observable, was, is) -> fit());
        appearance.scaleProperty().addListener((observable, was, is) -> fit());
    }

    /** Shows the outline, or puts it away. */
    void toggleOutline() {
        outline = !outline;
        show();
    }

    /** Takes over parts that were put into the window just now. */
    void fit() {
        boolean is = scene.getWidth() / (LETTER * appearance.scaleProperty().get()) < NARROW_BELOW;
        if (is != narrow) {
            narrow = is;
            outline = !is;
            root.getStyleClass().remove(NARROW);
            if (is) {
                root.getStyleClass().add(NARROW);
            }
        }
        show();
    }

    private void show() {
        bar.narrow(narrow);
        bar.outlined(outline);
        Node left = root.getLeft();
        if (left != null) {
            left.setVisible(outline);
            left.setManaged(outline);
        }
    }
}
