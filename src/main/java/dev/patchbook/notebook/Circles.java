package dev.patchbook.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the circles among cells of which each has at most one parent that may lead on: only trainings build on their own
 * kind. Each cell is visited once.
 */
final class Circles {
    private Circles() {}

    /**
     * The circles, each cell followed by what it builds on.
     *
     * @param next the parent of each cell that has one
     */
    static List<List<CellId>> of(Map<CellId, CellId> next) {
        List<List<CellId>> circles = new ArrayList<>();
        Set<CellId> seen = new HashSet<>();
        for (CellId start : next.keySet()) {
            Map<CellId, Integer> place = new LinkedHashMap<>();
            CellId at = start;
            while (at != null && seen.add(at)) {
                place.put(at, place.size());
                at = next.get(at);
            }
            Integer begins = at == null ? null : place.get(at);
            if (begins != null) {
                circles.add(List.copyOf(new ArrayList<>(place.keySet()).subList(begins, place.size())));
            }
        }
        return circles;
    }
}
