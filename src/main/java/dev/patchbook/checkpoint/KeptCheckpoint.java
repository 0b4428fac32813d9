package dev.patchbook.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkpoint of a run as it is on disk.
 *
 * @param step updates done
 * @param folder its folder
 * @param bytes all its files take
 * @param optimizerBytes of them, those of the optimizer's state; 0: it has none, and training cannot go on from it
 */
public record KeptCheckpoint(long step, Path folder, long bytes, long optimizerBytes) {
    /** Those of a run's folder, the oldest first. */
    public static List<KeptCheckpoint> of(Path run) {
        Path all = run.resolve(RunFolder.CHECKPOINTS);
        try (Stream<Path> entries = Files.list(all)) {
            return entries.filter(entry -> String.valueOf(entry.getFileName()).matches("\\d{6,18}"))
                    .map(KeptCheckpoint::read)
                    .sorted(Comparator.comparingLong(KeptCheckpoint::step))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            throw UnwritableException.of(all, e);
        }
    }

    private static KeptCheckpoint read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = 0;
            long optimizer = 0;
            for (Path file : files.toList()) {
                long size = Files.size(file);
                bytes += size;
                optimizer += file.endsWith(Checkpoint.OPTIMIZER) ? size : 0;
            }
            return new KeptCheckpoint(Long.parseLong(String.valueOf(folder.getFileName())), folder, bytes, optimizer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KeptCheckpoint withoutOptimizer() {
        return new KeptCheckpoint(step, folder, bytes - optimizerBytes, 0);
    }
}
