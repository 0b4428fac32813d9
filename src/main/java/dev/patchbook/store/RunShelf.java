package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.checkpoint.OneWriter;
import dev.patchbook.session.TrainOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runs of a notebook: what there is, called by a name, put aside, deleted. What is deleted lies in {@code .trash} beside the
 * runs until it is brought back or the trash is emptied. Takes time; not for the window's thread.
 */
public final class RunShelf {
    private static final String TRASH = ".trash";
    private static final String LOCK = ".lock";
    private static final int LAST = 9999;

    private final Path runs;

    /** Those of a runs folder. */
    public RunShelf(Path runs) {
        this.runs = runs;
    }

    /** Every run, by cell and number; a run that cannot be read is there too and says why. */
    public List<RunInfo> list() {
        return in(runs);
    }

    /**
     * Everything a run noted, up to its last checkpoint.
     *
     * @throws UserFacingException where it cannot be read, or has no checkpoint
     */
    public static TrainOutput output(RunInfo run) {
        return PastRun.read(run.folder(), run.steps())
                .orElseThrow(() -> new UserFacingException(
                        "The run " + run.title() + " has no checkpoint.", "Choose one that went on for longer."));
    }

    /** The runs that were deleted. */
    public List<RunInfo> deleted() {
        return in(runs.resolve(TRASH));
    }

    private static List<RunInfo> in(Path folder) {
        List<RunInfo> all = new ArrayList<>();
        for (Path cell : folders(folder, "[A-Za-z0-9_-]+")) {
            for (Path run : folders(cell, "[0-9]{4}")) {
                if (Files.exists(run.resolve("run.json"))) {
                    all.add(RunReader.read(cell.getFileName().toString(), run, writing(run)));
                }
            }
        }
        return all;
    }

    private static List<Path> folders(Path folder, String name) {
        try (Stream<Path> entries = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> entry.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserFacingException(folder + " cannot be read.", "Check that the folder may be read.", e);
        }
    }

    private static boolean writing(Path run) {
        Path lock = run.resolve(LOCK);
        if (!Files.exists(lock)) {
            return false;
        }
        try {
            Optional<OneWriter> taken = OneWriter.take(lock);
            taken.ifPresent(OneWriter::close);
            return taken.isEmpty();
        } catch (IOException e) {
            return false; // nobody can write where nothing can be written
        }
    }

    /** Calls a run by a name; empty: by its cell and number again. */
    public RunInfo rename(RunInfo run, String name) {
        RunReader.write(run.folder(), new RunReader.About(RunReader.FORMAT, name.strip(), run.archived()));
        return read(run.cell(), run.folder());
    }

    /** Puts a run aside, or takes it back. */
    public RunInfo archive(RunInfo run, boolean aside) {
        RunReader.write(run.folder(), new RunReader.About(RunReader.FORMAT, run.name(), aside));
        return read(run.cell(), run.folder());
    }

    /**
     * Moves a run to the trash.
     *
     * @return the run as it lies there, for {@link #restore}
     * @throws UserFacingException where it is under way, or cannot be moved
     */
    public RunInfo delete(RunInfo run) {
        if (writing(run.folder())) {
            throw new UserFacingException(
                    "The run " + run.title() + " is under way.", "Stop it first, then delete it.");
        }
        return move(run, runs.resolve(TRASH));
    }

    /** Brings a deleted run back, to its old place or, where that is taken, to the next free one. */
    public RunInfo restore(RunInfo deleted) {
        return move(deleted, runs);
    }

    /** Removes a deleted run for good. */
    public void purge(RunInfo deleted) {
        Path trash = runs.resolve(TRASH).toAbsolutePath().normalize();
        if (!deleted.folder().toAbsolutePath().normalize().startsWith(trash)) {
            throw new IllegalArgumentException(deleted.folder() + " is not in the trash");
        }
        try {
            AtomicFiles.delete(deleted.folder());
        } catch (IOException e) {
            throw failed(deleted.folder(), "removed", e);
        }
    }

    private RunInfo move(RunInfo run, Path to) {
        Path target = free(to.resolve(run.cell()), run.number());
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.move(run.folder(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed(run.folder(), "moved", e);
        }
        return read(run.cell(), target);
    }

    private static Path free(Path cell, String number) {
        Path target = cell.resolve(number);
        for (int next = 1; Files.exists(target, LinkOption.NOFOLLOW_LINKS) && next <= LAST; next++) {
            target = cell.resolve(String.format(Locale.ROOT, "%04d", next));
        }
        return target;
    }

    private static RunInfo read(String cell, Path run) {
        return RunReader.read(cell, run, writing(run));
    }

    private static UserFacingException failed(Path folder, String what, IOException cause) {
        return new UserFacingException(
                folder + " cannot be " + what + ".", "Check that the folder may be written to.", cause);
    }
}
