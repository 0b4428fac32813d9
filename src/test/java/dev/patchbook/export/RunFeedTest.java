package dev.patchbook.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.ImageUse;
import dev.patchbook.base.StepDetail;
import dev.patchbook.base.UpdateRatios;
import dev.patchbook.chart.Axis;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.RunSeries;
import dev.patchbook.chart.Series;
import dev.patchbook.chart.SeriesKey;
import dev.patchbook.chart.Strip;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.export.RunFeed.Pace;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.TrainOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunFeedTest {
    private static final Pace PACE = new Pace(16, 160);

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
        RunFeed feed = new RunFeed("first");
        LossSeries ten = LossSeries.EMPTY.append(steps(0, 10, 4));
        feed.take(run(ten, new Evaluated(0, 4.1, List.of())), PACE);
        feed.take(
                run(ten.append(steps(10, 15, 3)), new Evaluated(0, 4.1, List.of()), new Evaluated(10, 3.1, List.of())),
                PACE);
        Series losses = feed.run().get(SeriesKey.TRAINING);
        assertThat(losses.size()).isEqualTo(15);
        assertThat(losses.value(9)).isEqualTo(4);
        assertThat(losses.value(10)).isEqualTo(3);
        Series looks = feed.run().get(SeriesKey.VALIDATION);
        assertThat(looks.size()).isEqualTo(2);
        assertThat(looks.step(1)).isEqualTo(10);
        assertThat(looks.seconds(1)).isCloseTo(0.02, within(1e-9));
    }

    @Test
    void whatWasMeasuredIsThereAndWhatWasNotIsLeftOut() {
        RunFeed feed = new RunFeed("first");
        UpdateRatios ratios = new UpdateRatios(-3.1, -2.9, -3, Double.NEGATIVE_INFINITY, Double.NaN);
        StepDetail detail = new StepDetail(16, 0.1, ratios);
        ImageUse use = new ImageUse(8, 1, 1.5, 1.7);
        feed.take(
                run(
                        LossSeries.EMPTY
                                .append(List.of(new Step(0, 4, 2, 0.001, 1, detail)))
                                .append(steps(1, 9, 3)),
                        new Evaluated(1, 3, List.of(), List.of(), use)),
                PACE);
        assertThat(feed.run().get(SeriesKey.SPEED).value(0)).isEqualTo(8000);
        assertThat(feed.run().get(SeriesKey.SPEED).size()).isEqualTo(1);
        assertThat(feed.run().keys(Strip.UPDATE_RATIO))
                .extracting(SeriesKey::name)
                .containsExactly("vision", "projector", "embeddings", "decoder");
        assertThat(feed.run().keys(Strip.LOSS))
                .extracting(SeriesKey::name)
                .containsExactly("training", "validation", "other pictures", "blank pictures");
        assertThat(feed.run().has(Axis.EPOCH)).isTrue();
        feed.take(run(LossSeries.EMPTY.append(List.of(new Step(0, 4, 2, Double.NaN, Double.NaN)))), Pace.UNKNOWN);
        assertThat(feed.run().keys(Strip.LEARNING_RATE)).isEmpty();
        assertThat(feed.run().keys(Strip.GRADIENT_NORM)).isEmpty();
        assertThat(feed.run().keys(Strip.SPEED)).isEmpty();
        assertThat(feed.run().has(Axis.EPOCH)).isFalse();
    }

    @Test
    void anotherRunBeginsAnew() {
        RunFeed feed = new RunFeed("first");
        feed.take(run(LossSeries.EMPTY.append(steps(0, 10, 4)), new Evaluated(0, 4.1, List.of())), PACE);
        feed.take(run(LossSeries.EMPTY.append(steps(0, 20, 2)), new Evaluated(0, 2.1, List.of())), PACE);
        assertThat(feed.run().size()).isEqualTo(20);
        assertThat(feed.run().get(SeriesKey.TRAINING).value(0)).isEqualTo(2);
        assertThat(feed.run().get(SeriesKey.VALIDATION).value(0)).isEqualTo(2.1);
        feed.take(run(LossSeries.EMPTY), PACE);
        assertThat(feed.run().size()).isZero();
        assertThat(feed.run().keys(Strip.LOSS)).isEmpty();
    }

    @Test
    void aRunThatDivergedIsNotTakenForAnother() {
        RunFeed feed = new RunFeed("first");
        LossSeries series = LossSeries.EMPTY.append(steps(0, 3, 4)).append(steps(3, 4, Double.NaN));
        feed.take(run(series), PACE);
        Series losses = feed.run().get(SeriesKey.TRAINING);
        feed.take(run(series.append(steps(4, 5, Double.NaN))), PACE);
        assertThat(losses.size()).isEqualTo(5);
        assertThat(losses.seconds(4)).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void theTableHoldsWhatIsShownOfEachRun() {
        RunSeries a = new RunSeries("a");
        RunSeries b = new RunSeries("b");
        for (int i = 0; i < 5; i++) {
            a.step(i, 100);
            a.add(SeriesKey.TRAINING, i + 0.5);
        }
        b.add(SeriesKey.VALIDATION, 2, 9);
        b.add(SeriesKey.VALIDATION, 10, 8);
        Sheet all = ChartSheet.of(List.of(a, b), Axis.STEP, new Range(0, 10));
        assertThat(all.head()).containsExactly("step", "a training loss", "b validation loss");
        assertThat(all.csv()).contains("2,2.5,9.0\r\n").contains("3,3.5,\r\n").endsWith("10,,8.0\r\n");
        assertThat(ChartSheet.of(List.of(a, b), Axis.STEP, new Range(2, 3)).rows())
                .hasSize(2);
        assertThat(ChartSheet.of(List.of(a, b), Axis.TIME, new Range(0.25, 0.4)).rows())
                .hasSize(2);
    }
}
