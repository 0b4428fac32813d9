package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.TensorView;
import java.util.Arrays;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is computed from attention maps, against cases worked out by hand. */
class AttentionMeasuresTest {
    private static final Offset<Double> NEAR = within(1e-6);
    private static final HeadPlace FIRST = new HeadPlace(0, 0);

    private static TensorView uniform(int blocks, int heads, int tokens) {
        float[] all = new float[blocks * heads * tokens * tokens];
        Arrays.fill(all, 1f / tokens);
        return new TensorView(all, blocks, heads, tokens, tokens);
    }

    @ParameterizedTest
    @EnumSource(HeadFusion.class)
    void rolloutOfUniformAttentionIsUniform(HeadFusion fusion) {
        float[] shares = Rollout.of(uniform(3, 2, 5), 2, 1, fusion, false);
        for (float share : shares) {
            assertThat(share).isCloseTo(0.2f, within(1e-6f));
        }
        float[] kept = Rollout.of(uniform(3, 2, 5), 2, 1, fusion, true);
        assertThat(kept[0]).isCloseTo(0.175f, within(1e-6f)); // seven eighths are mixed, one is what it was
        assertThat(kept[1]).isCloseTo(0.3f, within(1e-6f));
    }

    @Test
    void rolloutIsTheProductOfTheBlocksWeights() {
        // Block 0: token 0 reads 1; token 1 reads 1. Block 1: token 0 reads 0 and 1 by halves.
        TensorView maps = new TensorView(new float[] {0, 1, 0, 1, 0.5f, 0.5f, 1, 0}, 2, 1, 2, 2);
        assertThat(Rollout.of(maps, 1, 0, HeadFusion.MEAN, false)).containsExactly(0, 1);
        // With the residual: (3/4, 1/4) of block 1 over rows (1/2, 1/2) and (0, 1) of block 0.
        assertThat(Rollout.of(maps, 1, 0, HeadFusion.MEAN, true)).containsExactly(0.375f, 0.625f);
        assertThat(Rollout.of(maps, 0, 0, HeadFusion.MEAN, true)).containsExactly(0.5f, 0.5f);
    }

    @Test
    void maximaAndMinimaOverHeadsAreScaledToOne() {
        TensorView maps = new TensorView(new float[] {0.9f, 0.1f, 0, 1, 0.3f, 0.7f, 0, 1}, 1, 2, 2, 2);
        assertThat(Rollout.fused(maps, 0, 0, HeadFusion.MEAN)).containsExactly(0.6f, 0.4f);
        assertThat(Rollout.fused(maps, 0, 0, HeadFusion.MAX)).containsExactly(0.9f, 0.7f);
        assertThat(Rollout.fused(maps, 0, 0, HeadFusion.MIN)).containsExactly(0.3f, 0.1f);
        assertThat(Rollout.of(maps, 0, 0, HeadFusion.MAX, false)[0]).isCloseTo(0.9f / 1.6f, within(1e-6f));
        assertThat(Rollout.of(maps, 0, 0, HeadFusion.MIN, false)[0]).isCloseTo(0.75f, within(1e-6f));
    }

    @Test
    void entropyAndDistanceOfHeadsWorkedOutByHand() {
        HeadMeasures spread = HeadMeasures.ofPicture(uniform(1, 1, 5), FIRST, 2);
        assertThat(spread.entropy()).isCloseTo(Math.log(5), NEAR);
        assertThat(spread.distance()).isCloseTo((0 + 1 + 1 + Math.sqrt(2)) / 4, NEAR);
        float[] itself = new float[25];
        for (int i = 0; i < 5; i++) {
            itself[i * 6] = 1;
        }
        HeadMeasures narrow = HeadMeasures.ofPicture(new TensorView(itself, 1, 1, 5, 5), FIRST, 2);
        assertThat(narrow.entropy()).isZero();
        assertThat(narrow.distance()).isZero();
        TensorView back = new TensorView(new float[] {1, 0, 0, 1, 0, 0, 0.5f, 0.5f, 0}, 1, 1, 3, 3);
        assertThat(HeadMeasures.ofText(back, FIRST, 1).distance()).isCloseTo((1 + 1.5) / 2, NEAR);
        assertThat(HeadMeasures.ofText(back, FIRST, 1).entropy()).isCloseTo(Math.log(2) / 2, NEAR);
    }

    @Test
    void theLargestWeightsThatHoldAShareStay() {
        float[] weights = {0.1f, 0.5f, Float.NaN, 0.3f, 0.1f};
        assertThat(Mass.keep(weights, 0.8)).containsExactly(Float.NaN, 0.5f, Float.NaN, 0.3f, Float.NaN);
        assertThat(Mass.count(Mass.keep(weights, 0.81))).isEqualTo(3);
        assertThat(Mass.count(Mass.keep(weights, 1))).isEqualTo(4);
        assertThat(Mass.count(Mass.keep(weights, 0))).isEqualTo(1);
        assertThat(Mass.count(Mass.keep(new float[] {0, 0, 0}, 0.5))).isEqualTo(3);
    }

    @Test
    void ranksAreComparedWhateverTheScale() {
        float[] a = {1, 2, 3, 4};
        assertThat(RankCorrelation.of(a, new float[] {10, 200, 3000, 40_000})).isCloseTo(1, NEAR);
        assertThat(RankCorrelation.of(a, new float[] {4, 3, 2, -1})).isCloseTo(-1, NEAR);
        // By hand with the formula for no ties: 1 - 6 * (1 + 1) / (4 * 15).
        assertThat(RankCorrelation.of(a, new float[] {2, 1, 3, 4})).isCloseTo(0.8, NEAR);
        // Ties share their mean rank: ranks 0.5 0.5 2 3 against 0 1 2 3.
        assertThat(RankCorrelation.of(new float[] {1, 1, 2, 3}, a)).isCloseTo(4.5 / Math.sqrt(4.5 * 5), NEAR);
        assertThat(RankCorrelation.of(a, new float[] {1, 1, 1, 1})).isNaN();
    }

    /** Two heads, of which the second row is [1, 0] and [1/2, 1/2]: worked out by hand. */
    @Test
    void headsOfATextAreMadeOne() {
        TensorView maps = new TensorView(new float[] {1, 0, 1, 0, 1, 0, 0.5f, 0.5f}, 1, 2, 2, 2);
        AttentionWeights heads = AttentionWeights.ofText(maps);
        HeadPlace block = new HeadPlace(0, 0);
        float none = Float.NaN; // the first token does not see the second
        assertThat(heads.fused(HeadFusion.MEAN, Set.of()).at(block)).containsExactly(1, none, 0.75f, 0.25f);
        assertThat(heads.fused(HeadFusion.MAX, Set.of()).at(block)).containsExactly(1, none, 1, 0.5f);
        assertThat(heads.fused(HeadFusion.MIN, Set.of()).at(block)).containsExactly(1, none, 0.5f, 0);
        assertThat(heads.fused(HeadFusion.MEAN, Set.of(0)).at(block)).containsExactly(1, none, 0.5f, 0.5f);
    }
}
