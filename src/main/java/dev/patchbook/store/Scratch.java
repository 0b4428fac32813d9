package dev.patchbook.store;

import dev.patchbook.checkpoint.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A runs folder for a notebook that somebody else writes: gone when it is closed, unless it is saved under another name. */
final class Scratch {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

    private Scratch() {}

    /** A new folder; where none can be made, the one asked for, so that runs say they cannot be written. */
    static Path folder(Path instead) {
        try {
            return Files.createTempDirectory("patchbook-").resolve(String.valueOf(instead.getFileName()));
        } catch (IOException e) {
            LOG.warn("no temporary folder can be made: {}", e.toString());
            return instead;
        }
    }

    /** Removes what {@link #folder} gave. */
    static void remove(Path folder) {
        try {
            Path parent = folder.getParent();
            if (parent != null && String.valueOf(parent.getFileName()).startsWith("patchbook-")) {
                AtomicFiles.delete(parent);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.info("{} is not wholly removed: {}", folder, e.toString());
        }
    }
}
