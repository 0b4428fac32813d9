package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.store.LineDiff.Change;
import dev.patchbook.store.LineDiff.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What differs, line by line. */
class LineDiffTest {
    private static String text(List<Line> diff, Change left) {
        StringBuilder text = new StringBuilder();
        diff.stream()
                .filter(line -> line.change() == Change.SAME || line.change() == left)
                .forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    @Test
    void oneChangedLineIsOneOutAndOneIn() {
        List<Line> diff = LineDiff.of("a\nb\nc\n", "a\nx\nc\n");
        assertThat(diff)
                .containsExactly(
                        new Line(Change.SAME, 1, 1, "a"),
                        new Line(Change.REMOVED, 2, 0, "b"),
                        new Line(Change.ADDED, 0, 2, "x"),
                        new Line(Change.SAME, 3, 3, "c"));
    }

    @Test
    void bothTextsCanBeReadFromWhatDiffers() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 300; round++) {
            String before = random(random);
            String after = random(random);
            List<Line> diff = LineDiff.of(before, after);
            assertThat(text(diff, Change.REMOVED)).isEqualTo(before);
            assertThat(text(diff, Change.ADDED)).isEqualTo(after);
            assertThat(LineDiff.of(before, before)).allMatch(line -> line.change() == Change.SAME);
        }
    }

    @Test
    void whatIsTooLongToCompareCountsAsReplaced() {
        String before = "a\n".repeat(6000);
        String after = "b\n".repeat(6000);
        assertThat(LineDiff.of(before, after)).hasSize(12_000);
    }

    private static String random(SplittableRandom random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            lines.add(Character.toString('a' + random.nextInt(4)) + "\n");
        }
        return String.join("", lines);
    }
}
