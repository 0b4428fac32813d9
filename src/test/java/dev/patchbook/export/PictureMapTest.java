package dev.patchbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.chart.ScatterSvg;
import dev.patchbook.engine.ImageMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureMapTest {
    private static final int BLUE = 0xFF0072B2;

    private static ImageMap map(String... captions) {
        List<ImageMap.Image> images = new ArrayList<>();
        for (String caption : captions) {
            images.add(new ImageMap.Image("validation " + images.size(), caption, new Picture(1, 1, new int[1])));
        }
        TensorView plane = new TensorView(new float[2 * captions.length], captions.length, 2);
        return new ImageMap("validation", captions.length, images, plane, List.of(0.5, 0.25), Optional.empty(), 0);
    }

    @Test
    void aWordThatNamesAColourHasIt() {
        PictureMap map = PictureMap.of(map("a blue ring", "a red ring", "a black ring"), false, "ring red BLUE");
        assertThat(map.keys()).extracting(ScatterSvg.Key::rgb).endsWith(0xFFD55E00, BLUE, 0xFFB0B0B0);
        PictureMap first = PictureMap.of(map("a blue ring", "a black cup"), false, "cup blue");
        assertThat(first.colours().get(0)).isEqualTo(BLUE);
    }

    @Test
    void noTwoWordsShareAColour() {
        PictureMap map = PictureMap.of(
                map("a cup"), false, "yellow orange pink purple red blue green cup"); // six can be told apart
        assertThat(map.words()).hasSize(PictureMap.MOST_WORDS);
        assertThat(map.keys()).extracting(ScatterSvg.Key::rgb).doesNotHaveDuplicates();
    }
}
