package dev.patchbook.train;

import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An update of all parameters of the published preset, and their gradients' norm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdamBenchmark {
    /** Threads that share it. */
    @Param({"1", "2"})
    public int threads;

    private Workers workers;
    private AdamOptimizer adam;
    private Tensor parameters;
    private Tensor gradients;
    private long number;

    /** Makes parameters and gradients. */
    @Setup
    public void make() {
        ModelSettings published = ModelSettings.of(Map.of("preset", "published", "variant", "published"));
        ParameterLayout layout = ParameterLayout.of(published.config(96, 66, 65));
        workers = new Workers(threads);
        adam = new AdamOptimizer(layout, workers);
        parameters = filled(layout.length(), 0.5f);
        gradients = filled(layout.length(), 0.01f);
    }

    private static Tensor filled(long length, float value) {
        Tensor tensor = Tensor.zeros(DataType.FLOAT, length);
        float[] numbers = new float[tensor.length()];
        Arrays.fill(numbers, value);
        tensor.set(numbers);
        return tensor;
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        workers.close();
    }

    /** One update. */
    @Benchmark
    public void update() {
        number++;
        adam.update(parameters, gradients, new AdamOptimizer.Update(number, 1e-6, 0, 1));
    }

    /** The norm, as for clipping. */
    @Benchmark
    public double norm() {
        return adam.norm(gradients);
    }
}
