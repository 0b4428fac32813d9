package dev.patchbook.data.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.data.samples.ContentWords.Score;
import org.junit.jupiter.api.Test;

class ContentWordsTest {
    private static final String TWO = "a small red circle left of a large blue square";

    @Test
    void wordsStandByTheirPlace() {
        assertThat(ContentWords.of(TWO))
                .containsExactly("small", "red", "circle", "left of", "large", "blue", "square");
        assertThat(ContentWords.of("a large pink triangle")).containsExactly("large", "pink", "triangle");
    }

    @Test
    void aGarbledWordLeavesItsPlaceEmptyAndMovesNoOther() {
        assertThat(ContentWords.of("a smal red circle above a large blu square"))
                .containsExactly("", "red", "circle", "above", "large", "", "square");
        assertThat(ContentWords.of("")).containsExactly("", "", "");
    }

    @Test
    void rightWordsAreCountedPlaceByPlace() {
        assertThat(ContentWords.score(TWO, TWO)).isEqualTo(new Score(7, 7));
        assertThat(ContentWords.score(TWO, "a small blue circle right of a large blue square"))
                .isEqualTo(new Score(5, 7));
        assertThat(ContentWords.score(TWO, "a small red circle")).isEqualTo(new Score(3, 7));
        assertThat(ContentWords.score("a small red triangle", TWO)).isEqualTo(new Score(2, 3));
        assertThat(ContentWords.score("no words here", TWO)).isEqualTo(Score.NONE);
    }

    @Test
    void scoresAddUp() {
        assertThat(new Score(1, 2).plus(new Score(2, 2)).share()).isEqualTo(0.75);
        assertThat(Score.NONE.share()).isZero();
    }
}
