package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenEvent.Candidate;
import dev.patchbook.ui.view.Ink.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The best candidates for one token: how likely each is under the model, and beside it after temperature, top-k and top-p.
 * The one chosen is marked; what was excluded is hatched.
 */
public final class CandidateBars extends CanvasView {
    private static final double GAP = 32;

    /** A row: a token with both probabilities; not a number where it is not in that list. */
    private record Row(int token, String text, double raw, double adjusted) {}

    private List<Row> rows = List.of();
    private int chosen = -1;
    private boolean adjustable;

    /** No candidates. */
    public CandidateBars() {
        super("candidate-bars");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        setMinWidth(200);
        setMaxWidth(640);
        show(null);
    }

    /** Shows the candidates of a token; null: none. */
    public void show(@Nullable TokenEvent event) {
        rows = event == null ? List.of() : rows(event);
        chosen = event == null ? -1 : event.chosen().token();
        adjustable = event != null && !event.adjusted().isEmpty();
        say(rows.isEmpty() ? "no candidates yet" : spoken());
        requestLayout();
        redraw();
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

    private static List<Row> rows(TokenEvent event) {
        List<Row> all = new ArrayList<>();
        for (Candidate candidate : event.raw()) {
            double adjusted = event.adjusted().stream()
                    .filter(other -> other.token() == candidate.token())
                    .mapToDouble(Candidate::probability)
                    .findFirst()
                    .orElse(Double.NaN);
            all.add(new Row(candidate.token(), candidate.text(), candidate.probability(), adjusted));
        }
        boolean listed =
                all.stream().anyMatch(row -> row.token() == event.chosen().token());
        if (!listed) {
            Candidate choice = event.chosen();
            double adjusted = event.adjusted().stream()
                    .filter(other -> other.token() == choice.token())
                    .mapToDouble(Candidate::probability)
                    .findFirst()
                    .orElse(Double.NaN);
            all.add(new Row(choice.token(), choice.text(), choice.probability(), adjusted));
        }
        return all;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
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
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        if (rows.isEmpty()) {
            write(g, Kind.MUTED, "The best candidates for each character appear here", 0, header() / 2);
            return;
        }
        double mark = width(Kind.MONO, "▸") + 4;
        double name = mark + 8;
        for (Row row : rows) {
            name = Math.max(name, mark + width(Kind.MONO, TokenWords.visible(row.text())) + 8);
        }
        double column = (width - name - (adjustable ? GAP : 0)) / (adjustable ? 2 : 1);
        double second = name + column + GAP;
        write(g, Kind.MUTED, fit("probability", column), name, header() / 2 - 2);
        if (adjustable) {
            String all = "after temperature, top-k, top-p";
            String words = width(Kind.MUTED, all) < column ? all : "adjusted";
            write(g, Kind.MUTED, fit(words, column), second, header() / 2 - 2);
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double middle = header() + (i + 0.5) * row();
            boolean mine = row.token() == chosen;
            if (mine) {
                write(g, Kind.ACCENT, "▸", 0, middle);
            }
            write(g, mine ? Kind.ACCENT : Kind.MONO, ink.font(Kind.MONO), TokenWords.visible(row.text()), mark, middle);
            bar(g, row.raw(), name, middle, column - number());
            if (adjustable) {
                bar(g, row.adjusted(), second, middle, column - number());
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
        if (Double.isNaN(probability)) {
            hatch(g, x, top, Math.min(24, room));
            write(g, Kind.MUTED, "excluded", x + 32, middle);
            return;
        }
        double length = Math.max(1, probability * Math.max(0, room));
        Color accent = ink.color(Kind.ACCENT);
        g.setFill(accent);
        g.fillRoundRect(x, top, length, thick, Math.min(4, length), Math.min(4, length));
        write(g, Kind.MONO, Numbers.probability(probability), x + length + 8, middle);
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
        return rows.stream()
                .limit(5)
                .map(row -> TokenWords.spoken(row.text()) + " " + Numbers.probability(row.raw())
                        + (adjustable && Double.isNaN(row.adjusted()) ? ", excluded" : "")
                        + (row.token() == chosen ? ", chosen" : ""))
                .collect(Collectors.joining("; ", "candidates: ", ""));
    }
}
