package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.notebook.CellId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Copies runs into a runs folder: whole or not at all. */
final class RunCopies {
    private final Path runs;

    RunCopies(Path runs) {
        this.runs = runs;
    }

    /**
     * Copies a run to the next free folder of a cell, and gives that.
     *
     * @throws UserFacingException where it cannot be read or written
     */
    Path copy(Path run, CellId cell) {
        Path target = RunFolder.next(runs.resolve(cell.text()));
        AtomicFiles.writeFolder(target, temporary -> copyInto(run, temporary));
        return target;
    }

    /** Regular files alone, and links not followed: a run holds nothing else. */
    private static void copyInto(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path each : all) {
            Path place = to.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(place);
            } else if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)
                    && !String.valueOf(each.getFileName()).startsWith(".")) {
                Files.createDirectories(Objects.requireNonNull(place.getParent()));
                Files.copy(each, place);
            }
        }
    }
}
