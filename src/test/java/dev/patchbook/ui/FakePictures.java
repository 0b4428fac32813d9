package dev.patchbook.ui;

import dev.patchbook.base.Picture;
import dev.patchbook.config.ImageRef;
import java.util.List;

/** Small drawn scenes with captions, the same for the same number. */
final class FakePictures {
    private static final List<String> COLOURS = List.of("red", "blue", "green", "yellow");
    private static final int[] ARGB = {0xFFCF222E, 0xFF1F6FEB, 0xFF2DA44E, 0xFFE3B341};
    private static final List<String> RELATIONS = List.of("above", "below", "left of", "right of");

    private FakePictures() {}

    /** The number a cell's picture has. */
    static int number(String image) {
        ImageRef ref = ImageRef.of(image);
        return ref instanceof ImageRef.Train train
                ? train.index()
                : ref instanceof ImageRef.Validation v ? v.index() * 5 + 3 : 2;
    }

    static String caption(int number) {
        return "a " + COLOURS.get(first(number)) + " circle " + RELATIONS.get(relation(number)) + " a "
                + COLOURS.get(second(number)) + " square";
    }

    static Picture draw(int number, int size) {
        int[] argb = new int[size * size];
        double[] circle = place(relation(number), true);
        double[] square = place(relation(number), false);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double u = (x + 0.5) / size;
                double v = (y + 0.5) / size;
                argb[y * size + x] = colour(number, u, v, circle, square);
            }
        }
        return new Picture(size, size, argb);
    }

    private static int colour(int number, double u, double v, double[] circle, double[] square) {
        if (Math.hypot(u - circle[0], v - circle[1]) < 0.16) {
            return ARGB[first(number)];
        }
        boolean inside = Math.max(Math.abs(u - square[0]), Math.abs(v - square[1])) < 0.15;
        return inside ? ARGB[second(number)] : 0xFFE7EDF5;
    }

    private static double[] place(int relation, boolean first) {
        double near = first == (relation == 0 || relation == 2) ? 0.28 : 0.7;
        return relation < 2 ? new double[] {first ? 0.36 : 0.6, near} : new double[] {near, first ? 0.4 : 0.6};
    }

    private static int first(int number) {
        return number % 4;
    }

    private static int second(int number) {
        return (number / 4 + number + 1) % 4;
    }

    private static int relation(int number) {
        return (number / 3) % 4;
    }
}
