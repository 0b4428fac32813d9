package dev.patchbook.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameExecutorTest {
    private final List<Runnable> asked = new ArrayList<>();
    private final List<Long> rests = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();
    private long now = 1_000;
    private final FrameExecutor executor = new FrameExecutor(
            (work, rest) -> {
                asked.add(work);
                rests.add(rest);
            },
            () -> now);

    @Test
    void whatComesTogetherIsDoneTogetherAndInOrder() {
        for (int i = 0; i < 1000; i++) {
            int number = i;
            executor.execute(() -> done.add(number));
        }
        assertThat(asked).hasSize(1);
        assertThat(done).isEmpty();
        asked.get(0).run();
        assertThat(done).hasSize(1000).isSorted();
    }

    @Test
    void batchesAreApartButNothingWaitsAfterARest() {
        executor.execute(() -> done.add(1));
        assertThat(rests.get(0)).isLessThanOrEqualTo(0);
        asked.get(0).run();
        now += 10;
        executor.execute(() -> done.add(2));
        assertThat(rests.get(1)).isEqualTo(FrameExecutor.APART - 10);
        now += FrameExecutor.APART;
        asked.get(1).run();
        now += 5 * FrameExecutor.APART;
        executor.execute(() -> done.add(3));
        assertThat(rests.get(2)).isLessThanOrEqualTo(0);
    }

    @Test
    void workThatHandsInWorkIsFollowedByAnotherBatch() {
        executor.execute(() -> executor.execute(() -> done.add(2)));
        asked.get(0).run();
        assertThat(done).isEmpty();
        assertThat(asked).hasSize(2);
        asked.get(1).run();
        assertThat(done).containsExactly(2);
    }
}
