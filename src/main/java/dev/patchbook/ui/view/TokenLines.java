package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.ui.view.Ink.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * A text twice, below as it reads and above as it is read, with a line from the token chosen to each it reads: the wider and the
 * stronger, the larger the weight. The picture stands before the text as one. Pointing or Left and Right choose the token, Up and
 * Down go through what it reads, the largest weight first.
 */
final class TokenLines extends SteadyCanvas {
    private static final double LARGEST = 13;
    private static final double READABLE = 9;
    private static final double BETWEEN = 64;
    private static final double WIDEST = 5;

    private List<String> tokens = List.of();
    private int visual;
    private double[] weights = {}; // of the picture, then of each token of the text
    private double most = 1;
    private int query = -1;
    private int key = -1;
    private IntConsumer onQuery = token -> {};

    TokenLines() {
        super("token-lines");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(96);
        setOnMouseMoved(e -> point(e.getX()));
        setOnMousePressed(e -> {
            requestFocus();
            point(e.getX());
        });
        setOnKeyPressed(this::pressed);
        say("lines from a character to what it reads; arrow keys choose one");
    }

    /** The sequence's tokens, of which the first ones are visual. */
    void show(List<String> names, int visualTokens) {
        tokens = names;
        visual = visualTokens;
        weights = new double[0];
        query = -1;
        key = -1;
        requestLayout();
        redraw();
    }

    /**
     * The weights of one query.
     *
     * @param token its number in the sequence; of a visual one there is nothing to see
     * @param row what it gives to each token; not a number where it cannot see it
     * @param largest the weight of the widest line
     */
    void row(int token, float[] row, double largest) {
        key = token == query ? key : -1;
        query = token >= visual ? token : -1;
        most = largest;
        weights = new double[items()];
        for (int i = 0; i < row.length; i++) {
            weights[item(i)] += Float.isFinite(row[i]) ? row[i] : 0;
        }
        speak();
        redraw();
    }

    /** Called with the token chosen here. */
    void onQuery(IntConsumer listener) {
        onQuery = listener;
    }

    private int items() {
        return 1 + tokens.size() - visual;
    }

    /** Place of a token: the picture's is 0. */
    private int item(int token) {
        return Math.max(0, token - visual + 1);
    }

    /** How wide a line is, and as a share of one how strong. */
    double share(int token) {
        return Math.min(1, weights[item(token)] / most);
    }

    /** What the token chosen gives to a token, or to the picture. */
    double weight(int token) {
        return weights[item(token)];
    }

    private double line() {
        return Math.ceil(Measure.height(ink.font(Kind.MONO))) + 4;
    }

    @Override
    protected double computePrefWidth(double height) {
        return items() * LARGEST + 2;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 2 * line() + BETWEEN;
    }

    private double cell() {
        return Math.max(1, Math.min(LARGEST, (getWidth() - 2) / Math.max(1, items())));
    }

    /** Middle of a token from the left. */
    double middle(int token) {
        return (item(token) + 0.5) * cell();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        double line = line();
        if (query >= 0) {
            lines(g, line, height - line);
        }
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < items(); i++) {
            boolean reads = query >= 0 && i == item(query);
            boolean read = i == key;
            boolean room = cell() >= READABLE;
            if (room || read) {
                write(g, read ? Kind.ACCENT : Kind.MUTED, ink.font(Kind.MONO), name(i), (i + 0.5) * cell(), line / 2);
            }
            if (room || reads) {
                double y = height - line / 2;
                write(g, reads ? Kind.ACCENT : Kind.MUTED, ink.font(Kind.MONO), name(i), (i + 0.5) * cell(), y);
            }
        }
    }

    private void lines(GraphicsContext g, double top, double bottom) {
        Color color = ink.color(Kind.ACCENT);
        double from = middle(query);
        for (int i = 0; i <= item(query); i++) {
            double share = Math.min(1, weights[i] / most);
            if (share > 0.004) {
                g.setStroke(color.deriveColor(0, 1, 1, i == key ? 1 : Math.max(0.08, share)));
                g.setLineWidth(Math.max(0.5, WIDEST * share));
                g.strokeLine(from, bottom, (i + 0.5) * cell(), top);
            }
        }
    }

    private String name(int item) {
        return item == 0 ? "▣" : TokenWords.sign(tokens.get(visual + item - 1));
    }

    private String spoken(int item) {
        return item == 0
                ? "the picture"
                : "“" + TokenWords.visible(tokens.get(visual + item - 1)) + "” at " + (item - 1);
    }

    private void speak() {
        if (query < 0) {
            say("lines from a character to what it reads; arrow keys choose one");
            return;
        }
        List<Integer> ranked = ranked();
        if (key >= 0) {
            say(spoken(item(query)) + " reads " + spoken(key) + ": " + Numbers.weight(weights[key]) + ", place "
                    + (ranked.indexOf(key) + 1) + " of " + ranked.size());
            return;
        }
        StringBuilder words = new StringBuilder(spoken(item(query))).append(" reads most ");
        for (int item : ranked.subList(0, Math.min(3, ranked.size()))) {
            words.append(spoken(item))
                    .append(' ')
                    .append(Numbers.weight(weights[item]))
                    .append(", ");
        }
        say(words + "Up and Down go through all it reads");
    }

    /** What the token chosen reads, the largest weight first. */
    private List<Integer> ranked() {
        return IntStream.rangeClosed(0, item(query))
                .boxed()
                .sorted(Comparator.comparingDouble(item -> -weights[item]))
                .toList();
    }

    private void point(double x) {
        choose((int) Math.floor(x / cell()));
    }

    /** Chooses who reads; the picture does not. */
    private void choose(int item) {
        int token = visual + item - 1;
        if (item >= 1 && token < tokens.size() && token != query) {
            onQuery.accept(token);
        }
    }

    private void pressed(KeyEvent e) {
        int last = items() - 1;
        int at = query < 0 ? 0 : item(query);
        switch (e.getCode()) {
            case LEFT -> choose(Math.max(1, at - 1));
            case RIGHT -> choose(Math.min(last, at + 1));
            case HOME -> choose(1);
            case END -> choose(last);
            case UP -> go(-1);
            case DOWN -> go(1);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void go(int by) {
        if (query >= 0) {
            List<Integer> ranked = ranked();
            int at = key < 0 ? (by > 0 ? 0 : ranked.size() - 1) : ranked.indexOf(key) + by;
            key = ranked.get(Math.max(0, Math.min(ranked.size() - 1, at)));
            speak();
            redraw();
        }
    }
}
