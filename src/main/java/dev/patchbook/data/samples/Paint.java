package dev.patchbook.data.samples;

/** The colour of a pixel, 0xRRGGBB, by its place in whole pixels. */
@FunctionalInterface
interface Paint {
    /** The colour at a pixel. */
    int at(int x, int y);

    /** One colour. */
    static Paint plain(int rgb) {
        return (x, y) -> rgb;
    }

    /** A run from one colour at row {@code top} to another at row {@code bottom}. */
    static Paint down(int top, int topColour, int bottom, int bottomColour) {
        return (x, y) -> mix(topColour, bottomColour, Math.max(0, Math.min(bottom - top, y - top)), bottom - top);
    }

    /** A run from one colour at a point to another at {@code radius} pixels from it. */
    static Paint round(int centerX, int centerY, int radius, int inner, int outer) {
        return (x, y) -> {
            int squared = (x - centerX) * (x - centerX) + (y - centerY) * (y - centerY);
            int distance = (int) StrictMath.floor(StrictMath.sqrt(squared) * 16);
            return mix(inner, outer, Math.min(radius * 16, distance), radius * 16);
        };
    }

    /** {@code part} of {@code whole} of the way from one colour to another. */
    static int mix(int from, int to, int part, int whole) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 255;
            int b = to >> shift & 255;
            rgb |= (a * (whole - part) + b * part + whole / 2) / whole << shift;
        }
        return rgb;
    }
}
