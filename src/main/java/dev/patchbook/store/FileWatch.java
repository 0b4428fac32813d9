package dev.patchbook.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a notebook's file still says what it said when it was last read or written here. Time and size are looked at first;
 * what counts is the content.
 */
final class FileWatch {
    private static final int MOST = 8 << 20;

    private final Path file;
    private byte[] known;
    private @Nullable Stamp stamp;

    private record Stamp(FileTime time, long size, @Nullable Object key) {}

    /** Of a file that says this now. */
    FileWatch(Path file, String text) {
        this.file = file;
        this.known = text.getBytes(StandardCharsets.UTF_8);
    }

    /** The file says this from now on, be it that it was written so or that a person knows. */
    synchronized void knows(String text) {
        known = text.getBytes(StandardCharsets.UTF_8);
        stamp = null;
    }

    /** Looks at the file. What cannot be read just now counts as the same: it will be read another time. */
    synchronized OnDisk look() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Stamp seen = new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
            if (seen.equals(stamp)) {
                return OnDisk.SAME;
            }
            boolean same = now.size() == known.length && Arrays.equals(bytes(), known);
            stamp = same ? seen : null;
            return same ? OnDisk.SAME : OnDisk.CHANGED;
        } catch (NoSuchFileException e) {
            return OnDisk.DELETED;
        } catch (IOException e) {
            return OnDisk.SAME;
        }
    }

    /** What the file says, as text; empty where it cannot be read or is no text. */
    Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes()))
                    .toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST + 1);
        }
    }
}
