package dev.patchbook.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.session.TimeRange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeftWordsTest {
    private static String of(double least, double most) {
        return LeftWords.of(
                new TimeRange(Duration.ofMillis(Math.round(1000 * least)), Duration.ofMillis(Math.round(1000 * most))));
    }

    @Test
    void aTimeRoughlyKnownIsSaidRoughly() {
        assertThat(of(0.2, 0.4)).isEqualTo("up to 1 s");
        assertThat(of(3.2, 4.4)).isEqualTo("about 3–5 s");
        assertThat(of(41, 48)).isEqualTo("about 40–50 s");
        assertThat(of(125, 170)).isEqualTo("about 2–3 min");
        assertThat(of(30, 170)).isEqualTo("up to 3 min");
        assertThat(of(120, 120)).isEqualTo("about 2 min");
        assertThat(of(7200, 9100)).isEqualTo("about 2–3 h");
        assertThat(of(5300, 8000)).isEqualTo("about 1–2.5 h");
    }
}
