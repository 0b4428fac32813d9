package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Two maps side by side: their scale, their difference, and which patch of one lies where one of the other does. */
class MapPairTest {
    private static final float[] LEFT = {0.1f, 0.2f, 0.3f, 0.4f};
    private static final float[] RIGHT = {0.1f, 0.7f, 0.2f, 0};

    @Test
    void theDifferenceIsRightLessLeftOnAScaleAroundZero() {
        MapPair pair = MapPair.weights(LEFT, 2, RIGHT, 2);
        assertThat(pair.difference().orElseThrow()).containsExactly(0, 0.7f - 0.2f, 0.2f - 0.3f, -0.4f);
        assertThat(pair.reach()).isEqualTo(new Range(-(double) (0.7f - 0.2f), 0.7f - 0.2f));
        int[] colours = pair.differencePicture().orElseThrow().argb();
        assertThat(colours[0]).as("zero is in the middle").isEqualTo(ColorMap.BLUE_ORANGE.argb(0.5));
        assertThat(colours[1]).as("the largest at the end").isEqualTo(ColorMap.BLUE_ORANGE.argb(1));
        assertThat(colours[3]).isEqualTo(ColorMap.BLUE_ORANGE.argb(0.5 - 0.4 / 2 / (0.7f - 0.2f)));
    }

    @Test
    void bothMapsHaveOneScale() {
        assertThat(MapPair.weights(LEFT, 2, RIGHT, 2).range()).isEqualTo(new Range(0, 0.7f));
        assertThat(MapPair.lengths(LEFT, 2, new float[] {3}, 1).range()).isEqualTo(new Range(0.1f, 3));
        assertThat(MapPair.cosines(LEFT, 2, RIGHT, 2).range()).isEqualTo(new Range(-1, 1));
        MapPair pair = MapPair.weights(LEFT, 2, RIGHT, 2);
        assertThat(pair.leftPicture().argb()[0])
                .as("the same number has the same colour on both sides")
                .isEqualTo(pair.rightPicture().argb()[0])
                .isNotEqualTo(pair.leftPicture().argb()[3]);
    }

    @Test
    void mapsOfOtherGridsHaveNoDifferenceAndItIsSaid() {
        MapPair pair = MapPair.weights(LEFT, 2, new float[9], 3);
        assertThat(pair.difference()).isEmpty();
        assertThat(pair.differencePicture()).isEmpty();
        assertThat(PairWords.difference("a", "b", pair))
                .isEqualTo("There is no difference map: the left picture is cut into 2 × 2 patches, the right one into"
                        + " 3 × 3.");
    }

    @Test
    void whatIsSubtractedAndHowItIsScaledIsSaid() {
        assertThat(PairWords.difference("first, step 10", "first, step 50", MapPair.weights(LEFT, 2, RIGHT, 2)))
                .isEqualTo(
                        "Right − left: “first, step 50” less “first, step 10”, patch by patch. Scale around zero, ±0.500,"
                                + " the largest difference; blue: less on the right, orange: more.");
        assertThat(PairWords.difference("a", "b", MapPair.weights(LEFT, 2, LEFT, 2)))
                .endsWith("They are equal everywhere.");
        assertThat(MapPair.weights(LEFT, 2, LEFT, 2).reach()).isEqualTo(new Range(-1, 1));
        assertThat(PairWords.maps("Block 0", MapPair.weights(LEFT, 2, RIGHT, 2)))
                .isEqualTo("Block 0; left and right share one scale.");
        assertThat(PairWords.signed(-0.5, "0.5") + PairWords.signed(2, "2") + PairWords.signed(0, "0"))
                .isEqualTo("−0.5+20");
    }

    @Test
    void aPatchIsFoundWhereItsMiddleLies() {
        MapPair pair = MapPair.weights(new float[36], 6, new float[16], 4);
        assertThat(pair.across(0, true)).isZero();
        assertThat(pair.across(35, true)).isEqualTo(15);
        assertThat(pair.across(2 * 6 + 3, true))
                .as("middle at (2.5, 3.5) of 6: (1, 2) of 4")
                .isEqualTo(1 * 4 + 2);
        assertThat(pair.across(1 * 4 + 2, false))
                .as("middle at (1.5, 2.5) of 4: (2, 3) of 6")
                .isEqualTo(2 * 6 + 3);
        assertThat(pair.across(-1, true)).isEqualTo(-1);
    }

    @Test
    void mapsThatFillNoGridAreRefused() {
        assertThatThrownBy(() -> MapPair.weights(LEFT, 3, RIGHT, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
