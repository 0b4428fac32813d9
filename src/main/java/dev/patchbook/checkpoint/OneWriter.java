package dev.patchbook.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lock file: whoever holds it is the one writer of what lies beside it. The operating system frees it when the process
 * ends, however it ends. On some systems a process that closes any channel on a file loses its own lock on it, so who holds
 * what in this process is known before a file is touched.
 */
public final class OneWriter implements AutoCloseable {
    /** Far behind any content, which others can thus read on every system. */
    private static final long BYTE = Long.MAX_VALUE - 1;

    private static final int ATTEMPTS = 10;
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;
    private boolean closed;

    private OneWriter(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock; empty where this process or another holds it.
     *
     * @throws IOException where the file cannot be made, or its system knows no locks
     */
    public static Optional<OneWriter> take(Path lock) throws IOException {
        Path file = real(lock);
        synchronized (HELD) {
            if (HELD.contains(file)) {
                return Optional.empty();
            }
            OneWriter taken = null;
            for (int i = 0; i < ATTEMPTS && taken == null; i++) {
                FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
                if (!locked(channel)) {
                    channel.close();
                    return Optional.empty();
                }
                taken = stillThere(file, channel);
            }
            if (taken == null) {
                throw new IOException(file + " was removed again and again");
            }
            HELD.add(file);
            return Optional.of(taken);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(BYTE, 1, false);
            return lock != null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Whoever held the lock before may have removed the file just before letting go: then it locks nothing. The file is asked
     * for its size and never opened, since closing it again would end the lock.
     */
    private static @Nullable OneWriter stillThere(Path file, FileChannel channel) throws IOException {
        OneWriter taken = new OneWriter(file, channel);
        taken.write(ProcessHandle.current().pid() + "\n" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n");
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == channel.size()) {
            return taken;
        }
        channel.close();
        return null;
    }

    private void write(String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Who holds a lock, for people: {@code process 4711, since 14:02}; empty where that is not known. */
    public static String holder(Path lock) {
        try {
            Path file = real(lock);
            synchronized (HELD) {
                if (HELD.contains(file)) {
                    return "another window of this program";
                }
            }
            List<String> lines = Files.readAllLines(file);
            Instant since = Instant.parse(lines.get(1));
            String time = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT)
                    .withZone(ZoneId.systemDefault())
                    .format(since);
            return "process " + Long.parseLong(lines.get(0)) + ", since " + time;
        } catch (IOException | RuntimeException e) {
            return ""; // whoever holds it has not written it yet, or wrote something else
        }
    }

    /** The same file under one name, whatever links lead there. */
    private static Path real(Path lock) throws IOException {
        Path absolute = lock.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent.toRealPath().resolve(String.valueOf(absolute.getFileName()));
    }

    /** Lets go and removes the file. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Where a file in use cannot be removed it stays, and locks nothing.
        }
        close();
    }

    @Override
    public void close() {
        synchronized (HELD) {
            if (closed) {
                return;
            }
            closed = true;
            HELD.remove(file);
            try {
                channel.close();
            } catch (IOException e) {
                // The lock ends with the process at the latest.
            }
        }
    }
}
