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
import dev.patchbook.chart.TextChoice;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.export.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
    private final TokenLines lines = new TokenLines();
    private final TextControls controls = new TextControls();
    private @Nullable AttentionView view;
    private @Nullable AttentionWeights heads;
    private @Nullable AttentionWeights weights; // what is drawn large: the heads', or each block's made one
    private TextChoice choice = TextChoice.DEFAULT;
    private HeadPlace place = new HeadPlace(0, 0);
    private HeadPlace asked = place;

    TextAttention(AttentionMapView.PlaceListener listener) {
        super(24, 16, false);
        for (Label label : List.of(readout, caption, note)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setPrefWidth(200); // words take the room there is and ask for none
            label.setMaxWidth(Double.MAX_VALUE);
        }
        note.setMaxWidth(200);
        limits.setText(AttentionWords.TEXT_LIMITS);
        HBox map = new HBox(8, large, bar);
        bar.setMaxHeight(160);
        HBox.setHgrow(large, Priority.ALWAYS);
        VBox middle = new VBox(8, map, lines, readout, caption, limits);
        middle.setMinWidth(0);
        getChildren().addAll(new VBox(12, matrix, controls), middle, new VBox(12, patches, note, facts));
        controls.onChange(this::choose);
        lines.onQuery(token -> large.choose(token, Math.min(token, Math.max(0, large.key()))));
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
        boolean other = shown != view;
        if (other) {
            view = shown;
            AttentionWeights fresh = AttentionWeights.ofText(shown.text());
            heads = fresh;
            place = fresh.nearest(layer, head);
            Views.show(patches, shown.visualTokens() > 1);
            patches.setPicture(Views.image(HeatMap.grey(shown.resized())), shown.grid());
            lines.show(shown.tokens(), shown.visualTokens());
            choose(choice);
        }
        AttentionWeights all = heads;
        if (all != null) {
            place = all.nearest(layer, head);
            drawLarge();
        }
        if (other) {
            int last = shown.tokens().size() - 1;
            large.choose(last, Math.max(0, last - 1));
        }
    }

    private void choose(TextChoice other) {
        AttentionWeights all = heads;
        if (all == null) {
            return;
        }
        choice = other.among(all.heads());
        weights = choice.fused() ? all.fused(choice.kind().fusion(), choice.without()) : all;
        controls.show(choice, all.heads());
        matrix.setMaps(all.pictures(choice.shared()), all.layers(), all.heads());
        matrix.leave(choice.fused() ? choice.without() : Set.of());
        drawLarge();
    }

    /** The place among the maps that are drawn large. */
    private HeadPlace drawn() {
        return choice.fused() ? new HeadPlace(place.layer(), 0) : place;
    }

    private int headCount() {
        return heads == null ? 1 : heads.heads();
    }

    private String largest(HeadPlace of) {
        return heads == null
                ? ""
                : "largest weight " + Numbers.weight(heads.range(of, false).max());
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
        Range range = w.range(drawn(), choice.shared());
        Picture map = HeatMap.of(w.at(drawn()), w.rows(), w.columns(), ColorMap.INFERNO, range);
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
        float[] map = w.at(drawn());
        List<List<Object>> rows = new ArrayList<>();
        for (int query = 0; query < w.rows(); query++) {
            for (int key = 0; key <= Math.max(query, v.visualTokens() - 1); key++) {
                rows.add(List.of(
                        (long) query,
                        TokenWords.spoken(v.tokens().get(query)),
                        (long) key,
                        TokenWords.spoken(v.tokens().get(key)),
                        (double) map[query * w.columns() + key]));
            }
        }
        List<String> head = List.of("query", "reads as", "key", "is", "weight");
        return List.of(
                new Sheet("map", AttentionWords.shortly(place, choice, headCount()), head, rows),
                HeadTable.ofText(v.text(), v.visualTokens()).sheet());
    }

    AttentionMatrix matrix() {
        return matrix;
    }

    TokenLines lines() {
        return lines;
    }

    TextControls controls() {
        return controls;
    }

    Facts facts() {
        return facts;
    }

    Label caption() {
        return caption;
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
        AttentionWeights all = heads;
        AttentionView v = view;
        if (w == null || all == null || v == null) {
            return;
        }
        matrix.mark(place);
        Range range = w.range(drawn(), choice.shared());
        Picture picture = HeatMap.of(w.at(drawn()), w.rows(), w.columns(), ColorMap.INFERNO, range);
        large.show(v.tokens(), v.visualTokens(), picture);
        bar.show(ColorMap.INFERNO, range);
        caption.setText(all.missing(asked) + AttentionWords.text(place, choice, all.heads()));
        describe();
    }

    private void describe() {
        AttentionWeights w = weights;
        AttentionView v = view;
        int query = large.query();
        if (w == null || v == null || query < 0 || query >= w.rows()) {
            return;
        }
        float[] row = Arrays.copyOfRange(w.at(drawn()), query * w.columns(), (query + 1) * w.columns());
        int key = Math.max(0, large.key());
        readout.setText(sentence(v, row, query, key));
        large.setSpoken(readout.getText());
        Range range = w.range(drawn(), choice.shared());
        lines.row(query, row, range.max());
        double picture = 0;
        for (int i = 0; i < v.visualTokens(); i++) {
            picture += Float.isFinite(row[i]) ? row[i] : 0;
        }
        facts.show(List.of(
                "on the picture", Numbers.weight(picture),
                "on the text", Numbers.weight(AttentionWeights.sum(row) - picture),
                "sum of the row", Numbers.weight(AttentionWeights.sum(row)),
                "entropy", Numbers.significant(AttentionWeights.entropy(row), 3) + " nats"));
        showPatches(v, row, query, range);
    }

    private void showPatches(AttentionView v, float[] row, int query, Range all) {
        int n = v.grid() * v.grid();
        if (v.visualTokens() < 1 + n) {
            note.setText(AttentionWords.ONE_TOKEN);
            return;
        }
        float[] onPatches = Arrays.copyOfRange(row, v.visualTokens() - n, v.visualTokens());
        Range range = choice.shared()
                ? all
                : new Range(0, Math.max(1e-9, Range.of(onPatches).max()));
        patches.setHeat(HeatMap.of(onPatches, v.grid(), v.grid(), ColorMap.INFERNO, range), 0.7);
        patches.setSpoken(index -> index < 0
                ? "patches that " + name(v, query) + " reads; arrow keys choose one"
                : "patch " + index + ", row " + index / v.grid() + ", column " + index % v.grid() + ", weight "
                        + Numbers.weight(onPatches[index]));
        note.setText("Patches that " + name(v, query) + " reads, from 0 to " + Numbers.weight(range.max())
                + (choice.shared() ? ", the scale shared by all maps of this kind." : "."));
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
