package dev.patchbook.chart;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One part of every attention map of a model, block by block, with the range that colours it.
 *
 * @param maps weights of each map, row by row
 * @param rows rows of a map
 * @param columns columns of a map
 * @param layers blocks
 * @param heads heads of a block
 */
public record AttentionWeights(List<float[]> maps, int rows, int columns, int layers, int heads) {

    /** What CLS gives to each patch, [grid, grid], of maps [blocks, heads, tokens, tokens]. */
    public static AttentionWeights ofClass(TensorView vision, int grid) {
        return ofQuery(vision, grid, 0);
    }

    /** What a token gives to each patch, [grid, grid], of maps [blocks, heads, tokens, tokens]. */
    public static AttentionWeights ofQuery(TensorView vision, int grid, int query) {
        int tokens = vision.shape()[2];
        return each(vision, grid, grid, offset -> {
            int row = offset + query * tokens;
            return Arrays.copyOfRange(vision.data(), row + 1, row + tokens);
        });
    }

    /** What is chosen of a vision encoder's maps: one map a head, or one a block where heads are made one. */
    public static AttentionWeights of(TensorView vision, int grid, VisionChoice choice) {
        if (choice.kind() == VisionChoice.Kind.HEAD) {
            return ofQuery(vision, grid, choice.query());
        }
        List<float[]> maps = new ArrayList<>();
        for (int block = 0; block < vision.shape()[0]; block++) {
            float[] row = choice.kind() == VisionChoice.Kind.ROLLOUT
                    ? Rollout.of(vision, block, choice.query(), HeadFusion.MEAN, choice.residual())
                    : Rollout.fused(vision, block, choice.query(), choice.kind().fusion());
            maps.add(Arrays.copyOfRange(row, 1, row.length));
        }
        return new AttentionWeights(maps, grid, grid, maps.size(), 1);
    }

    /** All weights of maps [blocks, heads, tokens, tokens]; what a query may not see is not a number. */
    public static AttentionWeights ofText(TensorView text) {
        int tokens = text.shape()[2];
        return each(text, tokens, tokens, offset -> {
            float[] map = Arrays.copyOfRange(text.data(), offset, offset + tokens * tokens);
            for (int row = 0; row < tokens; row++) {
                for (int column = row + 1; column < tokens; column++) {
                    int i = row * tokens + column;
                    map[i] = map[i] == 0 ? Float.NaN : map[i];
                }
            }
            return map;
        });
    }

    /** One map a block, the weights of its heads made one, some left out; what is not a number stays none. */
    public AttentionWeights fused(HeadFusion fusion, Set<Integer> without) {
        List<float[]> fused = new ArrayList<>();
        int in = heads - without.size();
        for (int block = 0; block < layers; block++) {
            float[] map = new float[rows * columns];
            for (int i = 0; i < map.length; i++) {
                double sum = fusion.start();
                for (int head = 0; head < heads; head++) {
                    sum = without.contains(head) ? sum : fusion.with(sum, at(new HeadPlace(block, head))[i], in);
                }
                map[i] = (float) sum;
            }
            fused.add(map);
        }
        return new AttentionWeights(fused, rows, columns, layers, 1);
    }

    /** What the query chosen gives to CLS: what is wanting in its map over the patches. */
    public static double onClass(TensorView vision, HeadPlace place, VisionChoice choice) {
        return switch (choice.kind()) {
            case HEAD -> vision.at(place.layer(), place.head(), choice.query(), 0);
            case ROLLOUT -> Rollout.of(vision, place.layer(), choice.query(), HeadFusion.MEAN, choice.residual())[0];
            default ->
                Rollout.fused(
                        vision, place.layer(), choice.query(), choice.kind().fusion())[0];
        };
    }

    /** The sum of the finite weights. */
    public static double sum(float... weights) {
        double sum = 0;
        for (float w : weights) {
            sum += Float.isFinite(w) ? w : 0;
        }
        return sum;
    }

    private static AttentionWeights each(TensorView all, int rows, int columns, Function<Integer, float[]> part) {
        int layers = all.shape()[0];
        int heads = all.shape()[1];
        int size = all.shape()[2] * all.shape()[3];
        List<float[]> maps = new ArrayList<>();
        for (int i = 0; i < layers * heads; i++) {
            maps.add(part.apply(i * size));
        }
        return new AttentionWeights(maps, rows, columns, layers, heads);
    }

    /** The map at a place. */
    public float[] at(HeadPlace place) {
        return maps.get(place.layer() * heads + place.head());
    }

    /** The nearest place there is. */
    public HeadPlace nearest(int layer, int head) {
        return new HeadPlace(Math.max(0, Math.min(layers - 1, layer)), Math.max(0, Math.min(heads - 1, head)));
    }

    /** Says that a place asked for is not there; empty where it is. */
    public String missing(HeadPlace asked) {
        boolean there = asked.equals(nearest(asked.layer(), asked.head()));
        return there
                ? ""
                : "There is no block " + asked.layer() + ", head " + asked.head() + ": the model has " + layers
                        + " blocks of " + heads + " heads. ";
    }

    /**
     * From zero to the largest weight: of one map, or of all. Rows that see a single token do not count: their weight is
     * always one and would hide all others.
     */
    public Range range(HeadPlace place, boolean shared) {
        double most = 0;
        for (float[] map : shared ? maps : List.of(at(place))) {
            for (int row = 0; row < rows; row++) {
                most = Math.max(most, most(map, row * columns, (row + 1) * columns));
            }
        }
        return new Range(0, most > 0 ? most : 1);
    }

    private static double most(float[] map, int from, int to) {
        int seen = 0;
        double most = 0;
        for (int i = from; i < to; i++) {
            if (Float.isFinite(map[i])) {
                seen++;
                most = Math.max(most, map[i]);
            }
        }
        return seen > 1 ? most : 0;
    }

    /** Every map as a picture, each in its own range or all in one. */
    public List<Picture> pictures(boolean shared) {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            Range range = range(new HeadPlace(i / heads, i % heads), shared);
            pictures.add(HeatMap.of(maps.get(i), rows, columns, ColorMap.INFERNO, range));
        }
        return pictures;
    }

    /** Entropy of the finite weights of a distribution, in nats, scaled to sum to one. */
    public static double entropy(float[] weights) {
        double sum = sum(weights);
        double entropy = 0;
        for (float w : weights) {
            double p = w / sum;
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        return entropy;
    }
}
