package dev.patchbook.plan.kernel;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The one table from the name of an operation to its kernel. */
public final class Kernels {
    private static final Map<String, Function<Node, Kernel>> TABLE = Map.ofEntries(
            Map.entry("add", node -> Elementwise.binary(node, Loops::add)), // SameDiff sums gradients with it
            Map.entry("patchbook_add", node -> Elementwise.binary(node, Loops::add)),
            Map.entry("patchbook_add_columns", ColumnKernels::forward),
            Map.entry("patchbook_add_columns_bp", ColumnKernels::backward),
            Map.entry("patchbook_linear", LinearKernel::new),
            Map.entry("patchbook_linear_bp", LinearGradKernel::new),
            Map.entry("patchbook_layer_norm", LayerNormKernel::new),
            Map.entry("patchbook_layer_norm_bp", LayerNormGradKernel::new),
            Map.entry("patchbook_gelu", GeluKernels::forward),
            Map.entry("patchbook_gelu_bp", GeluKernels::backward),
            Map.entry("patchbook_attention", AttentionKernel::new),
            Map.entry("patchbook_attention_bp", AttentionGradKernel::new),
            Map.entry("patchbook_cached_attention", CachedAttentionKernel::new),
            Map.entry("patchbook_query_attention", QueryAttentionKernel::new),
            Map.entry("patchbook_query_attention_bp", QueryAttentionGradKernel::new),
            Map.entry("patchbook_dropout", DropoutKernel::new),
            Map.entry("patchbook_dropout_bp", DropoutKernel::new),
            Map.entry("patchbook_patchify", PatchifyKernel::forward),
            Map.entry("patchbook_patchify_bp", PatchifyKernel::backward),
            Map.entry("patchbook_prepend", SequenceKernels::prepend),
            Map.entry("patchbook_prepend_bp", SequenceKernels::prependGradient),
            Map.entry("patchbook_join", SequenceKernels::join),
            Map.entry("patchbook_join_bp", SequenceKernels::joinGradient),
            Map.entry("patchbook_rows", SequenceKernels::rows),
            Map.entry("patchbook_rows_bp", SequenceKernels::rowsGradient),
            Map.entry("patchbook_add_positions", SequenceKernels::addPositions),
            Map.entry("patchbook_add_positions_bp", SequenceKernels::addPositionsGradient),
            Map.entry("patchbook_add_position", SequenceKernels::addPosition),
            Map.entry("patchbook_embedding", SequenceKernels::embedding),
            Map.entry("patchbook_embedding_bp", SequenceKernels::embeddingGradient),
            Map.entry("patchbook_cross_entropy", CrossEntropyKernels::forward),
            Map.entry("patchbook_cross_entropy_bp", CrossEntropyKernels::backward));

    private Kernels() {}

    /**
     * Binds the kernel of an operation.
     *
     * @throws IllegalArgumentException where the operation has none
     */
    public static Kernel bind(String operation, Node node) {
        Function<Node, Kernel> factory = TABLE.get(operation);
        if (factory == null) {
            throw new IllegalArgumentException("no kernel for operation " + operation);
        }
        return factory.apply(node);
    }

    /** Names of the operations that have a kernel. */
    public static Set<String> operations() {
        return TABLE.keySet();
    }
}
