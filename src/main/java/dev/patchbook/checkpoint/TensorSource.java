package dev.patchbook.checkpoint;

import dev.patchbook.base.TensorView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A tensor to write, its values fetched only when their turn comes, so that a model needs no second copy.
 *
 * @param name its name
 * @param shape its sizes, outermost first
 * @param values gives the values, row-major; called once
 */
public record TensorSource(String name, int[] shape, Supplier<float[]> values) {
    /** A tensor held in memory. */
    public static TensorSource of(String name, TensorView tensor) {
        return new TensorSource(name, tensor.shape(), tensor::data);
    }

    /** Tensors held in memory, in the map's order. */
    public static List<TensorSource> of(Map<String, TensorView> tensors) {
        List<TensorSource> sources = new ArrayList<>();
        tensors.forEach((name, tensor) -> sources.add(of(name, tensor)));
        return sources;
    }

    /** Every tensor of an open file, in the file's order; the file must stay open until they are written. */
    public static List<TensorSource> of(SafetensorsFile file) {
        return file.names().stream()
                .map(name -> new TensorSource(name, file.shape(name), () -> file.floats(name)))
                .toList();
    }

    /** The same tensor under another name. */
    public TensorSource named(String other) {
        return new TensorSource(other, shape, values);
    }

    /** How many values it has. */
    public int count() {
        int count = 1;
        for (int length : shape) {
            count = Math.multiplyExact(count, length);
        }
        return count;
    }
}
