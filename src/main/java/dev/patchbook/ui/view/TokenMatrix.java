package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.ui.view.Ink.Kind;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Who reads whom: rows are queries, columns keys, one square a weight. Visual tokens are bracketed as the picture, where
 * there are several. Pointing or the arrow keys choose a square.
 */
final class TokenMatrix extends SteadyCanvas {
    private static final double LARGEST = 16;
    private static final double READABLE = 9;
    private static final double MARGIN = 32;

    private List<String> tokens = List.of();
    private int visual;
    private @Nullable Image weights;
    private int row = -1;
    private int column = -1;
    private BiConsumer<Integer, Integer> onShown = (query, key) -> {};

    TokenMatrix() {
        super("token-matrix");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(96, 96);
        setOnMouseMoved(e -> point(e.getX(), e.getY()));
        setOnMousePressed(e -> {
            requestFocus();
            point(e.getX(), e.getY());
        });
        setOnKeyPressed(this::key);
    }

    /** The sequence's tokens, of which the first ones are visual, and the weights as colours, a pixel each. */
    void show(List<String> names, int visualTokens, Picture map) {
        boolean other = names.size() != tokens.size();
        tokens = names;
        visual = visualTokens;
        weights = Views.image(map);
        if (other) {
            row = -1;
            column = -1;
            requestLayout();
        }
        redraw();
    }

    /** What a screen reader says of the square pointed at. */
    void setSpoken(String words) {
        say(words);
    }

    /** Called with query and key pointed at, or -1 and -1. */
    void onShown(BiConsumer<Integer, Integer> listener) {
        onShown = listener;
    }

    /** Points at a square. */
    void choose(int query, int key) {
        if (query != row || key != column) {
            row = query;
            column = key;
            redraw();
            onShown.accept(row, column);
        }
    }

    /** Query pointed at; -1: none. */
    int query() {
        return row;
    }

    /** Key pointed at; -1: none. */
    int key() {
        return column;
    }

    @Override
    protected double computePrefWidth(double height) {
        double cell = Math.max(3, Math.min(LARGEST, 420.0 / Math.max(1, tokens.size())));
        return MARGIN + Math.floor(cell) * tokens.size() + 2;
    }

    @Override
    protected double computePrefHeight(double width) {
        return MARGIN + cell(width < 0 ? prefWidth(-1) : width) * tokens.size() + 2;
    }

    /** Side of a square in a matrix of the given width: whole pixels where it can be. */
    double cell(double width) {
        double room = (width - MARGIN - 2) / Math.max(1, tokens.size());
        return Math.min(LARGEST, room >= 2 ? Math.floor(room) : Math.max(0.5, room));
    }

    /** Where the squares start, from the left and from the top. */
    static double margin() {
        return MARGIN;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        double cell = cell(width);
        double whole = cell * tokens.size();
        g.setFill(ink.color(Kind.SUBTLE));
        g.fillRect(MARGIN, MARGIN, whole, whole);
        if (weights != null) {
            g.setImageSmoothing(cell < 1);
            g.drawImage(weights, MARGIN, MARGIN, whole, whole);
        }
        if (row >= 0) {
            band(g, cell, whole);
        }
        names(g, cell);
        if (visual > 1) {
            bracket(g, visual * cell);
        }
    }

    private void band(GraphicsContext g, double cell, double whole) {
        g.setStroke(ink.color(Kind.ACCENT));
        g.setLineWidth(1);
        g.strokeRect(MARGIN - 0.5, MARGIN + row * cell - 0.5, whole + 1, cell + 1);
        if (column >= 0) {
            g.setLineWidth(2);
            g.strokeRect(MARGIN + column * cell - 1, MARGIN + row * cell - 1, cell + 2, cell + 2);
        }
    }

    private void names(GraphicsContext g, double cell) {
        int first = visual > 1 ? visual : 0;
        for (int i = first; i < tokens.size(); i++) {
            boolean pointed = i == row || i == column;
            boolean crowded = cell < READABLE && !pointed;
            if (crowded || (cell < READABLE && near(i))) {
                continue;
            }
            String name = shortName(i);
            Kind kind = pointed ? Kind.ACCENT : Kind.MUTED;
            double middle = MARGIN + (i + 0.5) * cell;
            g.setTextAlign(TextAlignment.RIGHT);
            if (cell >= READABLE || i == row) {
                write(g, kind, ink.font(Kind.MONO), name, MARGIN - 4, middle);
            }
            g.setTextAlign(TextAlignment.CENTER);
            if ((cell >= READABLE || i == column) && name.length() <= 2) {
                write(g, kind, ink.font(Kind.MONO), name, middle, MARGIN - 10);
            }
        }
    }

    private boolean near(int index) {
        return index != row && index != column;
    }

    private String shortName(int index) {
        return shortName(tokens, visual, index);
    }

    /** A token's sign where there is room for one or two letters; visual tokens have one only where they are one. */
    static String shortName(List<String> tokens, int visual, int index) {
        if (index < visual) {
            return visual == 1 ? "▣" : "";
        }
        return TokenWords.sign(tokens.get(index));
    }

    private void bracket(GraphicsContext g, double length) {
        g.setStroke(ink.color(Kind.MUTED));
        g.setLineWidth(1);
        double near = sharp(MARGIN - 5);
        double far = sharp(MARGIN - 9);
        double end = sharp(MARGIN + length - 1);
        double start = sharp(MARGIN);
        g.strokePolyline(new double[] {start, start, end, end}, new double[] {near, far, far, near}, 4);
        g.strokePolyline(new double[] {near, far, far, near}, new double[] {start, start, end, end}, 4);
        g.setTextAlign(TextAlignment.CENTER);
        write(g, Kind.MUTED, "picture", MARGIN + length / 2, MARGIN - 20);
        g.save();
        g.translate(MARGIN - 20, MARGIN + length / 2);
        g.rotate(-90);
        write(g, Kind.MUTED, "picture", 0, 0);
        g.restore();
    }

    private void point(double x, double y) {
        double cell = cell(getWidth());
        int query = (int) Math.floor((y - MARGIN) / cell);
        int key = (int) Math.floor((x - MARGIN) / cell);
        boolean inside = query >= 0 && query < tokens.size() && key < tokens.size();
        if (inside) {
            choose(query, Math.max(0, key));
        }
    }

    private void key(KeyEvent e) {
        int last = tokens.size() - 1;
        int query = Math.max(0, row);
        int key = Math.max(0, column);
        if (e.getCode() == KeyCode.LEFT) {
            key = Math.max(0, key - 1);
        } else if (e.getCode() == KeyCode.RIGHT) {
            key = Math.min(last, key + 1);
        } else if (e.getCode() == KeyCode.UP) {
            query = Math.max(0, query - 1);
        } else if (e.getCode() == KeyCode.DOWN) {
            query = Math.min(last, query + 1);
        } else {
            return;
        }
        choose(query, key);
        e.consume();
    }
}
