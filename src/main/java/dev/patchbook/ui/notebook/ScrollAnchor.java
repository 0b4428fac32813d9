package dev.patchbook.ui.notebook;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/**
 * Keeps what a person looks at in its place when something above it grows: the topmost child in view stays where it is on
 * the screen, unless the person scrolls.
 */
final class ScrollAnchor {
    private final ScrollPane scroll;
    private final Parent column;
    private Node anchor;
    private double offset;
    private boolean moving;

    ScrollAnchor(ScrollPane scroll, Parent column) {
        this.scroll = scroll;
        this.column = column;
        this.anchor = column;
    }

    void install() {
        scroll.vvalueProperty().addListener((observable, was, is) -> {
            if (!moving) {
                remember();
            }
        });
        scroll.viewportBoundsProperty().addListener((observable, was, is) -> remember());
        column.layoutBoundsProperty().addListener((observable, was, is) -> {
            if (was.getHeight() != is.getHeight()) {
                hold();
            }
        });
        column.needsLayoutProperty().addListener((observable, was, is) -> {
            if (!is) {
                hold();
            }
        });
    }

    /** Height that can be scrolled away. */
    private double hidden() {
        return scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
    }

    private double top() {
        return scroll.getVvalue() * Math.max(0, hidden());
    }

    private void remember() {
        double top = top();
        List<Node> children = column.getChildrenUnmodifiable();
        for (Node child : children) {
            Bounds bounds = child.getBoundsInParent();
            if (child.isManaged() && bounds.getMaxY() > top) {
                anchor = child;
                offset = bounds.getMinY() - top;
                return;
            }
        }
    }

    private void hold() {
        double hidden = hidden();
        boolean gone = anchor.getParent() != column;
        if (hidden <= 0 || gone || scroll.getVvalue() == 0) {
            remember();
            return;
        }
        double wanted = anchor.getBoundsInParent().getMinY() - offset;
        if (Math.abs(wanted - top()) >= 1) {
            moving = true;
            scroll.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
            moving = false;
        }
    }
}
