package dev.patchbook.train;

import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.ParameterLayout.Entry;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Adam (Kingma and Ba, 2015) with betas 0.9 and 0.999 and eps 1e-8, as PyTorch computes it, and with decoupled weight decay AdamW
 * (Loshchilov and Hutter, 2019) on everything but biases and norms. One pass over flat buffers.
 */
public final class AdamOptimizer implements AutoCloseable {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final float EPS = 1e-8f;
    private static final int BLOCK = 512; // of each of the four arrays, so that all stay in the first cache

    /** Neighbouring numbers that have trained for equally long. */
    private record Stretch(long offset, long length, long since) {
        Tensor of(Tensor flat) {
            return flat.slice(offset, length);
        }

        /** What of it lies between two places; of length 0 or less where nothing does. */
        Stretch within(long from, long to) {
            long start = Math.max(from, offset);
            return new Stretch(start, Math.min(to, offset + length) - start, since);
        }
    }

    /**
     * How an update is made.
     *
     * @param number of the update, from 1
     * @param rate learning rate
     * @param decay weight decay; 0: none
     * @param scale factor of the gradients, for clipping
     */
    public record Update(long number, double rate, double decay, double scale) {}

    private final ParameterLayout layout;
    private final Workers workers;
    private final Map<String, Long> since = new HashMap<>();
    private List<Stretch> stretches;
    private final Tensor first;
    private final Tensor second;
    private final float[][][] scratch;
    private final double[] partial;

    /** Fresh state for parameters of a layout, which all train. */
    public AdamOptimizer(ParameterLayout layout, Workers workers) {
        this.layout = layout;
        layout.entries().forEach(entry -> since.put(entry.name(), 0L));
        this.stretches = stretches();
        this.workers = workers;
        this.first = Tensor.zeros(DataType.FLOAT, layout.length());
        this.second = Tensor.zeros(DataType.FLOAT, layout.length());
        this.scratch = new float[workers.threads()][4][BLOCK];
        this.partial = new double[workers.threads()];
    }

    /** Moving means of the gradients, laid out like the parameters. */
    public Tensor first() {
        return first;
    }

    /** Moving means of their squares. */
    public Tensor second() {
        return second;
    }

    /**
     * Sets what trains from now on. What did not train before starts with fresh moments; what no longer does is left as it is and
     * its moments are forgotten.
     *
     * @param which the tensors that train
     * @param updates done so far
     */
    public void train(Predicate<Entry> which, long updates) {
        for (Entry entry : layout.entries()) {
            boolean trains = which.test(entry);
            if (trains != since.containsKey(entry.name())) {
                float[] zeros = new float[Math.toIntExact(entry.length())];
                first.slice(entry.offset(), entry.length()).set(zeros);
                second.slice(entry.offset(), entry.length()).set(zeros);
            }
            if (trains) {
                since.putIfAbsent(entry.name(), updates);
            } else {
                since.remove(entry.name());
            }
        }
        stretches = stretches();
    }

    /** The tensors that train. */
    public List<Entry> trained() {
        return layout.entries().stream()
                .filter(entry -> since.containsKey(entry.name()))
                .toList();
    }

    private List<Stretch> stretches() {
        List<Entry> trained = new ArrayList<>(trained());
        trained.sort(Comparator.comparingLong(Entry::offset));
        List<Stretch> all = new ArrayList<>();
        for (Entry entry : trained) {
            Stretch next = new Stretch(entry.offset(), entry.length(), since.getOrDefault(entry.name(), 0L));
            Stretch last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (last != null && last.offset + last.length == next.offset && last.since == next.since) {
                all.set(all.size() - 1, new Stretch(last.offset, last.length + next.length, last.since));
            } else {
                all.add(next);
            }
        }
        return all;
    }

    /** Euclidean norm of the gradients of all that trains. */
    public double norm(Tensor gradients) {
        Arrays.fill(partial, 0);
        stretches.forEach(stretch -> addSquares(stretch.of(gradients)));
        double sum = 0;
        for (double part : partial) {
            sum += part;
        }
        return Math.sqrt(sum);
    }

    private void addSquares(Tensor gradients) {
        workers.run(gradients.length(), BLOCK, (thread, from, to) -> {
            float[] g = scratch[thread][0];
            for (int i = from; i < to; i += BLOCK) {
                int n = Math.min(BLOCK, to - i);
                gradients.get(i, g, 0, n);
                partial[thread] += squares(g, n);
            }
        });
    }

    private static double squares(float[] g, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += g[i] * g[i];
            s1 += g[i + 1] * g[i + 1];
            s2 += g[i + 2] * g[i + 2];
            s3 += g[i + 3] * g[i + 3];
        }
        for (; i < n; i++) {
            s0 += g[i] * g[i];
        }
        return (double) s0 + s1 + s2 + s3;
    }

    /**
     * One update of all that trains; the correction of the moments counts from when each began to.
     *
     * @param parameters changed in place
     * @param gradients of the loss
     */
    public void update(Tensor parameters, Tensor gradients, Update how) {
        update(parameters, gradients, how, 0, parameters.length());
    }

    /** One update of what trains of the numbers from {@code from} to {@code to - 1}. */
    public void update(Tensor parameters, Tensor gradients, Update how, long from, long to) {
        if (how.decay > 0) {
            decay(parameters, (float) (1 - how.rate * how.decay), from, to);
        }
        for (Stretch stretch : stretches) {
            Stretch part = stretch.within(from, to);
            if (part.length > 0) {
                long own = how.number - part.since;
                float step = (float) (how.rate / (1 - Math.pow(BETA1, own)));
                float correction = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, own)));
                descend(part, parameters, gradients, step, correction, (float) how.scale);
            }
        }
    }

    private void descend(Stretch stretch, Tensor all, Tensor slopes, float step, float correction, float scale) {
        Tensor parameters = stretch.of(all);
        Tensor gradients = stretch.of(slopes);
        Tensor means = stretch.of(first);
        Tensor squares = stretch.of(second);
        workers.run(parameters.length(), BLOCK, (thread, from, to) -> {
            float[] p = scratch[thread][0];
            float[] g = scratch[thread][1];
            float[] m = scratch[thread][2];
            float[] v = scratch[thread][3];
            for (int i = from; i < to; i += BLOCK) {
                int n = Math.min(BLOCK, to - i);
                parameters.get(i, p, 0, n);
                gradients.get(i, g, 0, n);
                means.get(i, m, 0, n);
                squares.get(i, v, 0, n);
                if (scale != 1) {
                    scale(g, scale, n);
                }
                mean(m, g, n);
                meanOfSquares(v, g, n);
                descend(p, m, v, n, step, correction);
                means.put(i, m, 0, n);
                squares.put(i, v, 0, n);
                parameters.put(i, p, 0, n);
            }
        });
    }

    private void decay(Tensor parameters, float factor, long from, long to) {
        for (Entry entry : trained()) {
            Stretch part = new Stretch(entry.offset(), entry.length(), 0).within(from, to);
            if (entry.shape().length > 1 && part.length > 0) { // biases and norms are vectors
                decay(part.of(parameters), factor);
            }
        }
    }

    private void decay(Tensor tensor, float factor) {
        workers.run(tensor.length(), BLOCK, (thread, from, to) -> {
            float[] p = scratch[thread][0];
            for (int i = from; i < to; i += BLOCK) {
                int n = Math.min(BLOCK, to - i);
                tensor.get(i, p, 0, n);
                scale(p, factor, n);
                tensor.put(i, p, 0, n);
            }
        });
    }

    private static void scale(float[] g, float factor, int n) {
        for (int i = 0; i < n; i++) {
            g[i] *= factor;
        }
    }

    private static void mean(float[] m, float[] g, int n) {
        float keep = (float) BETA1;
        float take = (float) (1 - BETA1);
        for (int i = 0; i < n; i++) {
            m[i] = keep * m[i] + take * g[i];
        }
    }

    private static void meanOfSquares(float[] v, float[] g, int n) {
        float keep = (float) BETA2;
        float take = (float) (1 - BETA2);
        for (int i = 0; i < n; i++) {
            v[i] = keep * v[i] + take * g[i] * g[i];
        }
    }

    private static void descend(float[] p, float[] m, float[] v, int n, float step, float correction) {
        for (int i = 0; i < n; i++) {
            p[i] -= step * m[i] / ((float) Math.sqrt(v[i]) * correction + EPS);
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
