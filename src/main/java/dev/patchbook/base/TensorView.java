package dev.patchbook.base;

import java.util.Arrays;

/**
 * Plain floats with a shape, row-major; what crosses from native memory to the rest of the program.
 *
 * @param data the values, not copied
 * @param shape the sizes, outermost first
 */
public record TensorView(float[] data, int... shape) {
    /** Checks that the shape holds exactly the values. */
    public TensorView {
        long size = 1;
        for (int length : shape) {
            size *= length;
        }
        if (size != data.length) {
            throw new IllegalArgumentException(data.length + " values do not fill " + Arrays.toString(shape));
        }
    }

    /** The value at the given index, one number per dimension. */
    public float at(int... index) {
        int offset = 0;
        for (int i = 0; i < shape.length; i++) {
            offset = offset * shape[i] + index[i];
        }
        return data[offset];
    }

    /** A copy of one slice along the first dimension. */
    public TensorView slice(int index) {
        int[] rest = Arrays.copyOfRange(shape, 1, shape.length);
        int size = data.length / shape[0];
        return new TensorView(Arrays.copyOfRange(data, index * size, (index + 1) * size), rest);
    }
}
