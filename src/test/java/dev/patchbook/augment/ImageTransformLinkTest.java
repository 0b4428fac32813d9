package dev.patchbook.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.datavec.image.data.ImageWritable;
import org.datavec.image.transform.FlipImageTransform;
import org.datavec.image.transform.ImageTransform;
import org.datavec.image.transform.PipelineImageTransform;
import org.datavec.image.transform.RotateImageTransform;
import org.datavec.image.transform.WarpImageTransform;
import org.junit.jupiter.api.Test;

/** DataVec's image transforms run with the few of its libraries the build keeps. */
class ImageTransformLinkTest {
    @Test
    void transformsRun() {
        BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_3BYTE_BGR);
        picture.setRGB(0, 0, 0xFFFFFF);
        ImageTransform mirror = new FlipImageTransform(1);

        assertThat(white(mirror, picture, 1)).isTrue();
        assertThat(white(mirror, picture, 0)).isFalse();
        for (ImageTransform transform : List.of(
                new RotateImageTransform(20), new WarpImageTransform(1), new PipelineImageTransform(mirror, mirror))) {
            assertThat(apply(transform, picture).getWidth()).isEqualTo(2);
        }
    }

    private static boolean white(ImageTransform transform, BufferedImage picture, int x) {
        return (apply(transform, picture).getRGB(x, 0) & 0xFFFFFF) == 0xFFFFFF;
    }

    private static BufferedImage apply(ImageTransform transform, BufferedImage picture) {
        // A given generator would choose the flip; without one it is the transform that says it.
        ImageWritable in = new ImageWritable(new Java2DFrameConverter().convert(picture));
        return new Java2DFrameConverter().convert(transform.transform(in, null).getFrame());
    }
}
