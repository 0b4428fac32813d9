package dev.patchbook.data.samples;

import dev.patchbook.base.CounterHash;
import dev.patchbook.data.Part;
import dev.patchbook.data.samples.Scene.Item;
import java.util.List;

/**
 * The scenes of {@code scenes.csv}. Every tenth row validates and shows a combination of two objects and a relation that
 * no training row shows: each is known, together they are not.
 */
final class Scenes {
    /** Rows. */
    static final int ROWS = 6000;

    private static final int VALIDATION_EVERY = 10;
    private static final double ALONE = 0.35;
    private static final double SIZES_DIFFER = 2 / 3.0;
    private static final long SEED = 48;

    private Scenes() {}

    /** What row {@code row} is for, from 0. */
    static Part part(int row) {
        return row % VALIDATION_EVERY == VALIDATION_EVERY - 1 ? Part.VALIDATION : Part.TRAIN;
    }

    /** The key of the numbers that row {@code row} is drawn with. */
    static long drawingKey(int row) {
        return CounterHash.key(SEED, row, 1);
    }

    /** What row {@code row} shows, from 0. */
    static Scene scene(int row) {
        long key = CounterHash.key(SEED, row, 0);
        boolean heldOut = part(row) == Part.VALIDATION;
        for (int index = 0; ; index += 8) {
            Scene scene = any(key, index, heldOut ? 0 : ALONE);
            if (scene.heldOut() == heldOut) {
                return scene;
            }
        }
    }

    private static Scene any(long key, int index, double alone) {
        Item one = Item.of(CounterHash.below(key, index, Item.KINDS));
        if (CounterHash.uniform(CounterHash.key(key, 0, 0), 0) < alone) {
            return new Scene(List.of(one), -1);
        }
        boolean differ = CounterHash.uniform(key, index + 1) < SIZES_DIFFER;
        Item other = Item.of(CounterHash.below(key, index + 2, Item.KINDS));
        other = new Item(differ ? 1 - one.size() : one.size(), other.colour(), other.shape());
        int relation = CounterHash.below(key, index + 3, 4);
        if (differ) {
            return one.size() == 0
                    ? new Scene(List.of(one, other), relation)
                    : new Scene(List.of(other, one), relation);
        }
        if (one.equals(other)) {
            return new Scene(List.of(one), -1);
        }
        return new Scene(List.of(one, other), relation / 2 * 2);
    }
}
