package dev.patchbook.checkpoint;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes files and folders whole or not at all: under a temporary name beside the target, synced, then renamed. */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Puts the content of a file or folder in place. */
    public interface Body<T> {
        /** Writes all of it. */
        void write(T target) throws IOException;
    }

    /** Writes a file through a channel, replacing an earlier one. */
    public static void write(Path path, Body<FileChannel> body) {
        Path target = path.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.createDirectories(parent(target));
            delete(temporary); // of a write that was cut short; were it a link, it would be written through
            try (FileChannel channel = FileChannel.open(
                    temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS)) {
                body.write(channel);
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(parent(target));
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(path, e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    /** Writes a text file, replacing an earlier one. */
    public static void write(Path path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes, replacing an earlier file. */
    public static void write(Path path, byte[] content) {
        write(path, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /**
     * Writes a folder, replacing an earlier one. While the two change places there is a moment with neither under the
     * name; {@link #recover} puts the earlier one back after a crash in it.
     */
    public static void writeFolder(Path path, Body<Path> body) {
        Path target = path.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + ".new");
        Path old = old(target);
        try {
            recover(target);
            Files.createDirectories(parent(target));
            delete(temporary);
            Files.createDirectory(temporary);
            body.write(temporary);
            sync(temporary);
            if (Files.exists(target)) {
                Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            sync(parent(target));
            delete(old);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(path, e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    /** Puts back the earlier folder where a replacement was cut short, and removes what a finished one left. */
    static void recover(Path path) {
        Path target = path.toAbsolutePath();
        Path old = old(target);
        try {
            if (!Files.exists(old)) {
                return;
            }
            if (Files.exists(target)) {
                delete(old);
            } else {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Removes a folder so that a crash meanwhile leaves none that is only half there. */
    static void deleteFolder(Path path) throws IOException {
        Path gone = path.resolveSibling("." + path.getFileName() + ".new"); // what a write that was cut short leaves
        delete(gone);
        Files.move(path, gone, StandardCopyOption.ATOMIC_MOVE);
        delete(gone);
    }

    /** Removes a file or a folder with all in it; what is not there is well. Links are removed, not followed. */
    public static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    static UserFacingException unwritable(Path path, Exception cause) {
        return UnwritableException.of(path, cause);
    }

    private static Path old(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".old");
    }

    private static Path parent(Path target) {
        Path parent = target.getParent();
        return parent == null ? target : parent;
    }

    /** Makes a folder's entries durable; Windows cannot open a folder and needs no such call. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Only durability against a power cut is lost; the content is already in place.
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            delete(path);
        } catch (IOException | UncheckedIOException e) {
            // A left-over temporary is replaced by the next write.
        }
    }
}
