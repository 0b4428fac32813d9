package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.base.Probabilities;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.LensView;
import dev.patchbook.export.LookSheets;
import dev.patchbook.export.LookWords;
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
    private final Segments positions = new Segments("positions", "text", "patches");
    private final PatchCanvas patches = new PatchCanvas(216);
    private @Nullable LensView shown;
    private Cell[][] cells = {};
    private int grid;
    private int first;
    private boolean onPicture;

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
        row.getChildren().addAll(new VBox(8, map, caption, limits), new VBox(8, patches, where, facts));
        getChildren().addAll(waiting, positions, row);
        Views.show(positions, false);
        positions.mark(0);
        positions.onChoose(index -> {
            onPicture = index == 1;
            draw();
        });
        matrix.onChosen((layer, position) -> describe());
        patches.onShown(patch -> {
            if (patch >= 0 && shown != null) {
                matrix.choose(matrix.row(), patch + shown.visualTokens() - grid * grid);
            }
        });
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
        Views.show(positions, false);
    }

    /** The picture as the model sees it, and how many patches there are along its side. */
    public void picture(Picture picture, int side) {
        grid = side;
        patches.setPicture(Views.image(HeatMap.grey(picture)), side);
    }

    /** Shows what was computed. */
    public void show(LensView lens) {
        boolean fresh = shown == null;
        shown = lens;
        waiting.done();
        Views.show(row, true);
        Views.show(positions, lens.visualTokens() > 1);
        onPicture &= lens.visualTokens() > 1;
        positions.mark(onPicture ? 1 : 0);
        draw();
        if (fresh) {
            matrix.choose(matrix.rows() - 1, Math.max(0, matrix.columns() - 2));
        }
    }

    private void draw() {
        LensView lens = shown;
        if (lens == null) {
            return;
        }
        first = onPicture ? 0 : lens.first();
        int end = onPicture ? lens.visualTokens() : lens.tokens().size();
        List<String> rows = new ArrayList<>(List.of("before"));
        for (int i = 1; i < lens.logs().shape()[0]; i++) {
            rows.add("block " + (i - 1));
        }
        int others = lens.visualTokens() - grid * grid; // CLS
        List<String> columns = IntStream.range(first, end)
                .mapToObj(i -> !onPicture
                        ? TokenMatrix.shortName(lens.tokens(), lens.visualTokens(), i)
                        : i < others ? "C" : Integer.toString(i - others))
                .toList();
        cells = new Cell[rows.size()][columns.size()];
        for (int layer = 0; layer < cells.length; layer++) {
            for (int column = 0; column < columns.size(); column++) {
                double[] all = lens.at(layer, first + column);
                int best = Probabilities.likeliest(all, 1)[0];
                cells[layer][column] =
                        new Cell(TokenWords.sign(lens.vocabulary().get(best)), all[best]);
            }
        }
        Views.show(patches, onPicture);
        matrix.show(rows, columns, (layer, column) -> cells[layer][column]);
        bar.show(ColorMap.VIRIDIS, Range.UNIT);
        caption.setText(LookWords.lens(lens, onPicture));
        describe();
    }

    private void describe() {
        LensView lens = shown;
        if (lens == null) {
            return;
        }
        int layer = matrix.row();
        int position = first + matrix.column();
        double[] all = lens.at(layer, position);
        List<String> rows = new ArrayList<>();
        for (int token : Probabilities.likeliest(all, BEST)) {
            rows.add(TokenWords.visible(lens.vocabulary().get(token)));
            rows.add(Numbers.probability(all[token]));
        }
        String place = layer == 0 ? "Before the first block" : "After block " + (layer - 1);
        int patch = position - (lens.visualTokens() - grid * grid);
        if (onPicture) {
            overPicture(layer, patch);
        }
        String token = position < lens.visualTokens()
                ? !onPicture ? "the picture" : patch < 0 ? "CLS" : "patch (" + patch / grid + ", " + patch % grid + ")"
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

    /** What a block would say at each patch. */
    private void overPicture(int layer, int patch) {
        int others = cells[layer].length - grid * grid;
        float[] shares = new float[grid * grid];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) cells[layer][others + i].share();
        }
        patches.setHeat(HeatMap.of(shares, grid, grid, ColorMap.VIRIDIS, Range.UNIT), 0.85);
        patches.setLabels(i -> cells[layer][others + i].text());
        patches.setSpoken(i -> i < 0
                ? "the likeliest character at each patch; arrow keys choose one"
                : "patch " + i + ", " + TokenWords.spoken(cells[layer][others + i].text()) + ", probability "
                        + Numbers.probability(shares[i]));
        patches.mark(patch);
    }

    /** What is shown as numbers, the likeliest tokens of each square. */
    public List<Sheet> sheets() {
        LensView lens = shown;
        return lens == null ? List.of() : List.of(LookSheets.lens(lens));
    }

    Segments positions() {
        return positions;
    }

    PatchCanvas patches() {
        return patches;
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
