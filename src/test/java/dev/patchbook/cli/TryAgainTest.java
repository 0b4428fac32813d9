package dev.patchbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.TrainEvent.Blocked;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TryAgainTest {
    private static final Blocked FULL = new Blocked(7, "The disk is full: /a cannot be written.", "Make room.");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final TryAgain again = new TryAgain(context(), later::add);

    private CliContext context() {
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new CliContext(
                new Terminal(out, out, false),
                Path.of("."),
                notebook -> 0,
                () -> {
                    throw new AssertionError();
                },
                () -> {
                    throw new AssertionError();
                });
    }

    private void blocked() {
        again.blocked(FULL, () -> done.add("resume"), () -> done.add("end"));
    }

    @Test
    void triesForSomeMinutesAndThenEnds() {
        for (int i = 0; i < 30; i++) {
            blocked();
        }
        assertThat(later).hasSize(30);
        assertThat(done).isEmpty();
        later.forEach(Runnable::run);
        assertThat(done).hasSize(30).containsOnly("resume");
        blocked();
        assertThat(done).last().isEqualTo("end");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("The disk is full: /a cannot be written. Make room.")
                .containsOnlyOnce("held after 7 steps");
    }

    @Test
    void whatGoesOnHasAllItsTriesAgainButNotWhereAPersonEndsIt() {
        for (int i = 0; i < 30; i++) {
            blocked();
        }
        again.wentOn();
        blocked();
        assertThat(done).isEmpty();
        again.giveUp();
        again.wentOn();
        blocked();
        assertThat(done).containsExactly("end");
    }
}
