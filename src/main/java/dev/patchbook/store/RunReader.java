package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Reads what a run's folder tells of it, and {@code about.json} in it: what a person said of the run. */
final class RunReader {
    static final int FORMAT = 1;
    private static final Logger LOG = LoggerFactory.getLogger(RunReader.class);
    private static final String ABOUT = "about.json";
    private static final About NOTHING = new About(FORMAT, "", false);

    /** What a person said of a run. */
    record About(int format, String name, boolean archived) {}

    private RunReader() {}

    static void write(Path run, About about) {
        AtomicFiles.write(run.resolve(ABOUT), OutputMapper.write(about));
    }

    static RunInfo read(String cell, Path folder, boolean writing) {
        About about = about(folder);
        Optional<Run> run = Optional.empty();
        Optional<String> problem = Optional.empty();
        try {
            run = Optional.of(RunFolder.read(folder).run());
        } catch (UserFacingException e) {
            problem = Optional.of(e.what());
        }
        List<Path> files = files(folder);
        return new RunInfo(
                cell,
                String.valueOf(folder.getFileName()),
                folder,
                about.name(),
                about.archived(),
                writing,
                run.map(each -> each.state().id()).orElse(""),
                run.flatMap(each -> Optional.ofNullable(each.last()))
                        .map(Long::parseLong)
                        .orElse(0L),
                run.map(Run::settings).orElse(Map.of()),
                run.flatMap(each -> Optional.ofNullable(each.best())).map(Run.Best::loss),
                times(folder, true),
                files.stream()
                        .map(file -> times(file, false))
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH),
                files.stream().mapToLong(RunReader::size).sum(),
                problem);
    }

    private static About about(Path run) {
        Path file = run.resolve(ABOUT);
        try {
            return Files.exists(file) ? OutputMapper.read(Files.readAllBytes(file), About.class) : NOTHING;
        } catch (IOException | JacksonException | DamagedException e) {
            LOG.warn("{} cannot be used: {}", file, e.getMessage());
            return NOTHING;
        }
    }

    private static List<Path> files(Path run) {
        try (Stream<Path> walk = Files.walk(run)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).equals(".lock"))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of(); // it is being changed; the next look tells
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // gone meanwhile
        }
    }

    private static Instant times(Path file, boolean created) {
        try {
            BasicFileAttributes times = Files.readAttributes(file, BasicFileAttributes.class);
            return (created ? times.creationTime() : times.lastModifiedTime()).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH; // gone meanwhile
        }
    }
}
