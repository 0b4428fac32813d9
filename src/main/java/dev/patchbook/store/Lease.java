package dev.patchbook.store;

import dev.patchbook.base.Links;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.checkpoint.OneWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A runs folder and what may be done with it.
 *
 * @param runs the folder
 * @param lock held while it may be written
 * @param access what may be done
 * @param holder who else writes it, for people; empty where nobody does or it is not known
 */
record Lease(Path runs, Optional<OneWriter> lock, Access access, String holder) {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final String LOCK = ".lock";
    private static final Set<String> NOTHING = Set.of(LOCK, "untitled.json", "outputs");

    /** Takes a runs folder, making it where it is not there. */
    static Lease take(Path runs) {
        Path file = runs.resolve(LOCK);
        try {
            Files.createDirectories(runs);
            Links.requireOwn(runs);
            Links.requireWithin(runs, runs.resolve("outputs"));
            Optional<OneWriter> lock = OneWriter.take(file);
            return lock.isPresent()
                    ? new Lease(runs, lock, Access.WRITER, "")
                    : new Lease(runs, lock, Access.READER, OneWriter.holder(file));
        } catch (IOException | UserFacingException e) {
            LOG.warn("{} cannot be written: {}", runs, e.toString());
            return new Lease(runs, Optional.empty(), Access.NOWHERE, "");
        }
    }

    /** Whether there is nothing in the folder that anybody would miss. */
    boolean isBare() {
        try (Stream<Path> entries = Files.list(runs);
                Stream<Path> outputs = outputs()) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).allMatch(NOTHING::contains)
                    && outputs.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private Stream<Path> outputs() throws IOException {
        Path folder = runs.resolve("outputs");
        return Files.isDirectory(folder) ? Files.list(folder) : Stream.empty();
    }

    /** Lets go; a folder with nothing in it goes, too. */
    void end() {
        if (lock.isPresent() && isBare()) {
            remove();
        } else {
            lock.ifPresent(OneWriter::close);
        }
    }

    /** Removes the folder with all in it, the lock last. */
    void remove() {
        if (lock.isEmpty()) {
            return;
        }
        try (Stream<Path> entries = Files.list(runs)) {
            List<Path> all = entries.toList();
            for (Path entry : all) {
                if (!entry.endsWith(LOCK)) {
                    AtomicFiles.delete(entry);
                }
            }
            lock.get().remove();
            Files.deleteIfExists(runs);
        } catch (IOException e) {
            LOG.info("{} is not wholly removed: {}", runs, e.toString());
        } finally {
            lock.get().close();
        }
    }
}
