package dev.patchbook.session;

import dev.patchbook.config.DataSettings;
import dev.patchbook.config.ImageRef;
import dev.patchbook.config.SourceNames;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files that settings name, each as it really lies on the disk. */
public final class NamedFiles {
    private static final Set<String> ALPHABETS = Set.of("data", "shakespeare");

    private NamedFiles() {}

    /** Of a cell's settings, whatever its kind. */
    public static List<Path> of(Path folder, Map<String, String> settings) {
        List<String> names = new ArrayList<>();
        String file = settings.getOrDefault("file", "");
        SourceNames.of(folder, file).stream()
                .filter(name -> !name.isBlank() && !name.startsWith("sample:"))
                .forEach(names::add);
        String alphabet = settings.getOrDefault("alphabet", "data");
        if (!ALPHABETS.contains(alphabet)) {
            names.add(alphabet);
        }
        for (String key : List.of("image", "right-image")) {
            String image = settings.getOrDefault(key, "");
            if (!image.isBlank() && ImageRef.of(image) instanceof ImageRef.File picture) {
                names.add(picture.path());
            }
        }
        return names.stream()
                .flatMap(name -> real(folder, name).stream())
                .distinct()
                .toList();
    }

    static List<Path> of(Path folder, DataSettings settings) {
        return of(folder, Map.of("file", settings.file(), "alphabet", settings.alphabet()));
    }

    static List<Path> ofImage(Path folder, String image) {
        return of(folder, Map.of("image", image));
    }

    /** Whether there are such files, all of them allowed. */
    static boolean allIn(Set<Path> allowed, List<Path> files) {
        return !files.isEmpty() && allowed.containsAll(files);
    }

    /** Those that lie outside of the folder. */
    public static List<Path> outside(Path folder, List<Path> files) {
        Path root = real(folder.toAbsolutePath().normalize());
        return files.stream().filter(file -> !file.startsWith(root)).toList();
    }

    private static List<Path> real(Path folder, String name) {
        try {
            return List.of(
                    real(folder.toAbsolutePath().normalize().resolve(name).normalize()));
        } catch (InvalidPathException e) {
            return List.of(); // what is no path is reported by whoever reads it
        }
    }

    /** Without links; what is not there, as it is named below what is. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            Path parent = file.getParent();
            Path name = file.getFileName();
            return parent == null || name == null ? file : real(parent).resolve(name);
        }
    }
}
