package dev.patchbook.engine.local;

import dev.patchbook.base.Picture;
import dev.patchbook.engine.PatchEdit;
import java.util.List;

/** Makes patches of a picture otherwise; the picture is square, and every edit reads it as it was. */
final class PatchEdits {
    private PatchEdits() {}

    /**
     * The picture with its edits, the last of several of one patch counting.
     *
     * @param picture as the model sees it
     * @param other what swapped patches come from, of the same size
     * @param grid patches along one side
     */
    static Picture apply(Picture picture, Picture other, int grid, List<PatchEdit> edits) {
        int side = picture.width();
        int patch = side / grid;
        int[] argb = picture.argb().clone();
        int mean = mean(picture, 0, 0, side, side);
        for (PatchEdit edit : edits) {
            int left = edit.patch() % grid * patch;
            int top = edit.patch() / grid * patch;
            for (int y = top; y < top + patch; y++) {
                for (int x = left; x < left + patch; x++) {
                    argb[y * side + x] = switch (edit.kind()) {
                        case COVER -> mean;
                        case PAINT -> 0xFF000000 | edit.colour();
                        case SWAP -> other.argb()[y * side + x];
                        case BLUR -> blurred(picture, x, y, Math.max(1, patch / 4));
                    };
                }
            }
        }
        return new Picture(side, side, argb);
    }

    private static int blurred(Picture picture, int x, int y, int radius) {
        return mean(
                picture,
                Math.max(0, x - radius),
                Math.max(0, y - radius),
                Math.min(picture.width(), x + radius + 1),
                Math.min(picture.height(), y + radius + 1));
    }

    private static int mean(Picture picture, int left, int top, int right, int bottom) {
        long[] sums = new long[3];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    sums[channel] += picture.argb()[y * picture.width() + x] >> 8 * channel & 0xFF;
                }
            }
        }
        long count = (long) (right - left) * (bottom - top);
        int mean = 0xFF000000;
        for (int channel = 0; channel < 3; channel++) {
            mean |= (int) Math.round((double) sums[channel] / count) << 8 * channel;
        }
        return mean;
    }

    /** A picture as bytes [3, S, S]. */
    static byte[] values(Picture picture) {
        int plane = picture.argb().length;
        byte[] values = new byte[3 * plane];
        for (int i = 0; i < plane; i++) {
            for (int channel = 0; channel < 3; channel++) {
                values[channel * plane + i] = (byte) (picture.argb()[i] >> 16 - 8 * channel);
            }
        }
        return values;
    }
}
