package dev.patchbook.ui.fx;

import javafx.scene.Node;

/** Nodes that are there, or take no room at all. */
public final class Shown {
    private Shown() {}

    /** Shows a node, or puts it away so that it takes no room. */
    public static void when(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
