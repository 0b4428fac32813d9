package dev.patchbook.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that tell pictures apart. */
class CaptionWordsTest {
    @Test
    void wordsThatAllCaptionsHaveTellNothing() {
        List<String> captions =
                List.of("a red circle", "a red square.", "A blue circle", "a green circle", "a red ring");
        assertThat(CaptionWords.telling(captions, 2)).containsExactly("red", "circle");
        assertThat(CaptionWords.telling(List.of("the same", "the same"), 4)).isEmpty();
    }

    @Test
    void theFirstWordOfACaptionCounts() {
        assertThat(CaptionWords.first("A Blue circle, red below", List.of("red", "blue")))
                .isEqualTo(1);
        assertThat(CaptionWords.first("a reddish circle", List.of("red"))).isEqualTo(-1);
    }
}
