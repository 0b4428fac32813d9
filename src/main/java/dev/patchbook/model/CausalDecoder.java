package dev.patchbook.model;

import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.ModelConfig;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The character decoder: embeddings after the visual tokens, learned positions, causal transformer blocks, a final norm and a
 * linear head (Radford et al., 2019).
 */
final class CausalDecoder {
    /** What the first block reads [B*L, D]. */
    static final String PLACED = "sequence.placed";

    private static final String PATH = "decoder";
    private final DecoderConfig config;
    private final int visual;

    CausalDecoder(ModelConfig config) {
        this.config = config.decoder();
        this.visual = config.visualTokens();
    }

    /** Ids [R] to embeddings [R, D]. */
    SDVariable embed(ModelGraph graph, SDVariable ids) {
        SDVariable table = graph.parameter(PATH + ".token_embedding_table.weight", config.vocabulary(), config.width());
        return graph.ops().embedding("embedded", table, ids);
    }

    /** Visual tokens [B*N, D] and text embeddings [B*T, D] to one sequence [B*(N+T), D]. */
    SDVariable join(ModelGraph graph, SDVariable visualTokens, SDVariable text) {
        return graph.ops().join("sequence", visualTokens, text, graph.batch());
    }

    /** A sequence [B*L, D], positions added, through all blocks: [B*L, D]. */
    SDVariable blocks(ModelGraph graph, SDVariable sequence) {
        SDVariable x = graph.ops().addPositions(PLACED, sequence, positions(graph), graph.batch());
        for (TransformerBlock block : blocks()) {
            x = block.apply(graph, x); // [B*L, D]
        }
        return x;
    }

    /** The learned positions [P, D]. */
    SDVariable positions(ModelGraph graph) {
        return graph.parameter(PATH + ".position_embedding_table.weight", config.positions(), config.width());
    }

    /** The blocks in order. */
    List<TransformerBlock> blocks() {
        return IntStream.range(0, config.blocks())
                .mapToObj(i -> new TransformerBlock(PATH + ".blocks." + i, config.width(), config.heads(), visual))
                .toList();
    }

    /** The final norm: [R, D]. */
    SDVariable norm(ModelGraph graph, SDVariable x) {
        return graph.norm(PATH + ".ln_f", x, config.width());
    }

    /** Scores of every token: [R, D] to [R, V]. */
    SDVariable head(ModelGraph graph, SDVariable x) {
        return graph.linear(PATH + ".lm_head", x, config.width(), config.vocabulary());
    }
}
