package dev.patchbook.model.op;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Attention of one new token to itself and all before it: inputs qkv [1, 3C], the caches of keys and values [P, C] each, and
 * the token's position (int). Writes its own key and value into the caches' row. Output [1, C]. For generation only.
 */
public final class CachedAttention extends FusedOp {
    /** The operation's name. */
    public static final String NAME = "patchbook_cached_attention";

    /** For SameDiff. */
    public CachedAttention() {}

    /** Puts the operation into the graph. */
    public CachedAttention(
            SDVariable qkv, SDVariable keys, SDVariable values, SDVariable position, Attention.Form form) {
        super(qkv.getSameDiff(), qkv, keys, values, position);
        addIArgument(form.heads());
        addTArgument(form.scale());
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[][] outputShapes(long[][] in) {
        return new long[][] {{1, in[1][1]}};
    }
}
