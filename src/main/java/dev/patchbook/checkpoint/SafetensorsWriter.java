package dev.patchbook.checkpoint;

import dev.patchbook.base.JsonLine;
import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes safetensors files of 32-bit floats: tensors in the order given, metadata sorted, the header padded with spaces to
 * eight bytes; so equal content is equal bytes.
 */
public final class SafetensorsWriter {
    private static final int PIECE = 1 << 18;

    private SafetensorsWriter() {}

    /**
     * Writes a file whole or not at all: under a temporary name, synced, then renamed.
     *
     * @param metadata texts to store beside the tensors; empty for none
     * @throws UserFacingException where it cannot be written; an earlier file of the name is then untouched
     */
    public static void write(Path path, List<TensorSource> tensors, Map<String, String> metadata) {
        byte[] header = header(tensors, metadata);
        AtomicFiles.write(path, channel -> {
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            put(channel, length.putLong(header.length).flip());
            put(channel, ByteBuffer.wrap(header));
            ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
            for (TensorSource tensor : tensors) {
                put(channel, tensor, piece);
            }
        });
    }

    private static void put(WritableByteChannel channel, TensorSource tensor, ByteBuffer piece) throws IOException {
        float[] values = tensor.values().get();
        if (values.length != tensor.count()) {
            throw new IllegalArgumentException(
                    tensor.name() + ": " + values.length + " values for shape " + Arrays.toString(tensor.shape()));
        }
        FloatBuffer rest = FloatBuffer.wrap(values);
        while (rest.hasRemaining()) {
            int count = Math.min(rest.remaining(), PIECE / Float.BYTES);
            piece.clear().limit(count * Float.BYTES);
            piece.asFloatBuffer().put(rest.slice(rest.position(), count));
            rest.position(rest.position() + count);
            put(channel, piece);
        }
    }

    private static void put(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static byte[] header(List<TensorSource> tensors, Map<String, String> metadata) {
        JsonLine header = new JsonLine();
        if (!metadata.isEmpty()) {
            header.put(SafetensorsHeader.METADATA, new TreeMap<>(metadata));
        }
        Set<String> names = new HashSet<>(Set.of(SafetensorsHeader.METADATA));
        long at = 0;
        for (TensorSource tensor : tensors) {
            if (!names.add(tensor.name())) {
                throw new IllegalArgumentException("tensor name used twice or reserved: " + tensor.name());
            }
            long end = at + (long) tensor.count() * Float.BYTES;
            header.put(
                    tensor.name(),
                    new JsonLine()
                            .put("dtype", DType.F32.name())
                            .put("shape", tensor.shape())
                            .put("data_offsets", new long[] {at, end}));
            at = end;
        }
        String json = header.toString();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + 7) / 8 * 8);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return padded;
    }
}
