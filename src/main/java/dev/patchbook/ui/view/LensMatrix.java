package dev.patchbook.ui.view;

import dev.patchbook.chart.ColorMap;
import dev.patchbook.ui.view.Ink.Kind;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * A token in each square, coloured by a share from 0 to 1; rows and columns have names. Pointing previews a square, a click or the
 * arrow keys choose one.
 */
final class LensMatrix extends SteadyCanvas {
    /** A square. */
    record Cell(String text, double share) {}

    private static final double HEADER = 24;
    private static final double LARGEST = 26;
    private static final double SMALLEST = 4;

    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private BiFunction<Integer, Integer, Cell> cells = (row, column) -> new Cell("", 0);
    private int row;
    private int column;
    private BiConsumer<Integer, Integer> onChosen = (row, column) -> {};

    LensMatrix() {
        super("lens-matrix");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(120);
        setOnMouseMoved(e -> point(e.getX(), e.getY()));
        setOnMousePressed(e -> {
            requestFocus();
            point(e.getX(), e.getY());
        });
        setOnKeyPressed(this::key);
    }

    void show(List<String> rowNames, List<String> columnNames, BiFunction<Integer, Integer, Cell> squares) {
        rows = rowNames;
        columns = columnNames;
        cells = squares;
        row = Math.max(0, Math.min(row, rows.size() - 1));
        column = Math.max(0, Math.min(column, columns.size() - 1));
        requestLayout();
        redraw();
    }

    /** Called with row and column pointed at. */
    void onChosen(BiConsumer<Integer, Integer> listener) {
        onChosen = listener;
    }

    /** What a screen reader says of the square. */
    void setSpoken(String words) {
        say(words);
    }

    void choose(int newRow, int newColumn) {
        row = newRow;
        column = newColumn;
        redraw();
        onChosen.accept(row, column);
    }

    int rows() {
        return rows.size();
    }

    int columns() {
        return columns.size();
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    @Override
    protected double computePrefWidth(double height) {
        return left() + Math.max(1, columns.size()) * largest() + 2;
    }

    private double largest() {
        return Math.max(LARGEST, Math.ceil(width(Kind.MONO, "MM") + 6));
    }

    /** Height of a square: that of its letters. */
    private double high() {
        return Math.max(LARGEST, Math.ceil(Measure.height(ink.font(Kind.MONO)) + 8));
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEADER + rows.size() * high() + 2;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    private double left() {
        double widest = 0;
        for (String name : rows) {
            widest = Math.max(widest, width(Kind.MUTED, name));
        }
        return Math.ceil(widest + 8);
    }

    double wide(double width) {
        double room = (width - left() - 2) / Math.max(1, columns.size());
        return Math.max(SMALLEST, Math.min(largest(), Math.floor(room)));
    }

    /** Where the middle of a square is. */
    double[] middle(int ofRow, int ofColumn) {
        return new double[] {left() + (ofColumn + 0.5) * wide(getWidth()), HEADER + (ofRow + 0.5) * high()};
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        double wide = wide(width);
        double high = high();
        double left = left();
        for (int r = 0; r < rows.size(); r++) {
            g.setTextAlign(TextAlignment.LEFT);
            write(g, r == row ? Kind.ACCENT : Kind.MUTED, rows.get(r), 0, HEADER + (r + 0.5) * high);
            for (int c = 0; c < columns.size(); c++) {
                cell(g, cells.apply(r, c), left + c * wide, HEADER + r * high, wide, high);
            }
        }
        g.setTextAlign(TextAlignment.CENTER);
        for (int c = 0; c < columns.size(); c++) {
            if (wide >= width(Kind.MONO, columns.get(c)) + 2 || c == column) {
                Kind kind = c == column ? Kind.ACCENT : Kind.MUTED;
                write(g, kind, ink.font(Kind.MONO), columns.get(c), left + (c + 0.5) * wide, HEADER / 2);
            }
        }
        if (!rows.isEmpty() && !columns.isEmpty()) {
            g.setStroke(ink.color(Kind.ACCENT));
            g.setLineWidth(2);
            g.strokeRect(left + column * wide, HEADER + row * high, wide - 1, high - 1);
        }
    }

    private void cell(GraphicsContext g, Cell cell, double x, double y, double wide, double high) {
        int argb = ColorMap.VIRIDIS.argb(cell.share());
        g.setFill(Views.color(argb));
        g.fillRect(x, y, Math.max(1, wide - 1), high - 1);
        if (wide >= width(Kind.MONO, cell.text()) + 2) {
            g.setFill(ColorMap.lightness(argb & 0xFFFFFF) > 0.6 ? Color.gray(0.05) : Color.gray(0.98));
            g.setFont(ink.font(Kind.MONO));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(cell.text(), x + (wide - 1) / 2, y + (high - 1) / 2);
        }
    }

    private void point(double x, double y) {
        int r = (int) Math.floor((y - HEADER) / high());
        int c = (int) Math.floor((x - left()) / wide(getWidth()));
        boolean inside = r >= 0 && r < rows.size() && c >= 0 && c < columns.size();
        if (inside && (r != row || c != column)) {
            choose(r, c);
        }
    }

    private void key(KeyEvent e) {
        int lastRow = rows.size() - 1;
        int lastColumn = columns.size() - 1;
        if (lastRow < 0 || lastColumn < 0) {
            return;
        }
        switch (e.getCode()) {
            case LEFT -> choose(row, Math.max(0, column - 1));
            case RIGHT -> choose(row, Math.min(lastColumn, column + 1));
            case UP -> choose(Math.max(0, row - 1), column);
            case DOWN -> choose(Math.min(lastRow, row + 1), column);
            case HOME -> choose(row, 0);
            case END -> choose(row, lastColumn);
            default -> {
                return;
            }
        }
        e.consume();
    }
}
