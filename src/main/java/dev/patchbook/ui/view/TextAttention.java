package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.AttentionWeights;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.HeatMapSvg;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.export.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What each character looks at: every block and head small, one large with its tokens. Where the decoder sees every patch,
 * the patches that the chosen character reads are shown over the picture; where it sees one token, that is said.
 */
final class TextAttention extends WrapRow {
    private static final double SIDE = 168;

    private final AttentionMatrix matrix = new AttentionMatrix();
    private final TokenMatrix large = new TokenMatrix();
    private final ColorBar bar = new ColorBar(160);
    private final Label readout = Views.label("", "view-text");
    private final Label caption = Views.label("", "view-muted");
    private final Limits limits = new Limits();
    private final PatchCanvas patches = new PatchCanvas(SIDE);
    private final Label note = Views.label("", "view-muted");
    private final Facts facts = new Facts();
    private @Nullable AttentionView view;
    private @Nullable AttentionWeights weights;
    private HeadPlace place = new HeadPlace(0, 0);
    private HeadPlace asked = place;

    TextAttention(AttentionMapView.PlaceListener listener) {
        super(24, 16, false);
        for (Label label : List.of(readout, caption, note)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        note.setMaxWidth(200);
        note.setPrefWidth(200);
        limits.setText(AttentionWords.TEXT_LIMITS);
        HBox map = new HBox(8, large, bar);
        bar.setMaxHeight(160);
        HBox.setHgrow(large, Priority.ALWAYS);
        getChildren().addAll(matrix, new VBox(8, map, readout, caption, limits), new VBox(12, patches, note, facts));
        matrix.setSpoken(this::largest);
        matrix.onChosen(chosen -> {
            place = chosen;
            asked = chosen;
            drawLarge();
            listener.chosen(chosen.layer(), chosen.head());
        });
        large.onShown((query, key) -> describe());
    }

    void show(AttentionView shown, int layer, int head) {
        asked = new HeadPlace(layer, head);
        if (shown != view) {
            view = shown;
            AttentionWeights all = AttentionWeights.ofText(shown.text());
            weights = all;
            boolean many = shown.visualTokens() > 1;
            Views.show(patches, many);
            patches.setPicture(Views.image(HeatMap.grey(shown.resized())), shown.grid());
            matrix.setMaps(all.pictures(false), all.layers(), all.heads());
            int last = shown.tokens().size() - 1;
            place = all.nearest(layer, head);
            drawLarge();
            large.choose(last, Math.max(0, last - 1));
        } else if (weights != null) {
            place = weights.nearest(layer, head);
            drawLarge();
        }
    }

    private String largest(HeadPlace of) {
        return weights == null
                ? ""
                : "largest weight " + Numbers.weight(weights.range(of, false).max());
    }

    /** The large map as SVG. */
    String svg() {
        AttentionWeights w = weights;
        AttentionView v = view;
        if (w == null || v == null) {
            return "";
        }
        List<String> names = IntStream.range(0, v.tokens().size())
                .mapToObj(i -> TokenMatrix.shortName(v.tokens(), v.visualTokens(), i))
                .toList();
        Range range = w.range(place, false);
        Picture map = HeatMap.of(w.at(place), w.rows(), w.columns(), ColorMap.INFERNO, range);
        double size = Math.max(256, 14.0 * names.size());
        return HeatMapSvg.draw(map, names, ColorMap.INFERNO, range, size, caption.getText());
    }

    /** The large map and what each head measures, as tables. */
    List<Sheet> sheets() {
        AttentionWeights w = weights;
        AttentionView v = view;
        if (w == null || v == null) {
            return List.of();
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int query = 0; query < w.rows(); query++) {
            for (int key = 0; key <= Math.max(query, v.visualTokens() - 1); key++) {
                rows.add(List.of(
                        (long) query,
                        TokenWords.spoken(v.tokens().get(query)),
                        (long) key,
                        TokenWords.spoken(v.tokens().get(key)),
                        (double) w.at(place)[query * w.columns() + key]));
            }
        }
        List<String> head = List.of("query", "reads as", "key", "is", "weight");
        return List.of(
                new Sheet("map", "Map shown: block " + place.layer() + ", head " + place.head() + ", text", head, rows),
                HeadTable.ofText(v.text(), v.visualTokens()).sheet());
    }

    AttentionMatrix matrix() {
        return matrix;
    }

    TokenMatrix large() {
        return large;
    }

    Label readout() {
        return readout;
    }

    Label note() {
        return note;
    }

    private void drawLarge() {
        AttentionWeights w = weights;
        AttentionView v = view;
        if (w == null || v == null) {
            return;
        }
        matrix.mark(place);
        Range range = w.range(place, false);
        Picture picture = HeatMap.of(w.at(place), w.rows(), w.columns(), ColorMap.INFERNO, range);
        large.show(v.tokens(), v.visualTokens(), picture);
        bar.show(ColorMap.INFERNO, range);
        caption.setText(w.missing(asked) + AttentionWords.text(place));
        describe();
    }

    private void describe() {
        AttentionWeights w = weights;
        AttentionView v = view;
        int query = large.query();
        if (w == null || v == null || query < 0 || query >= w.rows()) {
            return;
        }
        float[] row = Arrays.copyOfRange(w.at(place), query * w.columns(), (query + 1) * w.columns());
        int key = Math.max(0, large.key());
        readout.setText(sentence(v, row, query, key));
        large.setSpoken(readout.getText());
        double picture = 0;
        for (int i = 0; i < v.visualTokens(); i++) {
            picture += Float.isFinite(row[i]) ? row[i] : 0;
        }
        facts.show(List.of(
                "on the picture", Numbers.weight(picture),
                "on the text", Numbers.weight(Math.max(0, 1 - picture)),
                "entropy", Numbers.significant(AttentionWeights.entropy(row), 3) + " nats"));
        showPatches(v, row, query);
    }

    private void showPatches(AttentionView v, float[] row, int query) {
        int n = v.grid() * v.grid();
        if (v.visualTokens() < 1 + n) {
            note.setText(AttentionWords.ONE_TOKEN);
            return;
        }
        float[] onPatches = Arrays.copyOfRange(row, v.visualTokens() - n, v.visualTokens());
        Range range = new Range(0, Math.max(1e-9, Range.of(onPatches).max()));
        patches.setHeat(HeatMap.of(onPatches, v.grid(), v.grid(), ColorMap.INFERNO, range), 0.7);
        patches.setSpoken(index -> index < 0
                ? "patches that " + name(v, query) + " reads; arrow keys choose one"
                : "patch " + index + ", row " + index / v.grid() + ", column " + index % v.grid() + ", weight "
                        + Numbers.weight(onPatches[index]));
        note.setText("Patches that " + name(v, query) + " reads, from 0 to " + Numbers.weight(range.max()) + ".");
    }

    private static String sentence(AttentionView v, float[] row, int query, int key) {
        if (key >= row.length || !Float.isFinite(row[key])) {
            return name(v, query) + " cannot see " + name(v, key) + ": it comes later.";
        }
        return name(v, query) + " reads " + name(v, key) + ": " + Numbers.weight(row[key]);
    }

    private static String name(AttentionView v, int index) {
        String token = v.tokens().get(index);
        if (index < v.visualTokens()) {
            return v.visualTokens() == 1 ? "the picture" : token;
        }
        String visible = TokenWords.visible(token);
        return (token.length() > 1 ? visible : "“" + visible + "”") + " at " + (index - v.visualTokens());
    }
}
