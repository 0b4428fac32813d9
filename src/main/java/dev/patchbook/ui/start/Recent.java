package dev.patchbook.ui.start;

import dev.patchbook.ui.fx.Preferences;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The notebooks opened or saved last, the latest first; remembered between two starts. */
public final class Recent {
    private static final String KEY = "recent-notebooks";
    private static final int MOST = 12;

    private final Preferences preferences;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    // Kept here: a wrapper nobody holds is collected, and its listeners with it.
    private final ObservableList<Path> shown = FXCollections.unmodifiableObservableList(files);

    /** Takes over what was remembered. */
    public Recent(Preferences preferences) {
        this.preferences = preferences;
        files.setAll(paths(preferences.get(KEY).orElse("")).limit(MOST).toList());
    }

    /** The files, the latest first. */
    public ObservableList<Path> files() {
        return shown;
    }

    /** Puts a file first. */
    public void add(Path file) {
        List<Path> now = new ArrayList<>(files);
        Path absolute = file.toAbsolutePath().normalize();
        now.remove(absolute);
        now.add(0, absolute);
        keep(now);
    }

    /** Takes a file out. */
    public void remove(Path file) {
        List<Path> now = new ArrayList<>(files);
        now.remove(file);
        keep(now);
    }

    private void keep(List<Path> now) {
        files.setAll(now.subList(0, Math.min(MOST, now.size())));
        preferences.put(KEY, text(files));
    }

    /** The files as one text, to be remembered. */
    public static String text(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining("\n"));
    }

    /** The files of a text remembered. */
    public static Stream<Path> paths(String text) {
        return text.lines().filter(line -> !line.isBlank()).flatMap(line -> {
            try {
                return Stream.of(Path.of(line));
            } catch (InvalidPathException e) {
                return Stream.empty();
            }
        });
    }
}
