package dev.patchbook.session;

import dev.patchbook.base.Links;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SettingException;
import dev.patchbook.notebook.CellId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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
     * The folder of a cell's run by its number.
     *
     * @param key the setting that names it
     * @throws UserFacingException where there is none, or it is linked from somewhere else into the notebook's runs
     */
    static Path numbered(Path runs, CellId cell, int number, String key) {
        Path parent = runs.resolve(cell.text());
        Path folder = parent.resolve(String.format("%04d", number));
        if (!Files.isDirectory(folder)) {
            throw new SettingException(key, "“" + cell + "” has no run " + number + ".", instead(parent, key));
        }
        Links.requireOwn(runs);
        Links.requireWithin(runs, folder);
        return folder;
    }

    private static String instead(Path parent, String key) {
        List<Integer> there = List.of();
        try {
            there = numbers(parent);
        } catch (IOException e) {
            // it was never run, or is not to be read
        }
        return there.size() < 2
                ? "It has only one run: run the train cell once more, or set " + key + " to 0."
                : "Set " + key + " to "
                        + there.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ", or to 0 for the"
                        + " one shown.";
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
        List<Integer> there = numbers(parent);
        return there.isEmpty() ? 0 : there.get(there.size() - 1);
    }

    /** The numbers of a cell's runs, in order. */
    private static List<Integer> numbers(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.matches("[0-9]{4}"))
                    .map(Integer::parseInt)
                    .sorted()
                    .toList();
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
