package dev.patchbook.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.TensorView;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Neighbours stay neighbours. */
class TsneTest {
    /** Three groups in ten dimensions, each around a corner of its own. */
    private static float[][] groups() {
        Random random = new Random(3);
        float[][] rows = new float[60][10];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < 10; k++) {
                rows[i][k] = (float) (random.nextGaussian() + (k == i % 3 ? 12 : 0));
            }
        }
        return rows;
    }

    @Test
    void groupsStayApartAndTheCostFalls() {
        Tsne tsne = new Tsne(groups(), 10);
        double before = tsne.cost();
        tsne.iterate(Tsne.ITERATIONS);
        assertThat(tsne.done()).isEqualTo(Tsne.ITERATIONS);
        assertThat(tsne.cost()).isLessThan(before / 2);
        TensorView places = tsne.places();
        for (int i = 0; i < 60; i++) {
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < 60; j++) {
                double apart = Math.hypot(places.at(i, 0) - places.at(j, 0), places.at(i, 1) - places.at(j, 1));
                if (j != i && apart < least) {
                    least = apart;
                    nearest = j;
                }
            }
            assertThat(nearest % 3).as("neighbour of %d", i).isEqualTo(i % 3);
        }
    }

    @Test
    void theSameRowsGiveTheSamePicture() {
        Tsne first = new Tsne(groups(), 10);
        Tsne second = new Tsne(groups(), 10);
        first.iterate(50);
        second.iterate(30);
        second.iterate(20);
        assertThat(second.places().data()).isEqualTo(first.places().data());
    }

    @Test
    void rowsThatDoNotDifferAreLaidOutAllTheSame() {
        Tsne tsne = new Tsne(new float[][] {{1, 2}, {1, 2}, {1, 2}, {1, 2}}, 10);
        tsne.iterate(100);
        for (float place : tsne.places().data()) {
            assertThat(place).isFinite();
        }
    }
}
