package dev.patchbook.cli;

import dev.patchbook.config.Group;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Schema;
import dev.patchbook.config.Variant;
import java.util.Locale;

/** Reads options that are settings as the schema has them. */
final class Choices {
    private Choices() {}

    static Preset preset(String text) {
        check(Group.MODEL, "preset", text);
        return Preset.valueOf(text.toUpperCase(Locale.ROOT));
    }

    static Variant variant(String text) {
        check(Group.MODEL, "variant", text);
        return Variant.valueOf(text.toUpperCase(Locale.ROOT));
    }

    /**
     * Checks an option against the setting it stands for.
     *
     * @throws dev.patchbook.config.SettingException where it cannot be used
     */
    static void check(Group group, String key, Object value) {
        Schema.find(group, key)
                .flatMap(setting -> setting.problem(value.toString()))
                .ifPresent(problem -> {
                    throw problem;
                });
    }
}
