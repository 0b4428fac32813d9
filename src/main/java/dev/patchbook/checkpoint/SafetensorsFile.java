package dev.patchbook.checkpoint;

import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A safetensors file open for reading. The header is checked on opening; tensors are read when asked for, in pieces, and
 * not through a memory map: a file cut short by another program would kill the process through one.
 */
public final class SafetensorsFile implements AutoCloseable {
    private static final int PIECE = 1 << 18;

    private final Path path;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final long data;

    private SafetensorsFile(Path path, FileChannel channel, SafetensorsHeader header, long data) {
        this.path = path;
        this.channel = channel;
        this.header = header;
        this.data = data;
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws UserFacingException where there is no such file or it breaks the format's rules
     */
    public static SafetensorsFile open(Path path) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            SafetensorsFile file = read(path, channel);
            channel = null;
            return file;
        } catch (NoSuchFileException e) {
            throw new UserFacingException("There is no file " + path + ".", "Check the path.", e);
        } catch (IOException e) {
            throw unreadable(path, e);
        } finally {
            closeQuietly(channel);
        }
    }

    private static SafetensorsFile read(Path path, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < 8) {
            throw SafetensorsHeader.broken(path, "it has only " + size + " bytes");
        }
        ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        fill(path, channel, length, 0);
        long bytes = length.flip().getLong();
        if (bytes < 0 || bytes > SafetensorsHeader.MAX_BYTES || bytes > size - 8) {
            throw SafetensorsHeader.broken(path, "its first eight bytes do not give the length of a header");
        }
        ByteBuffer json = ByteBuffer.allocate((int) bytes);
        fill(path, channel, json, 8);
        long data = 8 + bytes;
        return new SafetensorsFile(path, channel, SafetensorsHeader.parse(path, json.array(), size - data), data);
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** Names of the tensors, in the order of their data. */
    public List<String> names() {
        return List.copyOf(header.tensors().keySet());
    }

    /** Whether there is a tensor of this name. */
    public boolean has(String name) {
        return header.tensors().containsKey(name);
    }

    /** The texts stored beside the tensors. */
    public Map<String, String> metadata() {
        return Map.copyOf(header.metadata());
    }

    /**
     * Sizes of a tensor.
     *
     * @throws UserFacingException if it is not there
     */
    public int[] shape(String name) {
        return entry(name).shape().clone();
    }

    /**
     * Number format of a tensor.
     *
     * @throws UserFacingException if it is not there
     */
    public DType dtype(String name) {
        return entry(name).dtype();
    }

    /**
     * Values of a tensor as floats, row-major, converted where the file has another format.
     *
     * @throws UserFacingException if it is not there or cannot be read
     */
    public float[] floats(String name) {
        float[] values = new float[entry(name).count()];
        read(name, FloatBuffer.wrap(values));
        return values;
    }

    /**
     * Copies the values of a tensor as floats to the buffer's position.
     *
     * @throws UserFacingException if it is not there or cannot be read
     */
    public void read(String name, FloatBuffer target) {
        DType dtype = entry(name).dtype();
        pieces(entry(name), piece -> {
            if (dtype == DType.F32) {
                target.put(piece.asFloatBuffer());
                return;
            }
            while (piece.hasRemaining()) {
                target.put(dtype.nextFloat(piece));
            }
        });
    }

    /**
     * Values of a tensor of whole numbers.
     *
     * @throws UserFacingException if it is not there, holds fractions or a number beyond 32 bits, or cannot be read
     */
    public int[] ints(String name) {
        SafetensorsHeader.Entry entry = entry(name);
        if (!entry.dtype().whole()) {
            throw new UserFacingException(
                    "Tensor " + name + " in " + path + " is " + entry.dtype() + ", not whole numbers.",
                    "Save it as I64 or I32.");
        }
        int[] values = new int[entry.count()];
        int[] at = {0};
        pieces(entry, piece -> {
            while (piece.hasRemaining()) {
                values[at[0]++] = whole(entry, entry.dtype().nextLong(piece));
            }
        });
        return values;
    }

    /**
     * A tensor with its shape.
     *
     * @throws UserFacingException if it is not there or cannot be read
     */
    public TensorView tensor(String name) {
        return new TensorView(floats(name), shape(name));
    }

    /**
     * Checks that a tensor is there with the given sizes.
     *
     * @throws UserFacingException if not
     */
    public void require(String name, int... shape) {
        int[] found = entry(name).shape();
        if (!Arrays.equals(found, shape)) {
            throw new UserFacingException(
                    "Tensor " + name + " in " + path + " has shape " + Arrays.toString(found) + ", but "
                            + Arrays.toString(shape) + " is needed.",
                    "Use weights of the same sizes as the model's configuration.");
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private int whole(SafetensorsHeader.Entry entry, long value) {
        if (value != (int) value) {
            throw new UserFacingException(
                    "Tensor " + entry.name() + " in " + path + " holds " + value + ", too large a number.",
                    "Save it with numbers of at most 32 bits.");
        }
        return (int) value;
    }

    private SafetensorsHeader.Entry entry(String name) {
        SafetensorsHeader.Entry entry = header.tensors().get(name);
        if (entry == null) {
            throw new UserFacingException(
                    path + " has no tensor " + name + ".", "Use a file with the names Patchbook and the articles use.");
        }
        return entry;
    }

    private interface Piece {
        void accept(ByteBuffer piece);
    }

    private void pieces(SafetensorsHeader.Entry entry, Piece sink) {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(PIECE, entry.end() - entry.begin()))
                .order(ByteOrder.LITTLE_ENDIAN);
        try {
            for (long at = entry.begin(); at < entry.end(); at += buffer.limit()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), entry.end() - at));
                fill(path, channel, buffer, data + at);
                sink.accept(buffer.flip());
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static void fill(Path path, FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw SafetensorsHeader.broken(path, "it ends too early");
            }
            at += read;
        }
    }

    private static UserFacingException unreadable(Path path, IOException cause) {
        return new UserFacingException(path + " cannot be read.", "Check that it is a file you may read.", cause);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing was written through it, so nothing can be lost.
            }
        }
    }
}
