package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.ui.view.Ink.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/** Small maps, one row a block and one column a head; a click or the arrow keys choose one. */
final class AttentionMatrix extends SteadyCanvas {
    private static final double GAP = 4;
    private static final double HEADER = 24;
    private static final double LARGEST = 44;
    private static final double SMALLEST = 8;

    private final List<Image> maps = new ArrayList<>();
    private int layers;
    private int heads;
    private int pixels = 1;
    private Set<Integer> without = Set.of();
    private HeadPlace chosen = new HeadPlace(0, 0);
    private HeadPlace hovered = new HeadPlace(-1, -1);
    private Function<HeadPlace, String> spoken = place -> "";
    private Consumer<HeadPlace> onChosen = place -> {};

    AttentionMatrix() {
        super("attention-matrix");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(96);
        setOnMouseMoved(e -> hover(at(e.getX(), e.getY())));
        setOnMouseExited(e -> hover(new HeadPlace(-1, -1)));
        setOnMousePressed(this::press);
        setOnKeyPressed(this::key);
    }

    /** The maps, block by block, all of one size. */
    void setMaps(List<Picture> pictures, int blocks, int headsPerBlock) {
        maps.clear();
        pictures.forEach(picture -> maps.add(Views.image(picture)));
        pixels = pictures.isEmpty() ? 1 : pictures.get(0).width();
        layers = blocks;
        heads = headsPerBlock;
        requestLayout();
        redraw();
    }

    /** Heads of every block that do not count: they are drawn faintly. */
    void leave(Set<Integer> heads) {
        without = heads;
        redraw();
    }

    /** Called with the place a person chooses. */
    void onChosen(Consumer<HeadPlace> listener) {
        onChosen = listener;
    }

    /** What is said of a map beside its place. */
    void setSpoken(Function<HeadPlace, String> words) {
        spoken = words;
    }

    /** Marks a place as chosen without telling anybody. */
    void mark(HeadPlace place) {
        chosen = place;
        say("attention maps, block " + place.layer() + " of " + layers + ", head " + place.head() + " of " + heads
                + " chosen, " + spoken.apply(place) + "; arrow keys choose another");
        redraw();
    }

    @Override
    protected double computePrefWidth(double height) {
        return left() + heads * (fitting(LARGEST) + GAP) - GAP + 2;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEADER + layers * (cell(width < 0 ? prefWidth(-1) : width) + GAP) - GAP + 2;
    }

    /** Where the first map starts. */
    double left() {
        return Math.ceil(width(Kind.MUTED, "block " + Math.max(0, layers - 1)) + 8);
    }

    /** Side of a small map in a matrix of the given width. */
    double cell(double width) {
        double room = (width - left() - 2 + GAP) / Math.max(1, heads) - GAP;
        return fitting(Math.max(SMALLEST, Math.min(LARGEST, room)));
    }

    /** The largest side not above the given one at which every number of a map has equally many pixels. */
    private double fitting(double side) {
        return side >= pixels ? Math.floor(side / pixels) * pixels : Math.floor(side);
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        double cell = cell(width);
        double left = left();
        boolean named = width(Kind.MUTED, "head " + (heads - 1)) <= cell + GAP - 2;
        g.setTextAlign(TextAlignment.CENTER);
        for (int head = 0; head < heads; head++) {
            boolean room = cell + GAP >= 16 || head % 4 == 0;
            if (room) {
                write(
                        g,
                        Kind.MUTED,
                        (named ? "head " : "") + head,
                        left + head * (cell + GAP) + cell / 2,
                        HEADER / 2 - 2);
            }
        }
        g.setTextAlign(TextAlignment.LEFT);
        if (!named) {
            write(g, Kind.MUTED, "head", 0, HEADER / 2 - 2);
        }
        for (int layer = 0; layer < layers; layer++) {
            double y = HEADER + layer * (cell + GAP);
            if (cell + GAP >= 12) {
                write(g, Kind.MUTED, "block " + layer, 0, y + cell / 2);
            }
            for (int head = 0; head < heads; head++) {
                Image map = maps.get(layer * heads + head);
                g.setImageSmoothing(map.getWidth() > cell);
                g.setGlobalAlpha(without.contains(head) ? 0.2 : 1);
                g.drawImage(map, left + head * (cell + GAP), y, cell, cell);
                g.setGlobalAlpha(1);
            }
        }
        outline(g, hovered, cell, Kind.MUTED, 1);
        outline(g, chosen, cell, Kind.ACCENT, 2);
    }

    private void outline(GraphicsContext g, HeadPlace place, double cell, Kind kind, double line) {
        if (place.layer() < 0 || place.layer() >= layers || place.head() >= heads) {
            return;
        }
        g.setStroke(ink.color(kind));
        g.setLineWidth(line);
        double out = line / 2;
        g.strokeRect(
                left() + place.head() * (cell + GAP) - out,
                HEADER + place.layer() * (cell + GAP) - out,
                cell + line,
                cell + line);
    }

    private HeadPlace at(double x, double y) {
        double stride = cell(getWidth()) + GAP;
        int head = (int) Math.floor((x - left()) / stride);
        int layer = (int) Math.floor((y - HEADER) / stride);
        boolean inside = head >= 0 && head < heads && layer >= 0 && layer < layers;
        return inside ? new HeadPlace(layer, head) : new HeadPlace(-1, -1);
    }

    private void hover(HeadPlace place) {
        if (!place.equals(hovered)) {
            hovered = place;
            redraw();
        }
    }

    private void press(MouseEvent e) {
        requestFocus();
        HeadPlace place = at(e.getX(), e.getY());
        if (place.layer() >= 0) {
            choose(place);
        }
    }

    private void key(KeyEvent e) {
        int layer = chosen.layer();
        int head = chosen.head();
        HeadPlace next = switch (e.getCode()) {
            case LEFT -> new HeadPlace(layer, Math.max(0, head - 1));
            case RIGHT -> new HeadPlace(layer, Math.min(heads - 1, head + 1));
            case UP -> new HeadPlace(Math.max(0, layer - 1), head);
            case DOWN -> new HeadPlace(Math.min(layers - 1, layer + 1), head);
            case HOME -> new HeadPlace(layer, 0);
            case END -> new HeadPlace(layer, heads - 1);
            default -> new HeadPlace(-1, -1);
        };
        if (next.layer() >= 0 && next.head() >= 0) {
            choose(next);
            e.consume();
        }
    }

    private void choose(HeadPlace place) {
        if (!place.equals(chosen)) {
            mark(place);
            onChosen.accept(place);
        }
    }
}
