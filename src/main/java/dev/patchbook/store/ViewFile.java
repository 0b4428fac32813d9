package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.notebook.CellId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** How a person last looked at a notebook: {@code view.json}, which cells are collapsed. */
final class ViewFile {
    private static final Logger LOG = LoggerFactory.getLogger(ViewFile.class);
    private static final int FORMAT = 1;

    private final Path file;

    private record View(int format, List<String> collapsed) {}

    ViewFile(Path runs) {
        this.file = runs.resolve("view.json");
    }

    /** The cells that are collapsed; none where that cannot be read. */
    Set<CellId> collapsed() {
        Set<CellId> ids = new LinkedHashSet<>();
        try {
            View view = OutputMapper.read(Files.readAllBytes(file), View.class);
            if (view.format() == FORMAT) {
                view.collapsed().stream()
                        .filter(CellId::isValid)
                        .map(CellId::new)
                        .forEach(ids::add);
            }
        } catch (NoSuchFileException e) {
            return ids; // nothing was collapsed yet
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be used: {}", file, e.getMessage());
        }
        return ids;
    }

    /** Keeps which cells are collapsed. */
    void write(Set<CellId> collapsed) {
        try {
            List<String> ids = collapsed.stream().map(CellId::text).sorted().toList();
            AtomicFiles.write(file, OutputMapper.write(new View(FORMAT, ids)));
        } catch (UserFacingException e) {
            LOG.warn("{} cannot be written: {}", file, e.getMessage());
        }
    }
}
