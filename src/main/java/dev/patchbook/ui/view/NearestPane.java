package dev.patchbook.ui.view;

import dev.patchbook.base.Probabilities;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.export.LookSheets;
import dev.patchbook.export.LookWords;
import dev.patchbook.export.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Did the picture turn into words? Which characters what the decoder is handed of a picture is nearest to, patch by patch where
 * every patch is handed on, and counted over many pictures.
 */
public final class NearestPane extends VBox {
    private static final double SIDE = 216;
    private static final int BEST = 8;
    private static final int COUNTED = 10;

    private final Waiting waiting = new Waiting("Compute");
    private final Waiting counting = new Waiting("Count over the validation pictures");
    private final PatchCanvas patches = new PatchCanvas(SIDE);
    private final ColorBar bar = new ColorBar(SIDE);
    private final HBox map = new HBox(8, patches, bar);
    private final Label caption = Views.label("", "view-muted");
    private final Label where = Views.label("", "view-strong");
    private final Facts nearest = new Facts();
    private final Label countWords = Views.label("", "view-muted");
    private final Facts counts = new Facts();
    private final WrapRow row = new WrapRow(24, 16, false);
    private @Nullable NearestTokens shown;
    private @Nullable NearestCounts counted;

    /** Nothing computed yet. */
    public NearestPane() {
        super(12);
        getStyleClass().add("nearest-pane");
        for (Label label : List.of(caption, countWords)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setMaxWidth(SIDE + 44);
        }
        Limits limits = new Limits();
        limits.setText(AttentionWords.NEAREST_LIMITS);
        VBox left = new VBox(8, map, caption, limits);
        left.setMaxWidth(SIDE + 44);
        left.setPrefWidth(SIDE + 44);
        row.getChildren().addAll(left, new VBox(8, where, nearest), new VBox(8, countWords, counting, counts));
        getChildren().addAll(waiting, row);
        patches.onShown(index -> describe());
        patches.setSpoken(this::spoken);
        clear();
    }

    /** What says how far it is. */
    public Waiting waiting() {
        return waiting;
    }

    /** What says how far the counting is. */
    public Waiting counting() {
        return counting;
    }

    /** Whether there is something to see. */
    public boolean filled() {
        return shown != null;
    }

    /** Nothing is computed any more. */
    public void clear() {
        shown = null;
        counted = null;
        Views.show(row, false);
        counts.show(List.of());
        countWords.setText("");
        counting.idle("");
    }

    /** Shows one picture's. */
    public void show(NearestTokens tokens) {
        shown = tokens;
        waiting.done();
        Views.show(row, true);
        boolean many = tokens.visualTokens() > 1;
        Views.show(map, many);
        if (many) {
            int n = tokens.grid() * tokens.grid();
            float[] cosines = new float[n];
            for (int i = 0; i < n; i++) {
                cosines[i] = (float) tokens.at(tokens.first() + i)[tokens.nearest(tokens.first() + i)];
            }
            Range range = new Range(-1, 1);
            patches.setPicture(null, tokens.grid());
            patches.setHeat(HeatMap.of(cosines, tokens.grid(), tokens.grid(), ColorMap.BLUE_ORANGE, range), 1);
            patches.setLabels(i -> TokenWords.sign(tokens.vocabulary().get(tokens.nearest(tokens.first() + i))));
            bar.show(ColorMap.BLUE_ORANGE, range);
        }
        caption.setText(LookWords.nearest(tokens));
        describe();
    }

    /** Shows the count over many pictures. */
    public void show(NearestCounts all) {
        counted = all;
        counting.done();
        long whole = (long) all.pictures() * all.visualTokens();
        countWords.setText(LookWords.counts(all));
        List<String> lines = new ArrayList<>();
        all.rows().stream().limit(COUNTED).forEach(each -> {
            lines.add(TokenWords.visible(each.token()));
            lines.add(String.format(
                    Locale.ROOT,
                    "%s (%.0f %%), cosine %s",
                    Numbers.count(each.count()),
                    100.0 * each.count() / whole,
                    Numbers.significant(each.cosine(), 2)));
        });
        counts.show(lines);
    }

    private static String visible(NearestTokens tokens, int token) {
        return TokenWords.visible(tokens.vocabulary().get(token));
    }

    private void describe() {
        NearestTokens tokens = shown;
        if (tokens == null) {
            return;
        }
        boolean many = tokens.visualTokens() > 1;
        int patch = patches.shown();
        int visual = many && patch >= 0 ? tokens.first() + patch : 0;
        where.setText(!many ? "The picture" : patch >= 0 ? "Patch " + patch : "CLS (point at a patch)");
        double[] row = tokens.at(visual);
        List<String> lines = new ArrayList<>();
        Arrays.stream(Probabilities.likeliest(row, BEST)).forEach(token -> {
            lines.add(visible(tokens, token));
            lines.add("cosine " + Numbers.significant(row[token], 3));
        });
        nearest.show(lines);
        patches.setSpoken(this::spoken);
    }

    private String spoken(int patch) {
        NearestTokens tokens = shown;
        if (tokens == null || patch < 0) {
            return "nearest characters by patch; arrow keys choose one";
        }
        int token = tokens.nearest(tokens.first() + patch);
        return "patch " + patch + ", nearest "
                + TokenWords.spoken(tokens.vocabulary().get(token)) + ", cosine "
                + Numbers.significant(tokens.at(tokens.first() + patch)[token], 3);
    }

    /** What is shown as numbers. */
    public List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        if (shown != null) {
            sheets.add(LookSheets.nearest(shown));
        }
        if (counted != null) {
            sheets.add(LookSheets.counts(counted));
        }
        return sheets;
    }

    PatchCanvas patches() {
        return patches;
    }

    Facts nearest() {
        return nearest;
    }

    Facts counts() {
        return counts;
    }
}
