package dev.patchbook.data.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/** Writes a pack beside its place under another name; nobody sees it before it is whole. */
final class PackWriter {
    static final String UNFINISHED = ".new";

    /** Most entries: their keys are held until the pack is finished, at about a sixteenth of the memory. */
    private static final long MOST = Runtime.getRuntime().maxMemory() / 2048;

    private static final int BLOCK = 1 << 18;

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private final TreeSet<byte[]> index =
            new TreeSet<>((a, b) -> Arrays.compareUnsigned(a, 0, PackFormat.KEY, b, 0, PackFormat.KEY));
    private final long most;
    private long written;

    /** Begins a pack of so many bytes at most. */
    PackWriter(Path target, long most) throws IOException {
        this.target = target;
        this.most = most;
        this.temporary = target.resolveSibling(target.getFileName() + UNFINISHED);
        this.channel = FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        put(ByteBuffer.allocate(Long.BYTES).putLong(PackFormat.MARK).flip());
    }

    /** Adds a picture under a key, if there is room and it is not there yet. */
    void add(byte[] key, Decoded picture) throws IOException {
        int length = PackFormat.length(picture.over().length, picture.opaque());
        long end = written + length + (index.size() + 1L) * PackFormat.INDEX_ENTRY + PackFormat.FOOT;
        byte[] place = ByteBuffer.allocate(PackFormat.INDEX_ENTRY)
                .put(key)
                .putLong(written)
                .array();
        if (end <= most && index.size() < MOST && index.add(place)) {
            put(PackFormat.entry(key, picture));
        }
    }

    private void put(ByteBuffer bytes) throws IOException {
        written += bytes.remaining();
        if (bytes.remaining() > block.remaining()) {
            flush();
        }
        if (bytes.remaining() > block.remaining()) {
            write(bytes);
        } else {
            block.put(bytes);
        }
    }

    private void flush() throws IOException {
        block.flip();
        write(block);
        block.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Puts the finished pack in its place. */
    void finish() throws IOException {
        long indexAt = written;
        CRC32C checksum = new CRC32C();
        for (byte[] place : index) {
            checksum.update(place);
            put(ByteBuffer.wrap(place));
        }
        put(PackFormat.foot(indexAt, index.size(), (int) checksum.getValue()));
        flush();
        channel.force(true);
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives the pack up. */
    void drop() {
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The next program that uses the folder removes it.
        }
    }
}
