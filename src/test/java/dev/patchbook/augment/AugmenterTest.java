package dev.patchbook.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.config.Augment;
import dev.patchbook.config.SettingException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmenterTest {
    private static final int SIZE = 12;

    /** Red grows to the right, green downwards, blue is even. */
    private static byte[] picture() {
        byte[] values = new byte[3 * SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            values[i] = (byte) (20 * (i % SIZE));
            values[SIZE * SIZE + i] = (byte) (20 * (i / SIZE));
            values[2 * SIZE * SIZE + i] = 100;
        }
        return values;
    }

    private static byte[] changed(String augment, long seed, long step, int place) {
        return new Augmenter(Augment.parse(augment), seed).changed(picture(), SIZE, step, place);
    }

    @Test
    void flippingMirrorsAboutHalfOfThePictures() {
        byte[] mirrored = picture();
        for (int i = 0; i < SIZE * SIZE; i++) {
            mirrored[i] = (byte) (20 * (SIZE - 1 - i % SIZE));
        }
        int flipped = 0;
        for (int step = 0; step < 200; step++) {
            byte[] values = changed("flip", 1, step, 0);
            boolean mirror = values[0] != 0;
            flipped += mirror ? 1 : 0;
            assertThat(values).isEqualTo(mirror ? mirrored : picture());
        }
        assertThat(flipped).isBetween(70, 130);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crop 0.2", "rotate 20", "colour 0.3", "flip, crop 0.1, rotate 5, colour 0.1"})
    void changesDependOnSeedStepAndPlaceAlone(String augment) {
        Set<String> different = new HashSet<>();
        for (long step = 0; step < 8; step++) {
            byte[] once = changed(augment, 7, step, 3);
            assertThat(changed(augment, 7, step, 3)).isEqualTo(once);
            assertThat(once).hasSize(3 * SIZE * SIZE);
            different.add(java.util.Arrays.toString(once));
            different.add(java.util.Arrays.toString(changed(augment, 8, step, 3)));
            different.add(java.util.Arrays.toString(changed(augment, 7, step, 4)));
        }
        assertThat(different).hasSizeGreaterThan(16);
    }

    @Test
    void thePictureGivenIsNotWrittenTo() {
        byte[] values = picture();
        new Augmenter(Augment.parse("flip, crop 0.2, rotate 9, colour 0.5"), 1).changed(values, SIZE, 3, 0);
        assertThat(values).isEqualTo(picture());
    }

    @Test
    void turningLeavesNoBlackCorners() {
        byte[] white = new byte[3 * SIZE * SIZE];
        java.util.Arrays.fill(white, (byte) 255);
        assertThat(new Augmenter(Augment.parse("rotate 45"), 1).changed(white, SIZE, 1, 0))
                .containsOnly((byte) 255);
    }

    @Test
    void theSettingSaysWhatIsWrongWithIt() {
        assertThat(Augment.parse("none")).isEqualTo(Augment.NONE);
        assertThat(Augment.parse("Rotate 7.5 , flip")).isEqualTo(new Augment(true, 0, 7.5, 0));
        for (String bad : new String[] {"mirror", "crop 0.6", "rotate x", "rotate NaN", "flip 3", "crop 0.1 0.2"}) {
            assertThatThrownBy(() -> Augment.parse(bad))
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining(bad);
        }
    }
}
