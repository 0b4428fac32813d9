package dev.patchbook.ui.view;

import java.util.List;
import javafx.scene.Node;

/**
 * Children side by side, tops aligned or centred, in as many rows as they need. None is ever wider than the pane: a child
 * that would be is given the pane's width and its height at that width.
 */
public class WrapRow extends ArrangedPane {
    private final double across;
    private final double down;
    private final boolean centred;

    /** Gaps across and down; {@code centred} aligns the middles of a row, not its tops. */
    public WrapRow(double across, double down, boolean centred) {
        this.across = across;
        this.down = down;
        this.centred = centred;
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        for (Node child : getManagedChildren()) {
            width += (width > 0 ? across : 0) + snapSizeX(child.prefWidth(-1)); // as they are placed
        }
        return snapSizeX(width);
    }

    @Override
    protected double arrange(double width, boolean place) {
        List<Node> children = getManagedChildren();
        double y = 0;
        int start = 0;
        while (start < children.size()) {
            double x = 0;
            double height = 0;
            int end = start;
            while (end < children.size()) {
                double childWidth = wide(children.get(end), width);
                if (end > start && x + childWidth > width + 0.5) {
                    break;
                }
                height = Math.max(height, children.get(end).prefHeight(childWidth));
                x += childWidth + across;
                end++;
            }
            if (place) {
                placeRow(children.subList(start, end), width, y, height);
            }
            y += height + down;
            start = end;
        }
        return children.isEmpty() ? 0 : snapSizeY(y - down);
    }

    private void placeRow(List<Node> row, double width, double y, double height) {
        double x = 0;
        for (Node child : row) {
            double childWidth = wide(child, width);
            double childHeight = child.prefHeight(childWidth);
            double top = centred ? y + (height - childHeight) / 2 : y;
            child.resizeRelocate(snapPositionX(x), snapPositionY(top), childWidth, childHeight);
            x += childWidth + across;
        }
    }

    private double wide(Node child, double width) {
        return Math.min(snapSizeX(child.prefWidth(-1)), Math.max(0, width));
    }
}
