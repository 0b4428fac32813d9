package dev.patchbook.app;

import java.nio.file.Path;
import java.util.Map;

/** Where this system keeps the log files of a user's programs. */
final class LogFolder {
    /** The property {@code logback.xml} reads. */
    static final String PROPERTY = "patchbook.log.dir";

    private LogFolder() {}

    /** Tells the logging configuration, unless somebody already has; to be called before the first logger is made. */
    static void announce() {
        if (System.getProperty(PROPERTY) == null) {
            Path folder = of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
            System.setProperty(PROPERTY, folder.toString());
        }
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return given(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("Patchbook")
                    .resolve("Logs");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Logs/Patchbook");
        }
        return given(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                .resolve("patchbook");
    }

    private static Path given(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
