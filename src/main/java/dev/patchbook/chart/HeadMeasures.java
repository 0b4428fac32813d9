package dev.patchbook.chart;

import dev.patchbook.base.TensorView;

/**
 * What a head does, in numbers; maps are [blocks, heads, tokens, tokens], rows queries that sum to one.
 *
 * @param entropy mean over its queries of the entropy of their weights, nats: 0 where each looks at one token alone
 * @param distance mean over its queries of how far what they look at is away: patches for a picture (Dosovitskiy et al., 2020,
 *     figure 11), tokens for a text
 */
public record HeadMeasures(double entropy, double distance) {
    /** Of a head that looks at a picture of so many patches a side; CLS, which stands nowhere, counts for the entropy alone. */
    public static HeadMeasures ofPicture(TensorView maps, HeadPlace place, int grid) {
        int tokens = maps.shape()[2];
        double entropy = 0;
        double distance = 0;
        for (int query = 0; query < tokens; query++) {
            entropy += entropy(maps, place, query) / tokens;
            if (query > 0) {
                double far = 0;
                double seen = 0;
                for (int key = 1; key < tokens; key++) {
                    double weight = weight(maps, place, query, key);
                    seen += weight;
                    far += weight * apart(query - 1, key - 1, grid);
                }
                distance += seen > 0 ? far / seen / (tokens - 1) : 0;
            }
        }
        return new HeadMeasures(entropy, distance);
    }

    /** Of a head that looks back along a text; queries are those from an index on, keys all. */
    public static HeadMeasures ofText(TensorView maps, HeadPlace place, int from) {
        int tokens = maps.shape()[2];
        int queries = Math.max(1, tokens - from);
        double entropy = 0;
        double distance = 0;
        for (int query = Math.min(from, tokens - 1); query < tokens; query++) {
            entropy += entropy(maps, place, query) / queries;
            for (int key = 0; key < tokens; key++) {
                distance += weight(maps, place, query, key) * Math.abs(query - key) / queries;
            }
        }
        return new HeadMeasures(entropy, distance);
    }

    private static double entropy(TensorView maps, HeadPlace place, int query) {
        double entropy = 0;
        for (int key = 0; key < maps.shape()[3]; key++) {
            double weight = weight(maps, place, query, key);
            entropy -= weight > 0 ? weight * Math.log(weight) : 0;
        }
        return entropy;
    }

    private static double weight(TensorView maps, HeadPlace place, int query, int key) {
        int tokens = maps.shape()[2];
        int map = place.layer() * maps.shape()[1] + place.head();
        return maps.data()[(map * tokens + query) * tokens + key];
    }

    private static double apart(int a, int b, int grid) {
        return Math.hypot(a / grid - b / grid, a % grid - b % grid);
    }
}
