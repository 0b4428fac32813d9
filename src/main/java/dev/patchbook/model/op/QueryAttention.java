package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Attention of one query a picture to all of that picture's tokens, without ever forming their keys and values. With K = X Wk^T
 * and V = X Wv^T, {@code q K^T = (q Wk) X^T} and {@code P V = (P X) Wv^T}: the same numbers in another order of multiplication,
 * for C/T of the work. Inputs q [B, C], x [B*T, C], the weights of keys and values [2C, C]; then, with dropout, the dropout key.
 * Outputs: the values [B, C], heads side by side; the weights [B, H, 1, T] before dropout; {@code q Wk} [B, H, C]; and {@code P X}
 * [B, H, C].
 */
public final class QueryAttention extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_query_attention";

    /** For SameDiff. */
    public QueryAttention() {}

    /** Puts the operation into the graph; inputs as in the class comment. */
    public QueryAttention(Attention.Form form, SDVariable... inputs) {
        super(inputs[0].getSameDiff(), inputs);
        addIArgument(form.batch(), form.heads(), form.site());
        addTArgument(form.scale(), form.dropout());
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public int getNumOutputs() {
        return 4;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        long batch = whole(0);
        long heads = whole(1);
        long width = in[0][1];
        long[] folded = {batch, heads, width};
        return new long[][] {{batch, width}, {batch, heads, 1, in[1][0] / batch}, folded, folded.clone()};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> dy) {
        SDVariable[] in = args();
        SDVariable[] out = outputVariables();
        SDVariable[] inputs = new SDVariable[in.length + 4];
        System.arraycopy(in, 0, inputs, 0, 3);
        System.arraycopy(out, 1, inputs, 3, 3);
        inputs[6] = dy.get(0);
        System.arraycopy(in, 3, inputs, 7, in.length - 3);
        return List.of(gradient(inputs, 0, 1, 2));
    }
}
