package dev.patchbook.ui.tour;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Points at parts of the window one after the other: an outline around the part, a bubble beside it. Everything beneath can
 * be used meanwhile, and both follow the part when it moves.
 */
public final class Tour extends Pane {
    private static final double MARGIN = 12;
    private static final double RING = 4;

    private final StackPane layers;
    private final Region ring = new Region();
    private final TourBubble bubble = new TourBubble(this::back, this::next, this::end);
    private final Runnable follow = this::place;
    private List<TourStop> stops = List.of();
    private Runnable afterwards = () -> {};
    private int at = -1;
    private @Nullable Node target;

    /** A tour in the uppermost of a window's layers. */
    public Tour(StackPane layers) {
        this.layers = layers;
        getStyleClass().add("tour");
        setPickOnBounds(false);
        ring.getStyleClass().add("tour-ring");
        ring.setMouseTransparent(true);
        ring.setManaged(false);
        bubble.setManaged(false);
        getChildren().addAll(ring, bubble);
    }

    /**
     * Begins at the first stop whose part is there.
     *
     * @param whenDone where the keyboard goes afterwards
     */
    public void start(List<TourStop> all, Runnable whenDone) {
        open();
        stops = all;
        afterwards = whenDone;
        at = -1;
        next();
    }

    /** Asks whether to begin; in the middle of the window. */
    public void offer(Runnable begin, Runnable whenDone) {
        open();
        stops = List.of();
        afterwards = whenDone;
        point(null);
        bubble.offer(() -> {
            shut();
            begin.run();
        });
    }

    /** Whether it is shown. */
    public boolean running() {
        return layers.getChildren().contains(this);
    }

    private void open() {
        if (!running()) {
            layers.getChildren().add(this);
            Scene scene = layers.getScene();
            scene.addPostLayoutPulseListener(follow);
        }
    }

    private void shut() {
        if (running()) {
            layers.getScene().removePostLayoutPulseListener(follow);
            layers.getChildren().remove(this);
        }
    }

    /** Ends the tour and gives the keyboard back. */
    public void end() {
        if (running()) {
            shut();
            afterwards.run();
        }
    }

    private void next() {
        go(1);
    }

    private void back() {
        go(-1);
    }

    private void go(int step) {
        for (int i = at + step; i >= 0 && i < stops.size(); i += step) {
            TourStop stop = stops.get(i);
            Optional<Node> found = stop.target().get().filter(Tour::seen);
            if (found.isPresent()) {
                at = i;
                point(found.get());
                bubble.show(stop, i + 1, stops.size(), i > 0);
                return;
            }
        }
        if (step > 0) {
            end();
        }
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private void point(@Nullable Node node) {
        target = node;
        ring.setVisible(node != null);
        place();
    }

    private void place() {
        if (getWidth() <= 2 * MARGIN) {
            return; // not laid out yet
        }
        Node pointed = target;
        if (pointed != null && !seen(pointed)) {
            target = null; // closed meanwhile: the bubble stays, in the middle
            ring.setVisible(false);
            pointed = null;
        }
        double width = Math.min(getWidth() - 2 * MARGIN, bubble.prefWidth(-1));
        double height = bubble.prefHeight(width);
        Rectangle2D room = new Rectangle2D(0, 0, getWidth(), getHeight());
        if (pointed == null) {
            move(bubble, (room.getWidth() - width) / 2, (room.getHeight() - height) / 2, width, height);
            return;
        }
        Bounds there = sceneToLocal(pointed.localToScene(pointed.getLayoutBounds()));
        double left = Math.max(0, there.getMinX() - RING);
        double top = Math.max(0, there.getMinY() - RING);
        double right = Math.min(room.getWidth(), there.getMaxX() + RING);
        double bottom = Math.min(room.getHeight(), there.getMaxY() + RING);
        move(ring, left, top, Math.max(0, right - left), Math.max(0, bottom - top));
        Rectangle2D shown = new Rectangle2D(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
        Rectangle2D spot = TourPlace.beside(shown, room, width, height, MARGIN);
        move(bubble, spot.getMinX(), spot.getMinY(), width, height);
    }

    private static void move(Region region, double x, double y, double width, double height) {
        if (region.getLayoutX() != x
                || region.getLayoutY() != y
                || region.getWidth() != width
                || region.getHeight() != height) {
            region.resizeRelocate(x, y, width, height);
        }
    }
}
