package dev.patchbook.model.op;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Multi-head scaled dot-product attention (Vaswani et al., 2017): {@code softmax(scale Q K^T + mask) V} for each head, with
 * dropout on the weights. Input qkv [B*T, 3C]; then, with dropout, the dropout key. Outputs:
 * the values [B*T, C], heads side by side, and the weights [B, H, T, T] before dropout.
 */
public final class Attention extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_attention";

    /**
     * What shapes the operation.
     *
     * @param batch pictures, B
     * @param heads H
     * @param prefix 0: everything sees everything; n: causal, but the first n tokens are seen by all
     * @param scale factor of the products
     * @param dropout share of weights dropped
     * @param site names this place among all with dropout
     */
    public record Form(int batch, int heads, int prefix, double scale, double dropout, int site) {}

    /** For SameDiff. */
    public Attention() {}

    /** Puts the operation into the graph; inputs as in the class comment. */
    public Attention(Form form, SDVariable... inputs) {
        super(inputs[0].getSameDiff(), inputs);
        addIArgument(form.batch, form.heads, form.prefix, form.site);
        addTArgument(form.scale, form.dropout);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public int getNumOutputs() {
        return 2;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        int batch = whole(0);
        long tokens = in[0][0] / batch;
        return new long[][] {{in[0][0], in[0][1] / 3}, {batch, whole(1), tokens, tokens}};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> dy) {
        SDVariable[] in = args();
        SDVariable[] inputs = new SDVariable[in.length + 2];
        inputs[0] = in[0];
        inputs[1] = outputVariables()[1];
        inputs[2] = dy.get(0);
        System.arraycopy(in, 1, inputs, 3, in.length - 1);
        return List.of(gradient(inputs, 0));
    }
}
