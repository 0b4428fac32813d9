package dev.patchbook.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.RowProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The row report as a CSV file; it is there once it is whole. */
public final class ProblemFile implements AutoCloseable {
    private final Path path;
    private final Path part;
    private final CsvWriter writer;
    private boolean done;

    private ProblemFile(Path path, Path part, CsvWriter writer) {
        this.path = path;
        this.part = part;
        this.writer = writer;
    }

    /**
     * Begins a file.
     *
     * @throws UserFacingException where it cannot be written
     */
    public static ProblemFile open(Path file) {
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            CsvWriter writer = CsvWriter.builder().build(part);
            writer.writeRecord("row", "line", "field", "code", "reason", "remedy");
            return new ProblemFile(file, part, writer);
        } catch (IOException | UncheckedIOException e) {
            throw failed(file, e);
        }
    }

    /**
     * Writes a whole report.
     *
     * @throws UserFacingException where it cannot be written
     */
    public static void write(Path file, List<RowProblem> problems) {
        try (ProblemFile report = open(file)) {
            problems.forEach(report::add);
            report.done();
        }
    }

    /** Adds a row. */
    public void add(RowProblem problem) {
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

    /** Gives the file its name, in place of one that had it. */
    public void done() {
        try {
            done = true;
            writer.close();
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException e) {
            throw failed(path, e);
        }
    }

    @Override
    public void close() {
        if (!done) {
            try {
                writer.close();
                Files.deleteIfExists(part);
            } catch (IOException | UncheckedIOException e) {
                throw failed(path, e);
            }
        }
    }

    private static UserFacingException failed(Path path, Exception e) {
        return new UserFacingException(
                "The report " + path + " cannot be written.", "Check that its folder is there and has room.", e);
    }
}
