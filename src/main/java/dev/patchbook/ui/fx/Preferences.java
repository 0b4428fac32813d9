package dev.patchbook.ui.fx;

import java.util.Optional;

/** What the program remembers of a person's choices between two starts. */
public interface Preferences {
    /** The value last put under a key. */
    Optional<String> get(String key);

    /** Remembers a value; never fails, what cannot be written is remembered until the program ends. */
    void put(String key, String value);
}
