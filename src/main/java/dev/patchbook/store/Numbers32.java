package dev.patchbook.store;

import dev.patchbook.base.TensorView;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tensors of one output in one row of floats, little-endian in their file. */
final class Numbers32 {
    private static final int MOST = 1 << 24;

    private final List<TensorView> tensors = new ArrayList<>();
    private int size;

    /** Where a tensor begins, and its shape. */
    record Place(int from, int[] shape) {}

    /**
     * Adds a tensor.
     *
     * @throws DamagedException where there are too many numbers to keep
     */
    Place add(TensorView tensor) {
        if (tensor.data().length > MOST - size) {
            throw new DamagedException("it has more than " + MOST + " numbers, too many to keep");
        }
        Place place = new Place(size, tensor.shape());
        tensors.add(tensor);
        size += tensor.data().length;
        return place;
    }

    boolean isEmpty() {
        return tensors.isEmpty();
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        tensors.forEach(tensor -> {
            for (float value : tensor.data()) {
                bytes.putFloat(value);
            }
        });
        return bytes.array();
    }

    /** Largest size of a file. */
    static long mostBytes() {
        return (long) MOST * Float.BYTES;
    }

    /**
     * A tensor out of a file's bytes.
     *
     * @throws DamagedException where it is not there
     */
    static TensorView cut(byte[] bytes, Place place) {
        long length = 1;
        for (int side : place.shape()) {
            length = side < 0 || length > MOST ? -1 : length * side;
        }
        if (length < 0 || place.from() < 0 || (place.from() + length) * Float.BYTES > bytes.length) {
            throw new DamagedException("the numbers of a tensor are missing");
        }
        float[] values = new float[(int) length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(place.from(), values);
        return new TensorView(values, Arrays.copyOf(place.shape(), place.shape().length));
    }
}
