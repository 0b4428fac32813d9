package dev.patchbook.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where files go that can be made again: the user's cache folder, as the system has it. */
final class CacheFolder {
    private CacheFolder() {}

    /** The property that names another folder. */
    static final String PROPERTY = "patchbook.cache";

    static Path path() {
        String given = System.getProperty(PROPERTY, "");
        if (!given.isBlank()) {
            return Path.of(given).toAbsolutePath();
        }
        return path(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")), System.getenv());
    }

    static Path path(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return given(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("Patchbook/Cache");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Caches/Patchbook");
        }
        return given(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("patchbook");
    }

    private static Path given(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
