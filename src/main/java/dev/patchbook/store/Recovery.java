package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was not saved, as a notebook's text in {@code recovery.md}. What an earlier process left stays under its name until a
 * person has decided on it; what is written meanwhile goes to {@code recovery-2.md} and so on.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final String SHAPE = "recovery(-\\d{1,4})?\\.md";

    private final Path runs;
    private final Path own;

    /**
     * Recovery in a runs folder.
     *
     * @param adopted a file of an earlier process to go on with; empty for one of its own
     */
    Recovery(Path runs, Optional<Path> adopted) {
        this.runs = runs;
        int number = 1;
        while (Files.exists(slot(number))) {
            number++;
        }
        this.own = adopted.orElse(slot(number));
    }

    private Path slot(int number) {
        return runs.resolve(number == 1 ? "recovery.md" : "recovery-" + number + ".md");
    }

    /** Writes what is not saved. */
    void write(String text) {
        AtomicFiles.write(own, text);
    }

    /** All is saved, or given up. */
    void clear() {
        delete(own);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", file, e.toString());
        }
    }

    /** What earlier processes left, the newest first; what cannot be read is left where it is. */
    static List<Recovered> left(Path runs) {
        List<Recovered> found = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(runs) ? Files.list(runs) : Stream.empty()) {
            for (Path file : files.toList()) {
                if (String.valueOf(file.getFileName()).matches(SHAPE)) {
                    read(file, found);
                }
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", runs, e.toString());
        }
        found.sort(Comparator.comparing(Recovered::written).reversed());
        return found;
    }

    private static void read(Path file, List<Recovered> found) {
        try {
            Notebook notebook = NotebookFiles.open(file);
            Instant written = Files.getLastModifiedTime(file).toInstant();
            found.add(new Recovered(file, notebook, written));
        } catch (IOException | UserFacingException e) {
            LOG.warn("{} cannot be used: {}", file, e.getMessage());
        }
    }
}
