package dev.patchbook.app;

import java.util.logging.Filter;
import java.util.logging.Logger;

/**
 * Keeps JavaFX from warning that it runs from the class path, which it does here on purpose: ND4J cannot run from the
 * module path. Its other warnings stay.
 */
public final class QuietJavaFx {
    /** Held here, since loggers are collected when nobody does, and their filters with them. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static final Filter FILTER = entry -> {
        String message = entry.getMessage();
        return message == null || !message.startsWith("Unsupported JavaFX configuration");
    };

    private QuietJavaFx() {}

    /** To be called before JavaFX starts. */
    public static void install() {
        JAVAFX.setFilter(FILTER);
    }
}
