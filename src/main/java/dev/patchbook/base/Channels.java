package dev.patchbook.base;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Whole buffers from and to a place of a file, however many calls the system takes for them. */
public final class Channels {
    private Channels() {}

    /** Reads until a buffer is full, and makes it ready to be taken from; false where the file ends before. */
    public static boolean fill(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                return false;
            }
        }
        buffer.flip();
        return true;
    }

    /**
     * As {@link #fill}, of a file that is known to be long enough.
     *
     * @throws EOFException where it is not
     */
    public static void read(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        if (!fill(channel, buffer, at)) {
            throw new EOFException("the file ends before byte " + (at + buffer.limit()));
        }
    }

    /** Writes what remains of a buffer that begins at its first byte. */
    public static void write(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
    }
}
