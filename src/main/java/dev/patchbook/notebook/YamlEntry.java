package dev.patchbook.notebook;

import java.util.List;

/**
 * One {@code key: value} of a flat YAML mapping, and where it stands.
 *
 * @param key the key
 * @param values the scalar, or the list's items
 * @param list whether the value is written as a list
 * @param line of the key, from 0
 * @param keyStart offset of the key
 * @param keyEnd offset just after the key
 * @param valueStart offset of the value; for an empty one, where it would stand
 * @param valueEnd offset just after the value's last character
 */
record YamlEntry(
        String key,
        List<String> values,
        boolean list,
        int line,
        int keyStart,
        int keyEnd,
        int valueStart,
        int valueEnd) {
    /** The scalar; empty where the value is a list. */
    String value() {
        return list || values.isEmpty() ? "" : values.get(0);
    }
}
