package dev.patchbook.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.engine.TrainEvent.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossSeriesTest {
    @Test
    void aLongerSeriesLeavesTheShorterOneAsItWas() {
        LossSeries series = LossSeries.EMPTY;
        List<LossSeries> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            series = series.append(List.of(Samples.step(i)));
            all.add(series);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(all.get(i).size()).isEqualTo(i + 1);
            assertThat(all.get(i).step(i)).isEqualTo(i);
            assertThat(all.get(i).loss(i)).isEqualTo(4.0 / (1 + i));
        }
        assertThat(LossSeries.EMPTY.size()).isZero();
    }

    @Test
    void twoContinuationsOfOneSeriesDoNotMix() {
        LossSeries base = LossSeries.EMPTY.append(List.of(Samples.step(0), Samples.step(1)));
        LossSeries a = base.append(List.of(new Step(2, 1, 1, 1, 1)));
        LossSeries b = base.append(List.of(new Step(2, 9, 1, 1, 1)));
        assertThat(a.loss(2)).isEqualTo(1);
        assertThat(b.loss(2)).isEqualTo(9);
        assertThat(base.size()).isEqualTo(2);
    }

    @Test
    void goingOnFromAnEarlierStepDropsWhatCameAfterIt() {
        LossSeries series = LossSeries.EMPTY;
        for (int i = 0; i < 10; i++) {
            series = series.append(List.of(Samples.step(i)));
        }
        LossSeries again = series.append(List.of(new Step(6, 7, 1, 1, 1)));
        assertThat(again.size()).isEqualTo(7);
        assertThat(again.loss(6)).isEqualTo(7);
        assertThat(series.size()).isEqualTo(10);
        assertThat(series.loss(6)).isEqualTo(4.0 / 7);
    }

    @Test
    void readsOnlyItsOwnRows() {
        LossSeries short1 = LossSeries.EMPTY.append(List.of(Samples.step(0)));
        short1.append(List.of(Samples.step(1)));
        assertThatThrownBy(() -> short1.loss(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(short1.losses(0, 5)).containsExactly(4);
        assertThat(short1.meanMs(50)).isEqualTo(2);
        assertThat(LossSeries.EMPTY.meanMs(50)).isNaN();
    }
}
