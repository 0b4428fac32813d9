package dev.patchbook.ui.consent;

import dev.patchbook.ui.fx.Preferences;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What notebooks may read outside of their folders, in the person's own preferences and nowhere else: a notebook's file
 * cannot allow itself anything, and a copy of it elsewhere is another notebook.
 */
public final class Consents {
    private static final String KEY = "outside-consent";
    private static final int MOST = 1000;

    private final Preferences preferences;

    /** Takes over what was remembered. */
    public Consents(Preferences preferences) {
        this.preferences = preferences;
    }

    /** The two ends of a consent: a notebook's file, and a file it may read. */
    private record Line(Path notebook, Path file) {
        static Optional<Line> of(String text) {
            String[] ends = text.split(" ");
            try {
                return ends.length == 2
                        ? Optional.of(new Line(Path.of(URI.create(ends[0])), Path.of(URI.create(ends[1]))))
                        : Optional.empty();
            } catch (IllegalArgumentException | FileSystemNotFoundException e) {
                return Optional.empty(); // not written here
            }
        }

        String text() {
            return notebook.toUri() + " " + file.toUri();
        }
    }

    /** What a notebook may read outside of its folder. */
    public Set<Path> of(Path notebook) {
        Path place = place(notebook);
        return lines().stream()
                .filter(line -> line.notebook().equals(place))
                .map(Line::file)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Remembers what a notebook may read outside of its folder, and nothing else. */
    public void put(Path notebook, Collection<Path> files) {
        Path place = place(notebook);
        List<Line> lines = new ArrayList<>(
                files.stream().map(file -> new Line(place, file)).toList());
        lines().stream().filter(line -> !line.notebook().equals(place)).forEach(lines::add);
        preferences.put(KEY, lines.stream().limit(MOST).map(Line::text).collect(Collectors.joining("\n")));
    }

    private List<Line> lines() {
        return preferences
                .get(KEY)
                .orElse("")
                .lines()
                .flatMap(line -> Line.of(line).stream())
                .toList();
    }

    /** Where a notebook really lies: a link to it is the same notebook. */
    private static Path place(Path notebook) {
        try {
            return notebook.toRealPath();
        } catch (IOException e) {
            return notebook.toAbsolutePath().normalize();
        }
    }
}
