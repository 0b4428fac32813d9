package dev.patchbook.model;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.NativeMemory;
import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.ParameterLayout.Entry;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The learned numbers of one model, in one flat native buffer. */
public final class Parameters implements AutoCloseable {
    private static final long MOST = Integer.MAX_VALUE / Float.BYTES;

    private final ParameterLayout layout;
    private final INDArray flat;
    private final FloatBuffer values;

    /**
     * Makes room for the parameters; all zero.
     *
     * @throws UserFacingException where there are more than can be held
     */
    public Parameters(ParameterLayout layout) {
        this.layout = layout;
        NativeMemory.require((double) Float.BYTES * layout.length(), "The model's parameters take");
        if (layout.length() > MOST) {
            throw new UserFacingException(
                    String.format(
                            Locale.ROOT,
                            "The model has %,d parameters; at most %,d can be held.",
                            layout.length(),
                            MOST),
                    "Choose smaller sizes.");
        }
        this.flat = Nd4j.create(DataType.FLOAT, layout.length());
        this.values = flat.data().asNioFloat();
    }

    /** Where everything lies. */
    public ParameterLayout layout() {
        return layout;
    }

    /** All numbers, in the layout's order. */
    public INDArray flat() {
        return flat;
    }

    /** Sets the starting values; each tensor draws from a stream of its own, so sizes elsewhere do not matter. */
    public void initialise(long seed) {
        initialise(seed, entry -> true);
    }

    /** As {@link #initialise(long)}, of some tensors alone. */
    public void initialise(long seed, Predicate<Entry> which) {
        List<Entry> entries = layout.entries();
        for (int site = 0; site < entries.size(); site++) {
            Entry entry = entries.get(site);
            if (which.test(entry)) {
                write(entry.name(), start(entry, CounterHash.key(seed, 0, site)));
            }
        }
    }

    private static float[] start(Entry entry, long key) {
        float[] numbers = new float[Math.toIntExact(entry.length())];
        double bound = entry.start().bound();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (bound
                    * switch (entry.start().kind()) {
                        case CONSTANT -> 1;
                        case NORMAL -> CounterHash.gaussian(key, i);
                        case UNIFORM -> 2 * CounterHash.uniform(key, i) - 1;
                    });
        }
        return numbers;
    }

    /** A copy of one tensor, in the layout of files. */
    public TensorView read(String name) {
        Entry entry = layout.entry(name);
        float[] numbers = new float[Math.toIntExact(entry.length())];
        values.get(Math.toIntExact(entry.offset()), numbers);
        int[] shape = Arrays.stream(entry.shape()).mapToInt(Math::toIntExact).toArray();
        return new TensorView(numbers, shape);
    }

    /** Sets one tensor; as many numbers as it holds. */
    public void write(String name, float[] numbers) {
        Entry entry = layout.entry(name);
        if (numbers.length != entry.length()) {
            throw new IllegalArgumentException(name + " holds " + entry.length() + " numbers, not " + numbers.length);
        }
        values.put(Math.toIntExact(entry.offset()), numbers);
    }

    /** A copy of every tensor, in the order of files. */
    public Map<String, TensorView> readAll() {
        Map<String, TensorView> all = new LinkedHashMap<>();
        for (Entry entry : layout.entries()) {
            all.put(entry.name(), read(entry.name()));
        }
        return all;
    }

    @Override
    public void close() {
        flat.close();
    }
}
