package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TokenScores.Candidate;
import dev.patchbook.ui.view.Ink.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The best candidates for one token: how likely each is under the model, and beside it after temperature, top-k and top-p.
 * The one chosen is marked; what was excluded is hatched. A click, or the arrow keys and Enter, pick one.
 */
public final class CandidateBars extends SteadyCanvas {
    private static final double GAP = 32;

    private static final int BEST = 10;

    private List<Candidate> rows = List.of();
    private int chosen = -1;
    private int current = -1;
    private IntConsumer onPicked = token -> {};

    /** No candidates. */
    public CandidateBars() {
        super("candidate-bars");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setMinWidth(200);
        setMaxWidth(640);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(at(e.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(-1));
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            requestFocus();
            pick(at(e.getY()));
        });
        focusedProperty().addListener(focus -> point(-1));
        show(Choices.NONE);
    }

    /** Shows candidates: the best, and the one chosen. */
    public void show(Choices choices) {
        List<Candidate> best = new ArrayList<>();
        for (Candidate each : choices.candidates()) {
            if (best.size() < BEST || each.token() == choices.chosen()) {
                best.add(each);
            }
        }
        rows = best;
        chosen = choices.chosen();
        current = -1;
        say(spoken());
        requestLayout();
        redraw();
    }

    /** Called with the token a person picks. */
    public void setOnPicked(IntConsumer listener) {
        onPicked = listener;
    }

    private int at(double y) {
        int row = (int) Math.floor((y - header()) / row());
        return row >= 0 && row < rows.size() ? row : -1;
    }

    private void point(int row) {
        if (row != current) {
            current = row;
            say(row < 0 ? spoken() : spoken(rows.get(row)) + "; Enter goes on with it");
            redraw();
        }
    }

    private void pick(int row) {
        if (row >= 0 && row < rows.size()) {
            onPicked.accept(rows.get(row).token());
        }
    }

    private void key(KeyEvent e) {
        int last = rows.size() - 1;
        switch (e.getCode()) {
            case DOWN -> point(Math.min(last, current + 1));
            case UP -> point(Math.max(Math.min(0, last), current - 1));
            case HOME -> point(Math.min(0, last));
            case END -> point(last);
            case ENTER, SPACE -> pick(current);
            default -> {
                return;
            }
        }
        e.consume();
    }

    /** Height of a row: 20 with letters of the usual size. */
    private double row() {
        return Math.max(20, Math.ceil(Measure.height(ink.font(Kind.MONO)) * 1.25));
    }

    private double header() {
        return row() * 1.2;
    }

    private double thickness() {
        return Math.round(row() * 0.6);
    }

    /** Room for the number behind a bar. */
    private double number() {
        return width(Kind.MONO, "<0.01") + 10;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(header() + Math.max(1, rows.size()) * row());
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        if (rows.isEmpty()) {
            write(g, Kind.MUTED, "The best candidates for each character appear here", 0, header() / 2);
            return;
        }
        double mark = width(Kind.MONO, "▸") + 4;
        double name = mark + 8;
        for (Candidate row : rows) {
            name = Math.max(name, mark + width(Kind.MONO, TokenWords.visible(row.text())) + 8);
        }
        double column = (width - name - GAP) / 2;
        double second = name + column + GAP;
        write(g, Kind.MUTED, fit("probability", column), name, header() / 2 - 2);
        String all = "after temperature, top-k, top-p";
        String words = width(Kind.MUTED, all) < column ? all : "adjusted";
        write(g, Kind.MUTED, fit(words, column), second, header() / 2 - 2);
        for (int i = 0; i < rows.size(); i++) {
            Candidate row = rows.get(i);
            double middle = header() + (i + 0.5) * row();
            if (i == current) {
                g.setFill(ink.color(Kind.GRID));
                g.fillRoundRect(0, middle - row() / 2, width, row(), 6, 6);
            }
            boolean mine = row.token() == chosen;
            if (mine) {
                write(g, Kind.ACCENT, "▸", 0, middle);
            }
            write(g, mine ? Kind.ACCENT : Kind.MONO, ink.font(Kind.MONO), TokenWords.visible(row.text()), mark, middle);
            bar(g, row.raw(), name, middle, column - number());
            if (row.adjusted() > 0) {
                bar(g, row.adjusted(), second, middle, column - number());
            } else {
                excluded(g, second, middle, column);
            }
        }
    }

    private String fit(String words, double room) {
        return Measure.fit(words, ink.font(Kind.MUTED), room);
    }

    private void bar(GraphicsContext g, double probability, double x, double middle, double room) {
        double thick = thickness();
        double top = Math.round(middle - thickness() / 2);
        g.setTextAlign(TextAlignment.LEFT);
        double length = Math.max(1, probability * Math.max(0, room));
        Color accent = ink.color(Kind.ACCENT);
        g.setFill(accent);
        g.fillRoundRect(x, top, length, thick, Math.min(4, length), Math.min(4, length));
        write(g, Kind.MONO, Numbers.probability(probability), x + length + 8, middle);
    }

    private void excluded(GraphicsContext g, double x, double middle, double room) {
        g.setTextAlign(TextAlignment.LEFT);
        hatch(g, x, Math.round(middle - thickness() / 2), Math.min(24, room));
        write(g, Kind.MUTED, fit("excluded", room - 32), x + 32, middle);
    }

    private void hatch(GraphicsContext g, double x, double top, double width) {
        double thick = thickness();
        g.save();
        g.beginPath();
        g.rect(x, top, width, thick);
        g.clip();
        g.setStroke(ink.color(Kind.MUTED));
        g.setGlobalAlpha(0.6);
        g.setLineWidth(1);
        for (double start = x - thick; start < x + width; start += 5) {
            g.strokeLine(start, top + thick, start + thick, top);
        }
        g.restore();
    }

    private String spoken() {
        return rows.isEmpty()
                ? "no candidates yet"
                : rows.stream().limit(5).map(this::spoken).collect(Collectors.joining("; ", "candidates: ", ""));
    }

    private String spoken(Candidate row) {
        return TokenWords.spoken(row.text()) + " " + Numbers.probability(row.raw())
                + (row.adjusted() == 0
                        ? ", excluded"
                        : row.adjusted() == row.raw() ? "" : ", drawn with " + Numbers.probability(row.adjusted()))
                + (row.token() == chosen ? ", chosen" : "");
    }
}
