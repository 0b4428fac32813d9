package dev.patchbook.data.picture;

import dev.patchbook.base.Channels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/** A pack of pictures that was written whole; it is never changed. Safe for use by several threads. */
final class PicturePack {
    private static final int BLOCK = 1 << 16;

    private final FileChannel channel;
    private final Path path;
    private final int values;
    private final long indexAt;
    private final long entries;

    private PicturePack(FileChannel channel, Path path, int values, ByteBuffer foot) {
        this.channel = channel;
        this.path = path;
        this.values = values;
        this.indexAt = foot.getLong(0);
        this.entries = foot.getLong(Long.BYTES);
    }

    /**
     * Opens a pack.
     *
     * @param values bytes of a picture's values
     * @return empty where it is not whole
     * @throws IOException where it cannot be read
     */
    static Optional<PicturePack> open(Path path, int values) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean sound = false;
        try {
            long size = channel.size();
            ByteBuffer foot = ByteBuffer.allocate(PackFormat.FOOT);
            if (size < Long.BYTES + PackFormat.FOOT || !Channels.fill(channel, foot, size - PackFormat.FOOT)) {
                return Optional.empty();
            }
            PicturePack pack = new PicturePack(channel, path, values, foot);
            sound = PackFormat.sound(foot)
                    && pack.entries >= 0
                    && pack.indexAt + pack.entries * PackFormat.INDEX_ENTRY + PackFormat.FOOT == size
                    && foot.getInt(2 * Long.BYTES) == pack.indexChecksum();
            return sound ? Optional.of(pack) : Optional.empty();
        } finally {
            if (!sound) {
                channel.close();
            }
        }
    }

    private int indexChecksum() throws IOException {
        CRC32C checksum = new CRC32C();
        long end = indexAt + entries * PackFormat.INDEX_ENTRY;
        for (long at = indexAt; at < end; at += BLOCK) {
            ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, end - at));
            if (!Channels.fill(channel, block, at)) {
                return 0;
            }
            checksum.update(block.array());
        }
        return (int) checksum.getValue();
    }

    /** Where the entry of a key is; -1: there is none. */
    long find(byte[] key) throws IOException {
        long low = 0;
        long high = entries - 1;
        ByteBuffer found = ByteBuffer.allocate(PackFormat.INDEX_ENTRY);
        while (low <= high) {
            long middle = (low + high) >>> 1;
            found.clear();
            if (!Channels.fill(channel, found, indexAt + middle * PackFormat.INDEX_ENTRY)) {
                return -1;
            }
            int order = Arrays.compareUnsigned(found.array(), 0, PackFormat.KEY, key, 0, PackFormat.KEY);
            if (order == 0) {
                return found.getLong(PackFormat.KEY);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    /**
     * The picture at a place.
     *
     * @throws IllegalArgumentException where it is not whole
     */
    Decoded read(byte[] key, long at) throws IOException {
        long room = Math.min(PackFormat.longest(values), indexAt - at);
        if (at < Long.BYTES || room <= 0) {
            throw new IllegalArgumentException("it lies elsewhere");
        }
        ByteBuffer entry = ByteBuffer.allocate((int) room);
        if (!Channels.fill(channel, entry, at)) {
            throw new IllegalArgumentException("it is cut off");
        }
        return PackFormat.picture(key, entry, values);
    }

    /** Gives the values of an entry that was read before, again and again: over the background, or without alpha. */
    Supplier<byte[]> again(long at, boolean second) {
        long start = at + PackFormat.overAt() + (second ? values : 0);
        return () -> {
            ByteBuffer buffer = ByteBuffer.allocate(values);
            try {
                if (!Channels.fill(channel, buffer, start)) {
                    throw new IOException(path + " was cut off");
                }
                return buffer.array();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    Path path() {
        return path;
    }

    void close() throws IOException {
        channel.close();
    }
}
