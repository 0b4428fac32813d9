package dev.patchbook.app;

import java.nio.file.Path;
import java.util.Map;

/** Where this system keeps the data of a user's programs: the runs of notebooks that have no file yet. */
final class DataFolder {
    private DataFolder() {}

    static Path of(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return given(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("Patchbook");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Patchbook");
        }
        return given(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("patchbook");
    }

    private static Path given(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
