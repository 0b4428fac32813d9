package dev.patchbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.chart.LossHistory;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.TrainOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossFeedTest {
    private static TrainOutput run(LossSeries series, Evaluated... looks) {
        return new TrainOutput(
                new ModelId(1),
                Path.of("run"),
                100,
                series,
                List.of(looks),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Step> steps(int from, int to, double loss) {
        return IntStream.range(from, to)
                .mapToObj(step -> new Step(step, loss, 2, 0.001, 1))
                .toList();
    }

    @Test
    void takesOverWhatIsNewOnce() {
        LossFeed feed = new LossFeed();
        LossSeries ten = LossSeries.EMPTY.append(steps(0, 10, 4));
        feed.take(run(ten, new Evaluated(0, 4.1, List.of())));
        feed.take(
                run(ten.append(steps(10, 15, 3)), new Evaluated(0, 4.1, List.of()), new Evaluated(10, 3.1, List.of())));
        LossHistory history = feed.history();
        assertThat(history.size()).isEqualTo(15);
        assertThat(history.loss(9)).isEqualTo(4);
        assertThat(history.loss(10)).isEqualTo(3);
        assertThat(history.evaluations()).isEqualTo(2);
        assertThat(history.evaluationStep(1)).isEqualTo(10);
    }

    @Test
    void anotherRunBeginsAnew() {
        LossFeed feed = new LossFeed();
        feed.take(run(LossSeries.EMPTY.append(steps(0, 10, 4)), new Evaluated(0, 4.1, List.of())));
        feed.take(run(LossSeries.EMPTY.append(steps(0, 20, 2)), new Evaluated(0, 2.1, List.of())));
        assertThat(feed.history().size()).isEqualTo(20);
        assertThat(feed.history().loss(0)).isEqualTo(2);
        assertThat(feed.history().evaluationLoss(0)).isEqualTo(2.1);
        feed.take(run(LossSeries.EMPTY));
        assertThat(feed.history().size()).isZero();
        assertThat(feed.history().evaluations()).isZero();
    }
}
