package dev.patchbook.data.samples;

import dev.patchbook.base.CounterHash;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a scene shows: one object, or two and how they lie. The smaller of two is named first; of two equal ones the upper
 * or the left one, so that every scene has one right caption.
 *
 * @param objects one or two
 * @param relation index into {@link SceneWords#RELATIONS}; -1 for one object
 */
record Scene(List<Item> objects, int relation) {
    private static final long COMBINATIONS = 24;
    private static final int HELD_OUT_OF = 10;

    /**
     * An object.
     *
     * @param size index into {@link SceneWords#SIZES}
     * @param colour index into {@link SceneWords#COLOURS}
     * @param shape index into {@link SceneWords#SHAPES}
     */
    record Item(int size, int colour, int shape) {
        /** Number of different objects. */
        static final int KINDS = SceneWords.SIZES.size() * SceneWords.COLOURS.size() * SceneWords.SHAPES.size();

        /** Object number {@code kind} of {@link #KINDS}. */
        static Item of(int kind) {
            int shapes = SceneWords.SHAPES.size();
            int colours = SceneWords.COLOURS.size();
            return new Item(kind / (shapes * colours), kind / shapes % colours, kind % shapes);
        }

        /** The number {@link #of} makes it from. */
        private int kind() {
            return (size * SceneWords.COLOURS.size() + colour) * SceneWords.SHAPES.size() + shape;
        }

        String text() {
            return "a " + SceneWords.SIZES.get(size) + " " + SceneWords.COLOURS.get(colour) + " "
                    + SceneWords.SHAPES.get(shape);
        }
    }

    /**
     * Whether it is kept for validation: a tenth of all combinations of two objects and a relation. Every object and every
     * relation is met in training, but never these together.
     */
    boolean heldOut() {
        if (objects.size() < 2) {
            return false;
        }
        long pair = CounterHash.key(
                COMBINATIONS, objects.get(0).kind(), objects.get(1).kind());
        return CounterHash.below(pair, relation, HELD_OUT_OF) == 0;
    }

    String caption() {
        return objects.stream()
                .map(Item::text)
                .collect(Collectors.joining(relation < 0 ? "" : " " + SceneWords.RELATIONS.get(relation) + " "));
    }
}
