package dev.patchbook.data.picture;

import dev.patchbook.base.Channels;
import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pictures of one data set: the first in memory, and once those take up their share of it, the rest in a file that is
 * read where it is needed. The system deletes the file when nothing refers to it any more, however the program ends. Not
 * for use by several threads while pictures are added.
 */
public final class PixelStore implements StoredPicture.Keeper {
    /** Most bytes kept in memory. */
    public static final long MOST_MEMORY = 16L << 20;

    /** Most bytes kept on disk. */
    public static final long MOST_DISK = 16L << 30;

    private final Path folder;
    private final long memory;
    private final long disk;
    private long kept;
    private long written;
    private @Nullable FileChannel file;

    /**
     * A store within the usual bounds.
     *
     * @param folder where the file goes, made when first needed
     */
    public PixelStore(Path folder) {
        this(folder, MOST_MEMORY, MOST_DISK);
    }

    PixelStore(Path folder, long memory, long disk) {
        this.folder = folder;
        this.memory = memory;
        this.disk = disk;
    }

    @Override
    public Supplier<byte[]> keep(byte[] values) {
        if (kept + values.length <= memory) {
            kept += values.length;
            return () -> values;
        }
        try {
            return write(values);
        } catch (IOException e) {
            throw new UserFacingException(
                    "The pictures do not fit in memory, and cannot be kept in " + folder + " either.",
                    "Make room on the disk, or lower image-size.",
                    e);
        }
    }

    /** Keeps values in memory while there is room; else as they can be had again anyway. */
    Supplier<byte[]> keep(byte[] values, Supplier<byte[]> again) {
        return kept + values.length <= memory ? keep(values) : again;
    }

    /** Bytes kept on disk. */
    long onDisk() {
        return written;
    }

    private Supplier<byte[]> write(byte[] values) throws IOException {
        FileChannel channel = file == null ? create() : file;
        file = channel;
        if (written + values.length > disk) {
            throw new UserFacingException(
                    "At this size the pictures take more than " + (disk >> 30) + " GB.", "Lower image-size.");
        }
        long at = written;
        Channels.write(channel, ByteBuffer.wrap(values), at);
        written += values.length;
        int length = values.length;
        return () -> read(channel, at, length);
    }

    private static byte[] read(FileChannel channel, long at, int length) {
        try {
            ByteBuffer values = ByteBuffer.allocate(length);
            Channels.read(channel, values, at);
            return values.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel create() throws IOException {
        Files.createDirectories(folder);
        Path path = Files.createTempFile(folder, "pixels-", ".bin");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
