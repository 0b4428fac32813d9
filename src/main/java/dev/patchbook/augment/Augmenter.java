package dev.patchbook.augment;

import dev.patchbook.base.CounterHash;
import dev.patchbook.config.Augment;
import dev.patchbook.data.PictureChange;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.bytedeco.opencv.global.opencv_core;
import org.datavec.image.data.ImageWritable;
import org.datavec.image.transform.CropImageTransform;
import org.datavec.image.transform.FlipImageTransform;
import org.datavec.image.transform.ImageTransform;
import org.datavec.image.transform.ResizeImageTransform;
import org.datavec.image.transform.RotateImageTransform;

/**
 * Changes training pictures: how is a pure function of seed, step and place in the batch, so that a run resumes exactly. DataVec's
 * transforms are given what was drawn here and draw nothing themselves.
 */
public final class Augmenter implements PictureChange {
    private static final long SITE = 0x6175676DL; // "augm": apart from dropout and order
    private static final int MIRROR = 1;

    private final Augment augment;
    private final long seed;
    private final Java2DFrameConverter frames = new Java2DFrameConverter();

    /** Changes as a setting says, drawn from a run's seed. */
    public Augmenter(Augment augment, long seed) {
        this.augment = augment;
        this.seed = seed;
    }

    @Override
    public byte[] changed(byte[] values, int size, long step, int place) {
        Draws draws = new Draws(CounterHash.key(seed, step, SITE + place));
        List<ImageTransform> transforms = transforms(draws, size);
        byte[] moved = transforms.isEmpty() ? values.clone() : apply(transforms, values, size);
        if (augment.colour() > 0) {
            Colours.change(
                    moved,
                    1 + draws.between(augment.colour()),
                    1 + draws.between(augment.colour()),
                    1 + draws.between(augment.colour()));
        }
        return moved;
    }

    /** Always draws the same number of numbers, so that one change does not depend on whether another is on. */
    private List<ImageTransform> transforms(Draws draws, int size) {
        boolean mirror = draws.uniform() < 0.5;
        double angle = draws.between(augment.rotate());
        int most = (int) Math.round(augment.crop() * size);
        int[] cut = {draws.below(most), draws.below(most), draws.below(most), draws.below(most)};
        List<ImageTransform> transforms = new ArrayList<>();
        if (augment.flip() && mirror) {
            transforms.add(new FlipImageTransform(MIRROR));
        }
        if (augment.rotate() > 0) {
            RotateImageTransform turn = new RotateImageTransform(null, 0, 0, (float) angle, 0);
            turn.borderMode(opencv_core.BORDER_REPLICATE); // black corners would be something to learn
            transforms.add(turn);
        }
        if (most > 0 && cut[0] + cut[1] + cut[2] + cut[3] > 0 && cut[0] + cut[2] < size && cut[1] + cut[3] < size) {
            transforms.add(new CropImageTransform(null, cut[0], cut[1], cut[2], cut[3]));
            transforms.add(new ResizeImageTransform(size, size));
        }
        return transforms;
    }

    private byte[] apply(List<ImageTransform> transforms, byte[] values, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int plane = size * size;
        for (int i = 0; i < plane; i++) {
            for (int c = 0; c < 3; c++) {
                pixels[3 * i + 2 - c] = values[c * plane + i];
            }
        }
        ImageWritable writable = new ImageWritable(frames.convert(image));
        for (ImageTransform transform : transforms) {
            writable = transform.transform(writable, null);
        }
        BufferedImage out = frames.convert(writable.getFrame());
        byte[] changed = new byte[3 * plane];
        int[] row = new int[3 * size];
        for (int y = 0; y < size; y++) {
            out.getRaster().getPixels(0, y, size, 1, row); // bands are red, green, blue
            for (int x = 0; x < size; x++) {
                for (int c = 0; c < 3; c++) {
                    changed[c * plane + y * size + x] = (byte) row[3 * x + c];
                }
            }
        }
        return changed;
    }

    /** Numbers drawn one after the other. */
    private static final class Draws {
        private final long key;
        private long index;

        Draws(long key) {
            this.key = key;
        }

        double uniform() {
            return CounterHash.uniform(key, index++);
        }

        /** From {@code -most} to {@code most}. */
        double between(double most) {
            return (2 * uniform() - 1) * most;
        }

        /** A whole number from 0 to {@code most}. */
        int below(int most) {
            return (int) (uniform() * (most + 1));
        }
    }
}
