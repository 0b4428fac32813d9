package dev.patchbook.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values of one group as text: what was written, over the defaults. */
final class Values {
    private final Map<String, String> merged;

    private Values(Map<String, String> merged) {
        this.merged = merged;
    }

    static Values of(Group group, Map<String, String> written, Map<String, String> defaults) {
        Schema.check(group, written);
        Map<String, String> merged = new LinkedHashMap<>(defaults);
        merged.putAll(written);
        return new Values(merged);
    }

    String text(String key) {
        return merged.getOrDefault(key, "");
    }

    int whole(String key) {
        return Math.toIntExact(Long.parseLong(text(key).strip()));
    }

    double decimal(String key) {
        return Double.parseDouble(text(key).strip());
    }
}
