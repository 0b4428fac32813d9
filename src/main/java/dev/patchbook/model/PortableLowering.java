package dev.patchbook.model;

import dev.patchbook.model.op.Attention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The parts from ND4J's own operations, primitives where ND4J's are wrong; float or double. Slow, and what SameDiff's session
 * can run: the other side of every comparison. Dropout factors are fed, one array {@code mask.SITE} a site.
 */
final class PortableLowering implements Lowering {
    private static final double EPS = 1e-5;
    private static final double MASKED = -1e9;
    private final SameDiff graph;
    private final DataType type;
    private final Map<String, long[]> shapes = new HashMap<>(); // SameDiff itself knows no shape before it runs

    PortableLowering(SameDiff graph, DataType type) {
        this.graph = graph;
        this.type = type;
    }

    @Override
    public SDVariable parameter(String name, long... shape) {
        return known(graph.var(name, type, shape), shape);
    }

    @Override
    public SDVariable numbers(String name, long... shape) {
        return known(graph.placeHolder(name, type, shape), shape);
    }

    @Override
    public SDVariable ids(String name, long... shape) {
        return known(graph.placeHolder(name, DataType.INT32, shape), shape);
    }

    @Override
    public SDVariable rename(SDVariable x, String name) {
        long[] shape = shape(x);
        return named(name, x, shape);
    }

    @Override
    public SDVariable linear(String name, SDVariable x, SDVariable weight, @Nullable SDVariable bias) {
        long[] shape = {shape(x)[0], shape(weight)[0]};
        SDVariable product = graph.mmul(x, weight, false, true, false); // [R, out]
        return named(name, bias == null ? product : product.add(bias), shape);
    }

    @Override
    public SDVariable layerNorm(String name, SDVariable x, SDVariable gain, SDVariable bias) {
        SDVariable centred = x.sub(x.mean(true, 1)); // [R, C]
        SDVariable variance = centred.mul(centred).mean(true, 1); // [R, 1]
        SDVariable normed = centred.div(graph.math.sqrt(variance.add(EPS))); // [R, C]
        return named(name, normed.mul(gain).add(bias), shape(x));
    }

    @Override
    public SDVariable gelu(String name, SDVariable x) {
        SDVariable phi = graph.math.erf(x.mul(Math.sqrt(0.5))).add(1);
        return named(name, x.mul(0.5).mul(phi), shape(x));
    }

    @Override
    public SDVariable addColumns(String name, SDVariable y, SDVariable update, double scale, int column) {
        long[] shape = shape(y);
        long width = shape(update)[1];
        List<SDVariable> columns = new ArrayList<>();
        if (column > 0) {
            columns.add(graph.constant(name + ".before", Nd4j.zeros(type, shape[0], column)));
        }
        columns.add(update.mul(scale));
        if (column + width < shape[1]) {
            columns.add(graph.constant(name + ".after", Nd4j.zeros(type, shape[0], shape[1] - column - width)));
        }
        SDVariable wide = columns.size() == 1 ? columns.get(0) : graph.concat(1, columns.toArray(SDVariable[]::new));
        return named(name, y.add(wide), shape);
    }

    @Override
    public SDVariable add(String name, SDVariable a, SDVariable b) {
        return named(name, a.add(b), shape(a));
    }

    @Override
    public SDVariable[] selfAttention(String name, SDVariable qkv, Attention.Form form) {
        long width = shape(qkv)[1] / 3;
        return attention(
                name, columns(qkv, 0, width), columns(qkv, width, width), columns(qkv, 2 * width, width), form);
    }

    @Override
    public SDVariable[] queryAttention(
            String name, SDVariable q, SDVariable x, SDVariable weight, Attention.Form form) {
        long width = shape(q)[1];
        SDVariable kv = linear(name + ".kv", x, weight, null); // [B*T, 2C]
        return attention(name, q, columns(kv, 0, width), columns(kv, width, width), form);
    }

    private SDVariable[] attention(String name, SDVariable q, SDVariable k, SDVariable v, Attention.Form form) {
        long queries = shape(q)[0] / form.batch();
        long keys = shape(k)[0] / form.batch();
        SDVariable scores =
                graph.mmul(heads(q, form), heads(k, form), false, true, false).mul(form.scale()); // [B, H, S, T]
        if (form.prefix() > 0) {
            scores = scores.add(graph.constant(
                    name + ".mask", mask(queries, keys, form.prefix()).castTo(type)));
        }
        long[] shape = {form.batch(), form.heads(), queries, keys};
        SDVariable weights = named(name + ".weights", graph.nn.softmax(scores, -1), shape); // [B, H, S, T]
        SDVariable dropped = dropout(name + ".dropped", weights, form.dropout(), form.site());
        SDVariable values = graph.mmul(dropped, heads(v, form)); // [B, H, S, D]
        SDVariable joined = graph.reshape(graph.permute(values, 0, 2, 1, 3), shape(q)); // [B*S, C]
        return new SDVariable[] {named(name, joined, shape(q)), weights};
    }

    private SDVariable heads(SDVariable x, Attention.Form form) {
        long[] shape = shape(x);
        long tokens = shape[0] / form.batch();
        SDVariable split = graph.reshape(x, form.batch(), tokens, form.heads(), shape[1] / form.heads());
        return graph.permute(split, 0, 2, 1, 3); // [B, H, T, D]
    }

    private static INDArray mask(long queries, long keys, int prefix) {
        double[][] mask = new double[(int) queries][(int) keys];
        for (int i = 0; i < queries; i++) {
            for (int j = 0; j < keys; j++) {
                mask[i][j] = j <= i || j < prefix ? 0 : MASKED;
            }
        }
        return Nd4j.createFromArray(mask).reshape(1, 1, queries, keys);
    }

    private SDVariable columns(SDVariable x, long from, long count) {
        long[] shape = {shape(x)[0], count};
        SDVariable part = graph.slice(x, new int[] {0, (int) from}, (int) shape[0], (int) count);
        return known(part, shape);
    }

    @Override
    public SDVariable dropout(String name, SDVariable x, double rate, int site) {
        if (rate == 0) {
            return x;
        }
        return named(name, x.mul(numbers("mask." + site, shape(x))), shape(x));
    }

    @Override
    public SDVariable patchify(String name, SDVariable images, int patch) {
        long[] in = shape(images);
        long grid = in[2] / patch;
        SDVariable cut = graph.reshape(images, in[0], 3, grid, patch, grid, patch);
        long[] shape = {in[0] * grid * grid, 3L * patch * patch};
        return named(name, graph.reshape(graph.permute(cut, 0, 2, 4, 1, 3, 5), shape), shape);
    }

    @Override
    public SDVariable prepend(String name, SDVariable token, SDVariable x, int batch) {
        long width = shape(x)[1];
        SDVariable zeros = graph.constant(name + ".zeros", Nd4j.zeros(type, batch, 1, width));
        SDVariable repeated = zeros.add(graph.reshape(token, 1, 1, width)); // [B, 1, C]
        known(repeated, batch, width);
        return join(name, repeated, x, batch);
    }

    @Override
    public SDVariable join(String name, SDVariable a, SDVariable b, int batch) {
        long width = shape(b)[1];
        SDVariable left = graph.reshape(a, batch, shape(a)[0] / batch, width); // [B, N, C]
        SDVariable right = graph.reshape(b, batch, shape(b)[0] / batch, width); // [B, M, C]
        long[] shape = {shape(a)[0] + shape(b)[0], width};
        return named(name, graph.reshape(graph.concat(1, left, right), shape), shape);
    }

    @Override
    public SDVariable rows(String name, SDVariable x, int batch, int from, int count) {
        long[] in = shape(x);
        SDVariable pictures = graph.reshape(x, batch, in[0] / batch, in[1]); // [B, T, C]
        SDVariable part = graph.slice(pictures, new int[] {0, from, 0}, batch, count, (int) in[1]);
        long[] shape = {(long) batch * count, in[1]};
        return named(name, graph.reshape(part, shape), shape);
    }

    @Override
    public SDVariable addPositions(String name, SDVariable x, SDVariable table, int batch) {
        long[] in = shape(x);
        long tokens = in[0] / batch;
        SDVariable used = graph.slice(table, new int[] {0, 0}, (int) tokens, (int) in[1]); // [T, C]
        SDVariable sum = graph.reshape(x, batch, tokens, in[1]).add(graph.reshape(used, 1, tokens, in[1]));
        return named(name, graph.reshape(sum, in), in);
    }

    @Override
    public SDVariable embedding(String name, SDVariable table, SDVariable ids) {
        long[] shape = {shape(ids)[0], shape(table)[1]};
        SDVariable oneHot = graph.oneHot(ids, (int) shape(table)[0], -1, 1, 0, type); // [R, V]
        return named(name, graph.mmul(oneHot, table), shape);
    }

    @Override
    public SDVariable crossEntropy(String name, SDVariable logits, SDVariable targets) {
        SDVariable oneHot = graph.oneHot(targets, (int) shape(logits)[1], -1, 1, 0, type); // [R, V]
        SDVariable counted = targets.gte(0).castTo(type); // [R]
        return graph.loss.softmaxCrossEntropy(
                name, oneHot, logits, counted, LossReduce.MEAN_BY_NONZERO_WEIGHT_COUNT, 0);
    }

    private SDVariable named(String name, SDVariable x, long... shape) {
        return known(x.rename(name), shape);
    }

    private SDVariable known(SDVariable x, long... shape) {
        shapes.put(x.name(), shape);
        return x;
    }

    private long[] shape(SDVariable x) {
        return Objects.requireNonNull(shapes.get(x.name()), x.name());
    }
}
