package dev.patchbook.session;

import dev.patchbook.base.Links;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.notebook.CellId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folders of a cell's runs: {@code RUNS/CELL/0001}, {@code 0002} and so on. */
final class RunFolders {
    private static final int LAST = 9999;

    private RunFolders() {}

    /**
     * Makes the next free folder.
     *
     * @throws UserFacingException where it cannot be made
     */
    static Path next(Path runs, CellId cell) {
        Path parent = runs.resolve(cell.text());
        try {
            Links.requireOwn(runs);
            Links.requireWithin(runs, parent);
            Files.createDirectories(parent);
            for (int number = highest(parent) + 1; number <= LAST; number++) {
                try {
                    return Files.createDirectory(parent.resolve(String.format("%04d", number)));
                } catch (FileAlreadyExistsException e) {
                    // another program took it meanwhile
                }
            }
        } catch (IOException e) {
            throw new UserFacingException(
                    "The folder for the run cannot be made in " + parent + ".",
                    "Save the notebook in a folder you may write to, and run the cell again.",
                    e);
        }
        throw new UserFacingException(
                parent + " holds " + LAST + " runs.", "Remove some of them, and run the cell again.");
    }

    /**
     * A run's folder to go on with.
     *
     * @throws UserFacingException where it is linked from somewhere else into the notebook's runs
     */
    static Path resumed(Path runs, Path folder) {
        if (folder.startsWith(runs)) {
            Links.requireOwn(runs);
            Links.requireWithin(runs, folder);
        }
        return folder;
    }

    private static int highest(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.matches("[0-9]{4}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        }
    }

    /** Removes a folder that nothing was written to. */
    static void removeEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            return; // it is not empty
        }
    }
}
