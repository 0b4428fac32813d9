package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.CancelledException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EngineThreadTest {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final AtomicBoolean freed = new AtomicBoolean();
    private final EngineThread thread = new EngineThread("test", () -> freed.set(true), Duration.ofSeconds(10));

    @AfterEach
    void close() {
        thread.close();
        assertThat(freed).isTrue();
    }

    /** A job that holds the thread until opened, or cancelled. */
    private LocalJob<String> gate(CountDownLatch open) {
        return thread.submit("a gate", job -> {
            while (open.getCount() > 0) {
                job.token().throwIfCancelled();
                Thread.onSpinWait();
            }
            return "opened";
        });
    }

    private LocalJob<String> note(String name) {
        return thread.submit(name, job -> {
            done.add(name);
            return name;
        });
    }

    private LocalJob<String> briefNote(String name) {
        return thread.submitBrief(name, job -> {
            done.add(name);
            return name;
        });
    }

    @Test
    void keepsTheOrderAskedFor() {
        CountDownLatch open = new CountDownLatch(1);
        gate(open);
        note("load");
        briefNote("look");
        LocalJob<String> last = note("build");
        assertThat(last.progress()).isEqualTo(Progress.WAITING);
        open.countDown();
        assertThat(last.result().join()).isEqualTo("build");
        assertThat(done).containsExactly("load", "look", "build");
    }

    @Test
    void betweenTwoStepsOnlyBriefJobsHaveTheirTurn() {
        CountDownLatch open = new CountDownLatch(1);
        LocalJob<String> run = thread.submit("a run", job -> {
            while (open.getCount() > 0) {
                thread.serveBrief();
                done.add("step");
            }
            return "";
        });
        LocalJob<String> load = note("load");
        briefNote("look").result().join();
        assertThat(load.result()).isNotDone();
        open.countDown();
        run.result().join();
        load.result().join();
        assertThat(done).endsWith("step", "load").contains("look");
    }

    @Test
    void aCancelledJobNeverRunsAndSaysSoBetweenTwoSteps() {
        CountDownLatch open = new CountDownLatch(1);
        thread.submit("a run", job -> {
            while (open.getCount() > 0) {
                thread.serveBrief();
            }
            return "";
        });
        LocalJob<String> load = note("load");
        load.cancel();
        assertThatThrownBy(() -> load.result().join()).hasCauseInstanceOf(CancelledException.class);
        open.countDown();
        assertThat(note("next").result().join()).isEqualTo("next");
        assertThat(done).containsExactly("next");
    }

    @Test
    void aFailureEndsItsJobAlone() {
        LocalJob<String> told = thread.submit("reading", job -> {
            throw new UserFacingException("There is no such file.", "Check the name.");
        });
        LocalJob<String> mistake = thread.submit("looking", job -> {
            throw new IllegalStateException("a mistake");
        });
        LocalJob<String> memory = thread.submit("training", job -> {
            throw new OutOfMemoryError("for a test");
        });
        assertThatThrownBy(() -> told.result().join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("There is no such file.");
        assertThatThrownBy(() -> mistake.result().join())
                .hasRootCauseInstanceOf(UserFacingException.class)
                .hasMessageContaining("looking")
                .hasMessageContaining("a mistake");
        assertThatThrownBy(() -> memory.result().join())
                .hasRootCauseInstanceOf(UserFacingException.class)
                .hasMessageContaining("not enough memory for training");
        assertThat(note("next").result().join()).isEqualTo("next");
    }

    @Test
    void closingCancelsWhatRunsAndWhatWaits() {
        CountDownLatch never = new CountDownLatch(1);
        LocalJob<String> running = gate(never);
        LocalJob<String> waiting = note("load");
        thread.close();
        assertThatThrownBy(() -> running.result().join()).hasCauseInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> waiting.result().join()).hasCauseInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> note("late").result().join()).hasCauseInstanceOf(CancelledException.class);
        assertThat(done).isEmpty();
        assertThat(freed).isTrue();
    }

    @Test
    void aJobMayCloseTheEngineItself() {
        LocalJob<String> job = thread.submit("closing", self -> {
            thread.close();
            return "closed";
        });
        assertThat(job.result().join()).isEqualTo("closed");
        thread.close();
    }
}
