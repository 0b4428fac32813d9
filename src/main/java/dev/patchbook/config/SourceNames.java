package dev.patchbook.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The sources in the data setting {@code file}: one, or several with commas between them. */
public final class SourceNames {
    private static final String BETWEEN = ", ";

    private SourceNames() {}

    /**
     * Each of them, without blanks around it. A path that is there may itself hold commas.
     *
     * @param folder what relative paths are relative to
     * @param names as written; a blank text is one blank name
     */
    public static List<String> of(Path folder, String names) {
        boolean several = names.indexOf(',') >= 0 && !names.replace(',', ' ').isBlank() && !isThere(folder, names);
        return several
                ? Arrays.stream(names.split(","))
                        .filter(name -> !name.isBlank())
                        .map(String::strip)
                        .toList()
                : List.of(names.strip());
    }

    /** As they are written; a name that holds a comma can only stand alone. */
    public static String joined(List<String> names) {
        return names.stream().collect(Collectors.joining(BETWEEN));
    }

    /** A file as settings name it: from the folder where it lies in it, else in full. */
    public static String relative(Path folder, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = folder.toAbsolutePath().normalize();
        boolean within = absolute.startsWith(base) && !absolute.equals(base);
        return (within ? base.relativize(absolute) : absolute).toString().replace('\\', '/');
    }

    private static boolean isThere(Path folder, String name) {
        try {
            return Files.exists(folder.resolve(name.strip()));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
