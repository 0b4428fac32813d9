package dev.patchbook.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void everyRowIsDoneOnceWhateverTheCounts() {
        for (int threads = 1; threads <= 4; threads++) {
            try (Workers workers = new Workers(threads)) {
                for (int rows : new int[] {1, 2, 3, 7, 8, 9, 100, 1001}) {
                    for (int unit : new int[] {1, 4, 16}) {
                        AtomicIntegerArray done = new AtomicIntegerArray(rows);
                        workers.run(rows, unit, (thread, from, to) -> {
                            for (int i = from; i < to; i++) {
                                done.incrementAndGet(i);
                            }
                        });
                        for (int i = 0; i < rows; i++) {
                            assertThat(done.get(i)).isOne();
                        }
                    }
                }
            }
        }
    }

    @Test
    void aFailureOnAHelperReachesTheCallerAndTheNextRunWorks() {
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.run(10, 1, (thread, from, to) -> {
                        if (thread == 1) {
                            throw new IllegalArgumentException("broken");
                        }
                    }))
                    .hasRootCauseMessage("broken");
            AtomicIntegerArray done = new AtomicIntegerArray(1);
            workers.run(10, 1, (thread, from, to) -> done.addAndGet(0, to - from));
            assertThat(done.get(0)).isEqualTo(10);
        }
    }
}
