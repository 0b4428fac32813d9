package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Preferences;
import dev.patchbook.ui.start.Recent;
import dev.patchbook.ui.tab.Page;
import dev.patchbook.ui.tab.Tabs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;

/** Remembers which notebooks are open and which is in front, for the next start. */
final class OpenFiles {
    private static final String OPEN = "open-notebooks";
    private static final String FRONT = "front-notebook";

    private final Preferences preferences;
    private final Tabs tabs;

    OpenFiles(Preferences preferences, Tabs tabs) {
        this.preferences = preferences;
        this.tabs = tabs;
    }

    /** Whether the program was never started before. */
    boolean firstStart() {
        return preferences.get(OPEN).isEmpty();
    }

    /** What was open last. */
    List<Path> open() {
        return Recent.paths(preferences.get(OPEN).orElse("")).toList();
    }

    /** What was in front last; empty where that was not a file. */
    Optional<Path> front() {
        return Recent.paths(preferences.get(FRONT).orElse("")).findFirst();
    }

    /** Remembers from now on. */
    void follow() {
        tabs.pages().addListener((ListChangeListener<Page>) change -> remember());
        tabs.currentProperty().addListener((observable, was, is) -> remember());
        remember();
    }

    /** Takes over what is open now. */
    void remember() {
        preferences.put(
                OPEN,
                Recent.text(tabs.pages().stream()
                        .flatMap(page -> file(page).stream())
                        .toList()));
        preferences.put(
                FRONT,
                tabs.current().flatMap(OpenFiles::file).map(Path::toString).orElse(""));
    }

    private static Optional<Path> file(Page page) {
        return page instanceof NotebookPane pane
                ? pane.document().file().map(file -> file.toAbsolutePath().normalize())
                : Optional.empty();
    }
}
