package dev.patchbook.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.RowProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row report as a CSV file; it is there once it is whole. */
final class ProblemFile implements AutoCloseable {
    private final @Nullable Path path;
    private final @Nullable Path part;
    private final @Nullable CsvWriter writer;
    private boolean done;

    private ProblemFile(@Nullable Path path, @Nullable Path part, @Nullable CsvWriter writer) {
        this.path = path;
        this.part = part;
        this.writer = writer;
    }

    /**
     * Begins a file; without a path nothing is written.
     *
     * @throws UserFacingException where there is one already, or it cannot be written
     */
    static ProblemFile open(Optional<Path> path) {
        if (path.isEmpty()) {
            return new ProblemFile(null, null, null);
        }
        Path file = path.get();
        if (Files.exists(file)) {
            throw new UsageException(file + " is there already.", "Choose another name with --csv.");
        }
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            CsvWriter writer = CsvWriter.builder().build(part);
            writer.writeRecord("row", "line", "field", "code", "reason", "remedy");
            return new ProblemFile(file, part, writer);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    void add(RowProblem problem) {
        if (writer != null) {
            try {
                writer.writeRecord(
                        Long.toString(problem.row()),
                        Long.toString(problem.line()),
                        problem.field(),
                        problem.code(),
                        problem.reason(),
                        problem.remedy());
            } catch (UncheckedIOException e) {
                throw failed(path, e);
            }
        }
    }

    /** Gives the file its name. */
    void done() {
        if (writer != null && part != null && path != null) {
            try {
                done = true;
                writer.close();
                Files.move(part, path);
            } catch (IOException e) {
                throw failed(path, e);
            }
        }
    }

    @Override
    public void close() {
        if (writer != null && part != null && !done) {
            try {
                writer.close();
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw failed(path, e);
            }
        }
    }

    private static UserFacingException failed(@Nullable Path path, Exception e) {
        return new UserFacingException(
                "The report " + path + " cannot be written.", "Check that its folder is there and has room.", e);
    }
}
