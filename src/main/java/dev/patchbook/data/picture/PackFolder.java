package dev.patchbook.data.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of packs, which several programs use at once: whatever is in it may be gone a moment later. */
final class PackFolder {
    static final String SUFFIX = ".pack";

    private static final Logger LOG = LoggerFactory.getLogger(PackFolder.class);
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;

    PackFolder(Path folder) {
        this.folder = folder;
    }

    /** The packs, the least recently used first. */
    List<Path> packs() {
        return ending(SUFFIX);
    }

    private List<Path> ending(String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            Map<Path, FileTime> times = new HashMap<>(); // asked for once: others use them meanwhile
            all.filter(path -> path.toString().endsWith(suffix)).forEach(path -> times.put(path, time(path)));
            return times.entrySet().stream()
                    .sorted(Map.Entry.<Path, FileTime>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.info("{} cannot be read: {}", folder, e.toString());
            return List.of();
        }
    }

    private static FileTime time(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * A place for a pack.
     *
     * @param free bytes to be left on the disk
     * @throws IOException where the folder cannot be made, or the disk is nearly full
     */
    Path place(String name, long free) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder.toAbsolutePath());
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                // they are somebody's pictures
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        if (Files.getFileStore(folder).getUsableSpace() < free) {
            throw new IOException("the disk is nearly full");
        }
        return folder.resolve(name + SUFFIX);
    }

    /** Notes that a pack was of use. */
    void used(Path pack) {
        try {
            Files.setLastModifiedTime(pack, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.debug("{} is gone", pack, e);
        }
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.info("{} cannot be removed: {}", file, e.toString());
        }
    }

    /** Removes the least recently used packs beyond so many bytes, and what crashed programs left. */
    void prune(long most) {
        List<Path> all = packs();
        long total = 0;
        for (int i = all.size() - 1; i >= 0; i--) {
            total += size(all.get(i));
            if (total > most) {
                remove(all.get(i));
            }
        }
        FileTime before = FileTime.from(Instant.now().minus(ABANDONED));
        ending(PackWriter.UNFINISHED).stream()
                .filter(path -> time(path).compareTo(before) < 0)
                .forEach(this::remove);
    }
}
