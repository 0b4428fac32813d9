package dev.patchbook.chart;

import dev.patchbook.base.TensorView;

/**
 * Attention followed through the blocks: from which tokens of the first block's input a token's content comes, were each block
 * to do nothing but mix by its weights (Abnar and Zuidema, 2020). Maps are [blocks, heads, tokens, tokens], rows queries.
 */
public final class Rollout {
    private Rollout() {}

    /** One query's weights in one block, its heads made one; whatever they sum to. */
    public static float[] fused(TensorView maps, int block, int query, HeadFusion fusion) {
        int heads = maps.shape()[1];
        int tokens = maps.shape()[2];
        float[] row = new float[tokens];
        for (int key = 0; key < tokens; key++) {
            double sum = fusion.start();
            for (int head = 0; head < heads; head++) {
                int at = ((block * heads + head) * tokens + query) * tokens + key;
                sum = fusion.with(sum, maps.data()[at], heads);
            }
            row[key] = (float) sum;
        }
        return row;
    }

    /**
     * Where the content of a token comes from after a block: a share for each token, together one.
     *
     * @param block the last block followed, from 0
     * @param query the token
     * @param residual whether half of each token is what it was before the block, as the paper takes it; else the weights alone
     */
    public static float[] of(TensorView maps, int block, int query, HeadFusion fusion, boolean residual) {
        int tokens = maps.shape()[2];
        double[] share = new double[tokens];
        share[query] = 1;
        for (int at = block; at >= 0; at--) {
            double[] before = new double[tokens];
            for (int token = 0; token < tokens; token++) {
                if (share[token] > 0) {
                    spread(scaled(fused(maps, at, token, fusion)), token, share[token], residual, before);
                }
            }
            share = before;
        }
        float[] shares = new float[tokens];
        for (int i = 0; i < tokens; i++) {
            shares[i] = (float) share[i];
        }
        return shares;
    }

    private static void spread(double[] row, int token, double share, boolean residual, double[] to) {
        double mixed = residual ? 0.5 : 1;
        for (int key = 0; key < row.length; key++) {
            to[key] += share * mixed * row[key];
        }
        to[token] += share * (1 - mixed);
    }

    /** The row, summing to one: maxima and minima over heads do not by themselves. */
    private static double[] scaled(float[] row) {
        double sum = 0;
        for (float weight : row) {
            sum += weight;
        }
        double[] scaled = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            scaled[i] = sum > 0 ? row[i] / sum : 1.0 / row.length;
        }
        return scaled;
    }
}
