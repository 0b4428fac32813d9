package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.checkpoint.OneWriter;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.Places;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The runs folders of notebooks that have no file yet: {@code untitled-1.runs} and so on in the user's folder for the
 * program's data, each for one notebook. A notebook that begins with the same text as one before, as an example does, is
 * given that one's folder, and with it what it showed.
 */
public final class Untitled {
    private static final Logger LOG = LoggerFactory.getLogger(Untitled.class);
    private static final String SHAPE = "untitled-\\d{1,6}\\.runs";
    private static final String ABOUT = "untitled.json";
    private static final int FORMAT = 1;
    private static final int LAST = 999_999;

    private Untitled() {}

    /**
     * What is known of a notebook without a file.
     *
     * @param folder what its relative paths are relative to
     * @param text what it said at first
     */
    private record About(int format, String folder, String text) {}

    /**
     * A notebook that was never saved, left by a process that died.
     *
     * @param places its own
     * @param notebook what it said
     */
    public record Left(Places places, Notebook notebook) {}

    /**
     * The places of a notebook that has no file.
     *
     * @param home the user's folder for the program's data
     * @param folder what relative paths are relative to; the home where it has none
     */
    public static Places places(Path home, Notebook notebook, Optional<Path> folder) {
        String text = NotebookFormat.write(notebook);
        Path base = folder.orElse(home).toAbsolutePath().normalize();
        for (Path runs : folders(home)) {
            Optional<About> about = about(runs);
            boolean same = about.filter(
                            each -> each.text().equals(text) && each.folder().equals(base.toString()))
                    .isPresent();
            if (same && isFree(runs) && Recovery.left(runs).isEmpty()) {
                return new Places(base, runs, false);
            }
        }
        Path runs = next(home);
        try {
            AtomicFiles.write(runs.resolve(ABOUT), OutputMapper.write(new About(FORMAT, base.toString(), text)));
        } catch (UserFacingException e) {
            LOG.warn("{} {}", e.what(), e.remedy());
        }
        return new Places(base, runs, false);
    }

    /** Makes a folder nobody has; where none can be made, names one, so that whoever writes there hears of it. */
    private static Path next(Path home) {
        int highest = 0;
        for (Path runs : folders(home)) {
            highest = Math.max(highest, number(runs));
        }
        for (int number = highest + 1; number <= LAST; number++) {
            Path runs = home.resolve("untitled-" + number + ".runs");
            try {
                Files.createDirectories(home);
                return Files.createDirectory(runs);
            } catch (FileAlreadyExistsException e) {
                LOG.debug("{} was taken meanwhile", runs);
            } catch (IOException e) {
                LOG.warn("{} cannot be made: {}", runs, e.toString());
                return runs;
            }
        }
        return home.resolve("untitled-" + LAST + ".runs");
    }

    private static int number(Path runs) {
        return Integer.parseInt(String.valueOf(runs.getFileName()).replaceAll("\\D", ""));
    }

    private static List<Path> folders(Path home) {
        try (Stream<Path> entries = Files.isDirectory(home) ? Files.list(home) : Stream.empty()) {
            return entries.filter(entry -> String.valueOf(entry.getFileName()).matches(SHAPE))
                    .sorted(Comparator.comparingInt(Untitled::number))
                    .toList();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", home, e.toString());
            return List.of();
        }
    }

    private static Optional<About> about(Path runs) {
        try {
            About about = OutputMapper.read(Files.readAllBytes(runs.resolve(ABOUT)), About.class);
            return Optional.of(about).filter(each -> each.format() == FORMAT);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be used: {}", runs.resolve(ABOUT), e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isFree(Path runs) {
        Lease lease = Lease.take(runs);
        lease.lock().ifPresent(OneWriter::close);
        return lease.access() == Access.WRITER;
    }

    /** The notebooks that were never saved and that no process has open. Folders with nothing in them are removed. */
    public static List<Left> left(Path home) {
        List<Left> left = new ArrayList<>();
        for (Path runs : folders(home)) {
            Lease lease = Lease.take(runs);
            if (lease.access() == Access.WRITER) {
                Path base = about(runs).map(About::folder).map(Path::of).orElse(home);
                Recovery.left(runs).stream()
                        .findFirst()
                        .ifPresent(found -> left.add(new Left(new Places(base, runs, false), found.notebook())));
                lease.end();
            }
        }
        return left;
    }

    /** Whether a runs folder was made for a notebook without a file. */
    public static boolean made(Path runs) {
        return Files.isRegularFile(runs.resolve(ABOUT));
    }

    /** What the notebook a folder was made for said at first; empty where that is not known. */
    static Optional<String> first(Path runs) {
        return about(runs).map(About::text);
    }
}
