package dev.patchbook.ui.cell;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Moves the page around something that appeared, so that its top and as much of it as fits is seen. */
final class IntoView {
    private static final double GAP = 12;

    private IntoView() {}

    /** Once it is laid out. */
    static void bring(Region node) {
        Platform.runLater(() -> {
            for (Node each = node; each != null; each = each.getParent()) {
                if (each instanceof ScrollPane pane) {
                    pane.applyCss();
                    pane.layout();
                    bring(node, pane);
                    return;
                }
            }
        });
    }

    private static void bring(Region node, ScrollPane pane) {
        Node content = pane.getContent();
        double view = pane.getViewportBounds().getHeight();
        double room = content.getLayoutBounds().getHeight() - view;
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = pane.getVvalue() * room;
        double highest = place.getMinY() - GAP;
        double lowest = place.getMaxY() + GAP - view;
        double to = highest < top ? highest : Math.max(top, Math.min(highest, lowest));
        if (room > 0) {
            pane.setVvalue(Math.max(0, Math.min(1, to / room)));
        }
    }
}
