package dev.patchbook.engine.local;

import dev.patchbook.base.Picture;

/** Pictures made small for the screen. */
final class Pictures {
    /** Longest side of a picture that is shown, pixels. */
    static final int LONGEST_SIDE = 512;

    /** Longest side of a picture among many, pixels. */
    static final int THUMBNAIL = 192;

    private Pictures() {}

    /** A picture of at most {@link #LONGEST_SIDE} pixels a side; smaller ones are returned as they are. */
    static Picture reduce(Picture picture) {
        return reduce(picture, LONGEST_SIDE);
    }

    /** A picture of at most so many pixels a side; smaller ones are returned as they are. */
    static Picture reduce(Picture picture, int most) {
        int longest = Math.max(picture.width(), picture.height());
        if (longest <= most) {
            return picture;
        }
        int width = Math.max(1, (int) ((long) picture.width() * most / longest));
        int height = Math.max(1, (int) ((long) picture.height() * most / longest));
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * picture.height() / height);
            int bottom = Math.max(top + 1, (int) ((y + 1L) * picture.height() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * picture.width() / width);
                int right = Math.max(left + 1, (int) ((x + 1L) * picture.width() / width));
                argb[y * width + x] = mean(picture, left, top, right, bottom);
            }
        }
        return new Picture(width, height, argb);
    }

    /** The mean colour of a box; colours count by their alpha. */
    private static int mean(Picture picture, int left, int top, int right, int bottom) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = picture.argb()[y * picture.width() + x];
                long a = pixel >>> 24;
                alpha += a;
                red += a * (pixel >> 16 & 255);
                green += a * (pixel >> 8 & 255);
                blue += a * (pixel & 255);
            }
        }
        if (alpha == 0) {
            return 0;
        }
        long count = (long) (bottom - top) * (right - left);
        return (int) ((alpha + count / 2) / count) << 24
                | rounded(red, alpha) << 16
                | rounded(green, alpha) << 8
                | rounded(blue, alpha);
    }

    private static int rounded(long sum, long weight) {
        return (int) ((sum + weight / 2) / weight);
    }
}
