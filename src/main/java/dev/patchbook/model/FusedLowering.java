package dev.patchbook.model;

import dev.patchbook.model.op.Add;
import dev.patchbook.model.op.AddColumns;
import dev.patchbook.model.op.AddPositions;
import dev.patchbook.model.op.Attention;
import dev.patchbook.model.op.CrossEntropy;
import dev.patchbook.model.op.Dropout;
import dev.patchbook.model.op.Embedding;
import dev.patchbook.model.op.FusedOps;
import dev.patchbook.model.op.Gelu;
import dev.patchbook.model.op.Join;
import dev.patchbook.model.op.LayerNorm;
import dev.patchbook.model.op.Linear;
import dev.patchbook.model.op.Patchify;
import dev.patchbook.model.op.Prepend;
import dev.patchbook.model.op.QueryAttention;
import dev.patchbook.model.op.Rows;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/** The parts as our own operations, one node each; float only, run by the execution plan. */
final class FusedLowering implements Lowering {
    /** Name of the fed dropout key, one long. */
    static final String DROPOUT_KEY = "dropout_key";

    private final SameDiff graph;

    FusedLowering(SameDiff graph) {
        FusedOps.register();
        this.graph = graph;
    }

    @Override
    public SDVariable parameter(String name, long... shape) {
        return graph.placeHolder(name, DataType.FLOAT, shape); // as a variable it would bring an array nothing reads
    }

    @Override
    public SDVariable numbers(String name, long... shape) {
        return graph.placeHolder(name, DataType.FLOAT, shape);
    }

    @Override
    public SDVariable ids(String name, long... shape) {
        return graph.placeHolder(name, DataType.INT32, shape);
    }

    @Override
    public SDVariable rename(SDVariable x, String name) {
        return x.rename(name);
    }

    @Override
    public SDVariable linear(String name, SDVariable x, SDVariable weight, @Nullable SDVariable bias) {
        return single(name, bias == null ? new Linear(x, weight) : new Linear(x, weight, bias));
    }

    @Override
    public SDVariable layerNorm(String name, SDVariable x, SDVariable gain, SDVariable bias) {
        return single(name, new LayerNorm(x, gain, bias));
    }

    @Override
    public SDVariable gelu(String name, SDVariable x) {
        return single(name, new Gelu(x));
    }

    @Override
    public SDVariable addColumns(String name, SDVariable y, SDVariable update, double scale, int column) {
        return single(name, new AddColumns(y, update, scale, column));
    }

    @Override
    public SDVariable add(String name, SDVariable a, SDVariable b) {
        return single(name, new Add(a, b));
    }

    @Override
    public SDVariable[] selfAttention(String name, SDVariable qkv, Attention.Form form) {
        Attention op = form.dropout() > 0 ? new Attention(form, qkv, dropoutKey()) : new Attention(form, qkv);
        return op.outputVariables(name);
    }

    @Override
    public SDVariable[] queryAttention(
            String name, SDVariable q, SDVariable x, SDVariable weight, Attention.Form form) {
        QueryAttention op = form.dropout() > 0
                ? new QueryAttention(form, q, x, weight, dropoutKey())
                : new QueryAttention(form, q, x, weight);
        return op.outputVariables(name);
    }

    @Override
    public SDVariable dropout(String name, SDVariable x, double rate, int site) {
        return rate == 0 ? x : single(name, new Dropout(x, dropoutKey(), rate, site));
    }

    @Override
    public SDVariable patchify(String name, SDVariable images, int patch) {
        return single(name, new Patchify(images, patch));
    }

    @Override
    public SDVariable prepend(String name, SDVariable token, SDVariable x, int batch) {
        return single(name, new Prepend(token, x, batch));
    }

    @Override
    public SDVariable join(String name, SDVariable a, SDVariable b, int batch) {
        return single(name, new Join(a, b, batch));
    }

    @Override
    public SDVariable rows(String name, SDVariable x, int batch, int from, int count) {
        return single(name, new Rows(x, batch, from, count));
    }

    @Override
    public SDVariable addPositions(String name, SDVariable x, SDVariable table, int batch) {
        return single(name, new AddPositions(x, table, batch));
    }

    @Override
    public SDVariable embedding(String name, SDVariable table, SDVariable ids) {
        return single(name, new Embedding(table, ids));
    }

    @Override
    public SDVariable crossEntropy(String name, SDVariable logits, SDVariable targets) {
        return single(name, new CrossEntropy(logits, targets));
    }

    private SDVariable dropoutKey() {
        SDVariable key = graph.getVariable(DROPOUT_KEY);
        return key == null ? graph.placeHolder(DROPOUT_KEY, DataType.INT64, 1) : key;
    }

    private static SDVariable single(String name, DynamicCustomOp op) {
        return op.outputVariables(name)[0];
    }
}
