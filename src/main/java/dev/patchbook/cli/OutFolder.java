package dev.patchbook.cli;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Folders for what a command makes. */
final class OutFolder {
    private static final int LAST = 9999;

    private OutFolder() {}

    /**
     * Checks that a folder may be filled.
     *
     * @throws UsageException where it is a file, or holds something
     */
    static void requireEmpty(Path folder, String remedy) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new UsageException(folder + " is not a folder.", "Choose another one with --out.");
            }
            if (Files.isDirectory(folder) && holdsSomething(folder)) {
                throw new UsageException(folder + " is not empty.", remedy);
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Makes the next free folder {@code 0001}, {@code 0002} and so on. */
    static Path next(Path runs) {
        try {
            Files.createDirectories(runs);
            for (int number = highest(runs) + 1; number <= LAST; number++) {
                Path folder = runs.resolve(String.format(Locale.ROOT, "%04d", number));
                if (made(folder)) {
                    return folder;
                }
            }
        } catch (IOException e) {
            throw unusable(runs, e);
        }
        throw new UserFacingException(runs + " holds " + LAST + " runs.", "Choose another folder with --out.");
    }

    /** Makes a folder; false where another program took it meanwhile. */
    private static boolean made(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Removes a folder that nothing was written to. */
    static void removeEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // It is not empty after all.
        }
    }

    private static int highest(Path runs) throws IOException {
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.matches("[0-9]{4}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        }
    }

    private static boolean holdsSomething(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }

    private static UserFacingException unusable(Path folder, IOException cause) {
        return new UserFacingException(
                "The folder " + folder + " cannot be used.", "Check that it may be read and written to.", cause);
    }
}
