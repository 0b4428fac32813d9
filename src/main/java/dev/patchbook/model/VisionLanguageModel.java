package dev.patchbook.model;

import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Training;
import dev.patchbook.model.op.AddPosition;
import dev.patchbook.model.op.CachedAttention;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The whole model, picture to next character, as the graphs it is used in. All come from the same parts and read the same
 * parameters. Symbols: B pictures, S pixels a side, N visual tokens, T text tokens, C vision width, D decoder width, V vocabulary.
 */
public final class VisionLanguageModel {
    /** Fed pictures [B, 3, S, S]. */
    public static final String IMAGES = "images";
    /** Fed text ids [B*T]. */
    public static final String TOKENS = "token_ids";
    /** Fed ids the text should be followed by [B*T]; negative: not counted. */
    public static final String TARGETS = "target_ids";
    /** Fed key of the dropout masks, one long. */
    public static final String DROPOUT_KEY = FusedLowering.DROPOUT_KEY;
    /** The loss, one number. */
    public static final String LOSS = "loss";
    /** Scores of the next token. */
    public static final String LOGITS = "decoder.lm_head";
    /** Patch embeddings [B*patches, C]. */
    public static final String PATCH_EMBEDDINGS = "vision_encoder.patch_embedding.conv";
    /** What the projector reads: CLS [B, C], or all tokens [B*(1+patches), C]. */
    public static final String IMAGE_EMBEDS = "image_embeds";
    /** What the decoder reads of the picture [B*N, D]. */
    public static final String VISUAL_TOKENS = "visual_tokens";
    /** Fed number of the token's row in the sequence, one int. */
    public static final String POSITION = "position";
    /** Fed sequence [L, D] of the articles' generation. */
    public static final String SEQUENCE = "fed_sequence";
    /** The sequence after all blocks [L, D]. */
    public static final String BLOCKS_OUT = "blocks_out";

    private final ModelConfig config;
    private final CausalDecoder decoder;

    /** The model of a configuration. */
    public VisionLanguageModel(ModelConfig config) {
        this.config = config;
        this.decoder = new CausalDecoder(config);
    }

    /** The model's configuration. */
    public ModelConfig config() {
        return config;
    }

    /**
     * The loss of a batch: feeds {@link #IMAGES}, {@link #TOKENS}, {@link #TARGETS} and, with dropout, {@link #DROPOUT_KEY};
     * yields {@link #LOSS}. Only what the loss needs is computed.
     *
     * @param batch B
     * @param tokens T
     * @param dropout share of values dropped
     */
    public ModelGraph lossGraph(int batch, int tokens, double dropout) {
        return lossGraph(batch, tokens, Training.all(config, dropout));
    }

    /** As {@link #lossGraph(int, int, double)}, with all or some of it training. */
    public ModelGraph lossGraph(int batch, int tokens, Training training) {
        ModelGraph graph = fused(batch, training);
        return loss(graph, visualTokens(graph, true), tokens);
    }

    /** As {@link #lossGraph(int, int, Training)}, but fed {@link #IMAGE_EMBEDS} in the place of pictures: no vision encoder. */
    public ModelGraph fedLossGraph(int batch, int tokens, Training training) {
        ModelGraph graph = fused(batch, training);
        int rows = config.variant().allPatches() ? config.vision().tokens() : 1;
        SDVariable embeds = graph.ops()
                .numbers(IMAGE_EMBEDS, (long) batch * rows, config.vision().width());
        return loss(graph, project(graph, embeds), tokens);
    }

    /** As {@link #lossGraph}, from ND4J's own operations, in float or double; dropout factors are fed as {@code mask.SITE}. */
    public ModelGraph portableLossGraph(int batch, int tokens, double dropout, DataType type) {
        return portableLossGraph(batch, tokens, Training.all(config, dropout), type);
    }

    /** As {@link #portableLossGraph(int, int, double, DataType)}, with all or some of it training. */
    public ModelGraph portableLossGraph(int batch, int tokens, Training training, DataType type) {
        SameDiff sameDiff = SameDiff.create();
        ModelGraph graph = new ModelGraph(sameDiff, new PortableLowering(sameDiff, type), config, batch, training);
        return loss(graph, visualTokens(graph, true), tokens);
    }

    /** What vision makes of one picture: feeds {@link #IMAGES}; yields {@link #IMAGE_EMBEDS}. */
    public ModelGraph visionGraph() {
        ModelGraph graph = fused(1);
        embeds(graph, true);
        return graph;
    }

    private ModelGraph loss(ModelGraph graph, SDVariable visual, int tokens) {
        SDVariable text = decoder.embed(graph, ids(graph, TOKENS, tokens)); // [B*T, D]
        SDVariable x = decoder.blocks(graph, decoder.join(graph, visual, text)); // [B*(N+T), D]
        SDVariable read = graph.ops().rows("text", x, graph.batch(), config.visualTokens(), tokens); // [B*T, D]
        SDVariable logits = decoder.head(graph, decoder.norm(graph, read)); // [B*T, V]
        graph.ops().crossEntropy(LOSS, logits, ids(graph, TARGETS, tokens));
        return graph;
    }

    /**
     * Everything that can be looked at, nothing left out: feeds {@link #IMAGES} and {@link #TOKENS}; yields
     * {@link #PATCH_EMBEDDINGS}, {@link #IMAGE_EMBEDS}, {@link #VISUAL_TOKENS}, {@link #LOGITS} [B*(N+T), V] and the weights of
     * every attention under the names of {@link #attentionNames}.
     */
    public ModelGraph inspectionGraph(int batch, int tokens) {
        ModelGraph graph = fused(batch);
        SDVariable visual = visualTokens(graph, false); // [B*N, D]
        SDVariable text = decoder.embed(graph, ids(graph, TOKENS, tokens)); // [B*T, D]
        SDVariable x = decoder.blocks(graph, decoder.join(graph, visual, text)); // [B*(N+T), D]
        decoder.head(graph, decoder.norm(graph, x)); // [B*(N+T), V]
        return graph;
    }

    /** Names of the attention weights [B, H, T, T] in {@link #inspectionGraph}, vision blocks first. */
    public List<String> attentionNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < config.vision().blocks(); i++) {
            names.add("vision_encoder.blocks." + i + ".attn:1");
        }
        decoder.blocks().forEach(block -> names.add(block.path() + ".attn:1"));
        return names;
    }

    /** Names of the decoder's states [B*(N+T), D] in {@link #inspectionGraph}: before its first block, and after each. */
    public List<String> stateNames() {
        List<String> names = new ArrayList<>(List.of(CausalDecoder.PLACED));
        decoder.blocks().forEach(block -> names.add(block.path()));
        return names;
    }

    /**
     * The picture's part of a caption, done once: feeds {@link #IMAGES} of one picture; yields {@link #VISUAL_TOKENS} [N, D] and
     * queries, keys and values of the visual tokens in every decoder block [N, 3D] under the names of {@link #cacheSources}.
     */
    public ModelGraph encodeGraph() {
        ModelGraph graph = fused(1);
        decoder.blocks(graph, visualTokens(graph, true)); // [N, D]
        return graph;
    }

    /** Names of the queries, keys and values [N, 3D] of each decoder block in {@link #encodeGraph}. */
    public List<String> cacheSources() {
        return decoder.blocks().stream()
                .map(block -> block.path() + ".attn.qkv")
                .toList();
    }

    /**
     * One more token, given the caches of all before it: feeds {@link #TOKENS} and {@link #POSITION}, one int each, and the
     * caches [P, D] of {@link #keyCache} and {@link #valueCache}, which it extends; yields {@link #LOGITS} [1, V].
     */
    public ModelGraph tokenGraph() {
        ModelGraph graph = fused(1);
        int width = config.decoder().width();
        SDVariable position = graph.ops().ids(POSITION, 1);
        SDVariable embedded = decoder.embed(graph, ids(graph, TOKENS, 1)); // [1, D]
        SDVariable x = new AddPosition(embedded, decoder.positions(graph), position).outputVariables("x")[0]; // [1, D]
        int index = 0;
        for (TransformerBlock block : decoder.blocks()) {
            String path = block.path() + ".attn";
            SDVariable normed = graph.norm(block.path() + ".ln1", x, width); // [1, D]
            SDVariable qkv = block.attention().qkv(graph, normed); // [1, 3D]
            SDVariable keys =
                    graph.ops().numbers(keyCache(index), config.decoder().positions(), width);
            SDVariable values =
                    graph.ops().numbers(valueCache(index), config.decoder().positions(), width);
            SDVariable seen = new CachedAttention(
                            qkv,
                            keys,
                            values,
                            position,
                            graph.attention(path, width, config.decoder().heads(), 1))
                    .outputVariables(path)[0]; // [1, D]
            x = block.after(graph, x, block.attention().project(graph, seen)); // [1, D]
            index++;
        }
        decoder.head(graph, decoder.norm(graph, x)); // [1, V]
        return graph;
    }

    /** Name of the cache of keys [P, D] of a decoder block. */
    public static String keyCache(int block) {
        return "key_cache." + block;
    }

    /** Name of the cache of values [P, D] of a decoder block. */
    public static String valueCache(int block) {
        return "value_cache." + block;
    }

    /**
     * One round of the articles' {@code generate()}: feeds {@link #SEQUENCE} [L, D]; yields {@link #BLOCKS_OUT} [L, D], the
     * sequence after positions and blocks, and {@link #LOGITS} [L, V] without the final norm.
     */
    public ModelGraph publishedGraph(int length) {
        ModelGraph graph = fused(1);
        SDVariable sequence =
                graph.ops().numbers(SEQUENCE, length, config.decoder().width());
        SDVariable x = graph.ops().rename(decoder.blocks(graph, sequence), BLOCKS_OUT); // [L, D]
        decoder.head(graph, x); // [L, V]
        return graph;
    }

    private ModelGraph fused(int batch) {
        return fused(batch, Training.NONE);
    }

    private ModelGraph fused(int batch, Training training) {
        SameDiff graph = SameDiff.create();
        return new ModelGraph(graph, new FusedLowering(graph), config, batch, training);
    }

    private SDVariable visualTokens(ModelGraph graph, boolean onlyWhatIsRead) {
        return project(graph, embeds(graph, onlyWhatIsRead));
    }

    private SDVariable project(ModelGraph graph, SDVariable embeds) {
        return graph.ops().rename(new Projector(config).apply(graph, embeds), VISUAL_TOKENS); // [B*N, D]
    }

    private SDVariable embeds(ModelGraph graph, boolean onlyWhatIsRead) {
        int side = config.vision().image();
        SDVariable images = graph.ops().numbers(IMAGES, graph.batch(), 3, side, side);
        VisionTransformer vision = new VisionTransformer(config.vision());
        SDVariable embeds;
        if (config.variant().allPatches()) {
            embeds = vision.encode(graph, images); // [B*(1+patches), C]
        } else if (onlyWhatIsRead) {
            embeds = vision.encodeCls(graph, images); // [B, C]
        } else {
            embeds = graph.ops().rows("cls", vision.encode(graph, images), graph.batch(), 0, 1); // [B, C]
        }
        return graph.ops().rename(embeds, IMAGE_EMBEDS);
    }

    private static SDVariable ids(ModelGraph graph, String name, int tokens) {
        return graph.ops().ids(name, (long) graph.batch() * tokens);
    }
}
