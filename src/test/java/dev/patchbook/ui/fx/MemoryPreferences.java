package dev.patchbook.ui.fx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Preferences that are forgotten. */
public final class MemoryPreferences implements Preferences {
    private final Map<String, String> values = new HashMap<>();

    /** Begins with these keys and values, by turns. */
    public MemoryPreferences(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(String key, String value) {
        values.put(key, value);
    }
}
