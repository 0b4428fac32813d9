package dev.patchbook.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.ui.cell.CaptionDiff.Part;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaptionDiffTest {
    private static String of(String before, String now) {
        return CaptionDiff.of(before, now).stream()
                .map(part -> part.changed() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }

    @Test
    void marksNewWords() {
        assertThat(of("a red square", "a red circle")).isEqualTo("a red [circle]");
        assertThat(of("a square", "a red square")).isEqualTo("a [red] square");
        assertThat(of("a b", "a b")).isEqualTo("a b");
    }

    @Test
    void marksTheCharactersThatChangedInAWordThatStayedAlike() {
        assertThat(of("a red cirble", "a red circle")).isEqualTo("a red cir[c]le");
        assertThat(of("a squ", "a square")).isEqualTo("a squ[are]");
        assertThat(of("a yellow ca", "a yellow circle")).isEqualTo("a yellow [circle]");
        assertThat(of("a red circlee", "a red circle")).as("one less").isEqualTo("a red [circle]");
        assertThat(of("red below", "blue above")).isEqualTo("[blue] [above]");
        assertThat(of("a 👩x", "a 👨x")).isEqualTo("a [👨]x");
    }

    @Test
    void whatIsSaidIsWholeWords() {
        assertThat(CaptionDiff.words("a red cirble", "a red circle"))
                .containsExactly(new Part("a red ", false), new Part("circle", true));
    }

    @Test
    void theFirstCaptionIsNotNew() {
        assertThat(of("", "a red circle")).isEqualTo("a red circle");
    }

    @Test
    void theStretchesMakeUpTheCaption() {
        String now = "  the  quick brown\nfox ";
        assertThat(CaptionDiff.of("a quick fox", now).stream().map(Part::text).collect(Collectors.joining()))
                .isEqualTo(now);
    }
}
