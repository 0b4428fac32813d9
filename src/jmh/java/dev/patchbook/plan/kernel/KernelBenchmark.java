package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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

/** The kernels of a training step, at the sizes the published preset has at batch 16 and 32 tokens. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
    private static final int BATCH = 16;
    private static final int TOKENS = 37;
    private static final int WIDTH = 128;
    private static final int HEADS = 8;
    private static final int ROWS = BATCH * TOKENS;

    /** Threads that share a kernel. */
    @Param({"1", "2"})
    public int threads;

    private Workers workers;
    private Kernel layerNorm;
    private Kernel layerNormGrad;
    private Kernel gelu;
    private Kernel geluGrad;
    private Kernel linear;
    private Kernel linearGrad;
    private Kernel attention;
    private Kernel attentionGrad;

    /** Binds the kernels to random numbers. */
    @Setup
    public void bind() {
        workers = new Workers(threads);
        Tensor x = random(ROWS, WIDTH);
        Tensor wide = random(ROWS, 4 * WIDTH);
        Tensor vector = random(WIDTH);
        layerNorm = new LayerNormKernel(node(List.of(x, vector, vector), empty(ROWS, WIDTH)));
        layerNormGrad = new LayerNormGradKernel(
                node(List.of(x, vector, vector, x), empty(ROWS, WIDTH), empty(WIDTH), empty(WIDTH)));
        gelu = GeluKernels.forward(node(List.of(wide), empty(ROWS, 4 * WIDTH)));
        geluGrad = GeluKernels.backward(node(List.of(wide, wide), empty(ROWS, 4 * WIDTH)));
        Tensor weight = random(4 * WIDTH, WIDTH);
        linear = new LinearKernel(node(List.of(x, weight, random(4 * WIDTH)), empty(ROWS, 4 * WIDTH)));
        linearGrad = new LinearGradKernel(node(
                List.of(x, weight, wide), empty(ROWS, WIDTH), empty(4 * WIDTH, WIDTH), empty(4 * WIDTH)));
        Tensor qkv = random(ROWS, 3 * WIDTH);
        Tensor weights = random(BATCH * HEADS, TOKENS, TOKENS);
        long[] whole = {BATCH, HEADS, 0, 0};
        double[] real = {Math.sqrt((double) HEADS / WIDTH), 0};
        attention = new AttentionKernel(
                new Node(List.of(qkv), List.of(empty(ROWS, WIDTH), weights), whole, real, workers));
        attentionGrad = new AttentionGradKernel(
                new Node(List.of(qkv, weights, x), List.of(empty(ROWS, 3 * WIDTH)), whole, real, workers));
    }

    private Node node(List<Tensor> inputs, Tensor... outputs) {
        return new Node(inputs, Arrays.asList(outputs), new long[0], new double[0], workers);
    }

    private static Tensor empty(long... shape) {
        return Tensor.zeros(DataType.FLOAT, shape);
    }

    private static Tensor random(long... shape) {
        Tensor tensor = empty(shape);
        float[] numbers = new float[tensor.length()];
        Random random = new Random(7);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        tensor.set(numbers);
        return tensor;
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        workers.close();
    }

    /** [592, 128]. */
    @Benchmark
    public void layerNorm() {
        layerNorm.run();
    }

    /** [592, 128]. */
    @Benchmark
    public void layerNormGrad() {
        layerNormGrad.run();
    }

    /** [592, 512]. */
    @Benchmark
    public void gelu() {
        gelu.run();
    }

    /** [592, 512]. */
    @Benchmark
    public void geluGrad() {
        geluGrad.run();
    }

    /** [592, 128] by [512, 128]. */
    @Benchmark
    public void linear() {
        linear.run();
    }

    /** [592, 128] by [512, 128]. */
    @Benchmark
    public void linearGrad() {
        linearGrad.run();
    }

    /** 16 pictures, 8 heads, 37 tokens. */
    @Benchmark
    public void attention() {
        attention.run();
    }

    /** 16 pictures, 8 heads, 37 tokens. */
    @Benchmark
    public void attentionGrad() {
        attentionGrad.run();
    }
}
