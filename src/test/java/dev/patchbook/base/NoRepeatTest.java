package dev.patchbook.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoRepeatTest {
    @Test
    void refusesWhatWouldWriteAStretchAgain() {
        List<Integer> text = List.of(1, 2, 3, 1, 2, 4, 1, 2);
        assertThat(NoRepeat.refused(text, 3)).containsExactlyInAnyOrder(3, 4);
        assertThat(NoRepeat.refused(text, 2)).containsExactlyInAnyOrder(3, 4);
        assertThat(NoRepeat.refused(text, 1)).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(NoRepeat.refused(text, 4)).isEmpty();
        assertThat(NoRepeat.refused(text, 0)).isEmpty();
        assertThat(NoRepeat.refused(List.of(), 1)).isEmpty();
        assertThat(NoRepeat.refused(List.of(5), 3)).isEmpty();
        assertThat(NoRepeat.refused(List.of(5, 5), 2)).containsExactly(5);
    }

    @Test
    void masksThemUnlessNothingWouldBeLeft() {
        float[] logits = {1, 2, 3};
        assertThat(NoRepeat.masked(logits, Set.of(2))).containsExactly(1, 2, Float.NEGATIVE_INFINITY);
        assertThat(NoRepeat.masked(logits, Set.of())).isSameAs(logits);
        assertThat(NoRepeat.masked(logits, Set.of(0, 1, 2))).isSameAs(logits);
        assertThat(logits).containsExactly(1, 2, 3);
    }
}
