package dev.patchbook.export;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.chart.AttentionWeights;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.MapPair;
import dev.patchbook.chart.PairWords;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.VisionChoice;
import dev.patchbook.engine.SideView;
import dev.patchbook.session.CellOutput.CompareOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a compare cell shows of its two sides, by its settings.
 *
 * @param output the two sides
 * @param view {@code attention}, {@code norm}, {@code position} or {@code caption}
 * @param asked block and head
 * @param choice what is made of a block's heads, and the token that looks; a patch is one of the left side's
 */
public record PairMaps(CompareOutput output, String view, HeadPlace asked, VisionChoice choice) {
    /** The kind of map a setting names. */
    public static VisionChoice.Kind kind(String method) {
        return Arrays.stream(VisionChoice.Kind.values())
                .filter(kind -> word(kind).equals(method))
                .findFirst()
                .orElse(VisionChoice.Kind.HEAD);
    }

    /** The word of a setting for a kind of map. */
    public static String word(VisionChoice.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private SideView left() {
        return output.left().view();
    }

    private SideView right() {
        return output.right().view();
    }

    /** The nearest block and head that both sides have. */
    public HeadPlace place() {
        return new HeadPlace(
                Math.max(0, Math.min(blocks() - 1, asked.layer())), Math.max(0, Math.min(heads() - 1, asked.head())));
    }

    private int blocks() {
        return Math.min(left().vision().shape()[0], right().vision().shape()[0]);
    }

    private int heads() {
        return Math.min(left().vision().shape()[1], right().vision().shape()[1]);
    }

    /** The two maps of the view; the attention's where it has none of its own. */
    public MapPair maps() {
        int one = left().grid();
        int other = right().grid();
        return switch (view) {
            case "norm" ->
                MapPair.lengths(left().norms().data(), one, right().norms().data(), other);
            case "position" ->
                MapPair.cosines(
                        cosines(left().positions(), choice.query()),
                        one,
                        cosines(right().positions(), across()),
                        other);
            default ->
                MapPair.weights(weights(left(), choice), one, weights(right(), choice.withQuery(across())), other);
        };
    }

    /** The right side's token where the left side's stands. */
    private int across() {
        int query = choice.query();
        return query == 0 ? 0 : 1 + MapPair.across(query - 1, left().grid(), right().grid());
    }

    private float[] weights(SideView side, VisionChoice of) {
        AttentionWeights all = AttentionWeights.of(side.vision(), side.grid(), of);
        HeadPlace at = place();
        return all.at(of.kind() == VisionChoice.Kind.HEAD ? at : new HeadPlace(at.layer(), 0));
    }

    private static float[] cosines(TensorView positions, int token) {
        int tokens = positions.shape()[1];
        return Arrays.copyOfRange(positions.data(), token * tokens + 1, (token + 1) * tokens);
    }

    /** Right less left of every block and head that both have, small, on one scale; the left's where there is no difference. */
    public Tiles tiles() {
        AttentionWeights one = AttentionWeights.ofQuery(left().vision(), left().grid(), choice.query());
        AttentionWeights other = AttentionWeights.ofQuery(right().vision(), right().grid(), across());
        boolean differ = left().grid() == right().grid();
        List<float[]> all = new ArrayList<>();
        float most = 0;
        for (int i = 0; i < blocks() * heads(); i++) {
            HeadPlace at = new HeadPlace(i / heads(), i % heads());
            float[] map = differ
                    ? MapPair.weights(one.at(at), left().grid(), other.at(at), left().grid())
                            .difference()
                            .orElseThrow()
                    : one.at(at);
            all.add(map);
            for (float value : map) {
                most = Math.max(most, Math.abs(value));
            }
        }
        double end = most > 0 ? most : 1;
        Range range = new Range(differ ? -end : 0, end);
        ColorMap colors = differ ? ColorMap.BLUE_ORANGE : ColorMap.INFERNO;
        int grid = left().grid();
        List<Picture> pictures = all.stream()
                .map(map -> HeatMap.of(map, grid, grid, colors, range))
                .toList();
        return new Tiles(pictures, all, blocks(), heads(), differ, most);
    }

    /**
     * Every head small.
     *
     * @param pictures a map each, block by block
     * @param maps their numbers
     * @param blocks how many blocks
     * @param heads heads of a block
     * @param differ whether they are differences
     * @param most the largest number, whatever its sign
     */
    public record Tiles(
            List<Picture> pictures, List<float[]> maps, int blocks, int heads, boolean differ, double most) {
        /** The largest number of one head, whatever its sign. */
        public double most(HeadPlace place) {
            double largest = 0;
            for (float value : maps.get(place.layer() * heads + place.head())) {
                largest = Math.max(largest, Math.abs(value));
            }
            return largest;
        }
    }

    /** What both maps are. */
    public String method() {
        return switch (view) {
            case "norm" -> PairWords.norms();
            case "position" -> PairWords.positions(choice.query());
            default -> missing() + AttentionWords.method(place(), choice);
        };
    }

    private String missing() {
        return asked.equals(place())
                ? ""
                : "There is no block " + asked.layer() + ", head " + asked.head() + " on both sides: they share "
                        + blocks() + " blocks of " + heads() + " heads. ";
    }

    /** A side in words: what it is, and the picture where the two differ in it. */
    public String name(CompareOutput.Side side) {
        boolean pictures = !output.left().image().equals(output.right().image());
        return side.name() + (pictures ? ", " + side.image() : "");
    }

    /** What the difference is of. */
    public String difference() {
        return PairWords.difference(name(output.left()), name(output.right()), maps());
    }

    /** The maps of the view as a table. */
    public Sheet sheet() {
        MapPair pair = maps();
        return PairSheets.map("compare-" + view, method(), pair);
    }
}
