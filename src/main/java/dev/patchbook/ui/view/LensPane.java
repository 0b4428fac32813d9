package dev.patchbook.ui.view;

import dev.patchbook.base.Probabilities;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.LensView;
import dev.patchbook.export.Sheet;
import dev.patchbook.ui.view.LensMatrix.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the decoder would say next after each of its blocks, position by position, and the likeliest tokens at the one pointed at. */
public final class LensPane extends VBox {
    private static final int BEST = 5;

    private final Waiting waiting = new Waiting("Compute");
    private final LensMatrix matrix = new LensMatrix();
    private final ColorBar bar = new ColorBar(120);
    private final Label caption = Views.label("", "view-muted");
    private final Label where = Views.label("", "view-text");
    private final Facts facts = new Facts();
    private final WrapRow row = new WrapRow(24, 16, false);
    private @Nullable LensView shown;
    private int first;

    /** Nothing computed yet. */
    public LensPane() {
        super(12);
        getStyleClass().add("lens-pane");
        for (Label label : List.of(caption, where)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        Limits limits = new Limits();
        limits.setText(AttentionWords.LENS_LIMITS);
        HBox.setHgrow(matrix, Priority.ALWAYS);
        bar.setMaxHeight(120);
        HBox map = new HBox(8, matrix, bar);
        where.setMaxWidth(260);
        row.getChildren().addAll(new VBox(8, map, caption, limits), new VBox(8, where, facts));
        getChildren().addAll(waiting, row);
        matrix.onChosen((layer, position) -> describe());
        clear();
    }

    /** What says how far it is. */
    public Waiting waiting() {
        return waiting;
    }

    /** Whether there is something to see. */
    public boolean filled() {
        return shown != null;
    }

    /** Nothing is computed any more. */
    public void clear() {
        shown = null;
        Views.show(row, false);
    }

    /** Shows what was computed. */
    public void show(LensView lens) {
        boolean fresh = shown == null;
        shown = lens;
        waiting.done();
        Views.show(row, true);
        first = lens.visualTokens() > 1 ? lens.visualTokens() : 0; // patches read nothing that a letter follows
        List<String> rows = new ArrayList<>(List.of("before"));
        for (int i = 1; i < lens.logs().shape()[0]; i++) {
            rows.add("block " + (i - 1));
        }
        List<String> columns = IntStream.range(first, lens.tokens().size())
                .mapToObj(i -> TokenMatrix.shortName(lens.tokens(), lens.visualTokens(), i))
                .toList();
        Cell[][] cells = new Cell[rows.size()][columns.size()];
        for (int layer = 0; layer < cells.length; layer++) {
            for (int column = 0; column < columns.size(); column++) {
                double[] all = at(lens, layer, first + column);
                int best = Probabilities.likeliest(all, 1)[0];
                cells[layer][column] =
                        new Cell(TokenWords.sign(lens.vocabulary().get(best)), all[best]);
            }
        }
        matrix.show(rows, columns, (layer, column) -> cells[layer][column]);
        bar.show(ColorMap.VIRIDIS, Range.UNIT);
        caption.setText(
                "Logit lens: the likeliest next character, were the decoder to stop there, read through the final norm and"
                        + " head; coloured by its probability, from 0 to 1. Rows: before the first block and after each, the last is what"
                        + " the model says. Columns: the "
                        + (first > 0 ? "text's tokens" : "sequence, the picture first")
                        + (lens.step() == 0
                                ? "; starting weights."
                                : "; weights after step " + Numbers.count(lens.step()) + "."));
        if (fresh) {
            matrix.choose(rows.size() - 1, Math.max(0, columns.size() - 2));
        }
        describe();
    }

    private static double[] at(LensView lens, int layer, int position) {
        int vocabulary = lens.vocabulary().size();
        int from = (layer * lens.tokens().size() + position) * vocabulary;
        return Probabilities.of(Arrays.copyOfRange(lens.logs().data(), from, from + vocabulary));
    }

    private void describe() {
        LensView lens = shown;
        if (lens == null) {
            return;
        }
        int layer = matrix.row();
        int position = first + matrix.column();
        double[] all = at(lens, layer, position);
        List<String> rows = new ArrayList<>();
        for (int token : Probabilities.likeliest(all, BEST)) {
            rows.add(TokenWords.visible(lens.vocabulary().get(token)));
            rows.add(Numbers.probability(all[token]));
        }
        String place = layer == 0 ? "Before the first block" : "After block " + (layer - 1);
        String token = position < lens.visualTokens()
                ? "the picture"
                : "“" + TokenWords.visible(lens.tokens().get(position)) + "” at " + (position - lens.visualTokens());
        int followed = lens.followed().get(position);
        String truth = "";
        if (followed >= 0) {
            long better =
                    Arrays.stream(all).filter(each -> each > all[followed]).count();
            truth = " In the text “" + TokenWords.visible(lens.vocabulary().get(followed)) + "” follows: probability "
                    + Numbers.probability(all[followed]) + ", place " + (better + 1) + ".";
        }
        where.setText(place + ", at " + token + "." + truth);
        facts.show(rows);
        int best = Probabilities.likeliest(all, 1)[0];
        matrix.setSpoken(place + ", at " + token + ", says "
                + TokenWords.spoken(lens.vocabulary().get(best)) + " with probability " + Numbers.probability(all[best])
                + "." + truth);
    }

    /** What is shown as numbers, the likeliest tokens of each square. */
    public List<Sheet> sheets() {
        LensView lens = shown;
        if (lens == null) {
            return List.of();
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int layer = 0; layer < lens.logs().shape()[0]; layer++) {
            for (int position = 0; position < lens.tokens().size(); position++) {
                double[] all = at(lens, layer, position);
                for (int token : Probabilities.likeliest(all, BEST)) {
                    rows.add(List.of(
                            layer == 0 ? "before" : "block " + (layer - 1),
                            (long) position,
                            TokenWords.spoken(lens.tokens().get(position)),
                            TokenWords.spoken(lens.vocabulary().get(token)),
                            all[token]));
                }
            }
        }
        List<String> head = List.of("after", "position", "token read", "next", "probability");
        return List.of(new Sheet("lens", "Likeliest next tokens after each block", head, rows));
    }

    LensMatrix matrix() {
        return matrix;
    }

    Facts facts() {
        return facts;
    }

    Label where() {
        return where;
    }
}
