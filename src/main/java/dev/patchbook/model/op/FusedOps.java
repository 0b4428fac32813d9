package dev.patchbook.model.op;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.imports.converters.ImportClassMapping;

/** Makes our operations known to SameDiff, which looks their classes up by name when it clones a graph. */
public final class FusedOps {
    private static final List<FusedOp> ALL = List.of(
            new Add(),
            new AddColumns(),
            new AddPosition(),
            new AddPositions(),
            new Attention(),
            new CachedAttention(),
            new CrossEntropy(),
            new Dropout(),
            new Embedding(),
            new Gelu(),
            new Join(),
            new LayerNorm(),
            new Linear(),
            new Patchify(),
            new Prepend(),
            new QueryAttention(),
            new Rows());

    private FusedOps() {}

    /** Registers the operations; harmless when done again. */
    public static synchronized void register() {
        Map<String, DifferentialFunction> known = ImportClassMapping.getOpNameMapping();
        for (FusedOp op : ALL) {
            known.putIfAbsent(op.opName(), op);
        }
    }

    /** Names of all operations, their backward halves not included. */
    public static List<String> names() {
        return ALL.stream().map(FusedOp::opName).toList();
    }
}
