package dev.patchbook.data.picture;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture's bytes for a reader that may go on asking for more when there are none: some readers take the end for zeros. */
final class BoundedInput extends MemoryCacheImageInputStream {
    /** Readers look a little ahead; the end met more often than this means that data is missing. */
    private static final int MOST_ENDS = 4096;

    private int ends;

    BoundedInput(byte[] bytes) {
        super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read() throws IOException {
        return counted(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return counted(super.read(bytes, offset, length));
    }

    private int counted(int read) {
        if (read < 0 && ++ends > MOST_ENDS) {
            throw new UncheckedIOException(new EOFException("read beyond the end again and again"));
        }
        return read;
    }
}
