package dev.patchbook.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each of some texts was met; of so many different ones at most, lest dirty data fill the memory. */
final class Counts {
    private static final int SHOWN = 256;

    private final Map<String, Long> counts = new HashMap<>();
    private final int most;

    Counts(int most) {
        this.most = most;
    }

    void add(String text) {
        if (counts.size() < most || counts.containsKey(text)) {
            counts.merge(text, 1L, Long::sum);
        }
    }

    int distinct() {
        return counts.size();
    }

    /** The most frequent ones, in that order. */
    Map<String, Long> top() {
        Map<String, Long> top = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .forEach(entry -> top.put(entry.getKey(), entry.getValue()));
        return top;
    }
}
