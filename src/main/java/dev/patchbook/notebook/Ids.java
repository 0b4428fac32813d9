package dev.patchbook.notebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ids taken in a notebook, and free ones. Ids that differ in case alone are the same: folders are named after them. */
final class Ids {
    private static final int BASE = 48;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** Takes an id; false where it was taken already. */
    boolean take(CellId id) {
        return taken.add(id.folded());
    }

    /** Takes the base, or the base with the first free number from 2 on. */
    CellId takeFree(String base) {
        String stem = CellId.isValid(base) ? base.substring(0, Math.min(base.length(), BASE)) : "cell";
        String folded = stem.toLowerCase(Locale.ROOT);
        if (taken.add(folded)) {
            return new CellId(stem);
        }
        int number = last.getOrDefault(folded, 1) + 1;
        while (!taken.add(folded + "-" + number)) {
            number++;
        }
        last.put(folded, number);
        return new CellId(stem + "-" + number);
    }
}
