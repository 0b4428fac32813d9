package dev.patchbook.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where every learned tensor lies in the one flat buffer, under the name and in the layout of the articles' PyTorch
 * {@code state_dict}. A block's query weights of all heads lie together, then its keys, then its values, so that the graph can
 * use them as one matrix.
 */
public final class ParameterLayout {
    /**
     * One tensor of a weights file.
     *
     * @param name as in the {@code state_dict}
     * @param offset first number in the flat buffer
     * @param start how it starts
     * @param shape as in the {@code state_dict}
     */
    public record Entry(String name, long offset, Start start, long... shape) {
        /** How many numbers it holds. */
        public long length() {
            long length = 1;
            for (long size : shape) {
                length *= size;
            }
            return length;
        }

        /** Whether it is an adapter's. */
        public boolean adapter() {
            return PartSet.isAdapter(name);
        }
    }

    /** How a tensor starts. */
    public record Start(Kind kind, double bound) {
        /** The distribution. */
        public enum Kind {
            CONSTANT,
            NORMAL,
            UNIFORM
        }

        static final Start ZERO = new Start(Kind.CONSTANT, 0);
        static final Start ONE = new Start(Kind.CONSTANT, 1);
        static final Start NORMAL = new Start(Kind.NORMAL, 1);

        static Start fanIn(long in) {
            return new Start(Kind.UNIFORM, 1 / Math.sqrt(in));
        }
    }

    private static final List<String> PARTS = List.of("key", "query", "value");
    private static final List<String> PLACES = List.of("query", "key", "value");
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long length;

    private ParameterLayout() {}

    /** The layout of a model. */
    public static ParameterLayout of(ModelConfig config) {
        ParameterLayout layout = new ParameterLayout();
        layout.vision(config);
        int width = config.decoder().width();
        layout.add(
                "decoder.token_embedding_table.weight",
                Start.NORMAL,
                config.decoder().vocabulary(),
                width);
        layout.add(
                "decoder.position_embedding_table.weight",
                Start.NORMAL,
                config.decoder().positions(),
                width);
        layout.projector(config);
        for (int i = 0; i < config.decoder().blocks(); i++) {
            layout.block("decoder.blocks." + i, width, config.decoder().heads());
        }
        layout.norm("decoder.ln_f", width);
        layout.linear("decoder.lm_head", width, config.decoder().vocabulary());
        layout.adapters(
                "vision_encoder.blocks.",
                config.vision().blocks(),
                config.vision().width(),
                config.lora());
        layout.adapters("decoder.blocks.", config.decoder().blocks(), width, config.lora());
        return layout;
    }

    /** Adapters come last, so that all else lies as in the model without them. */
    private void adapters(String path, int blocks, int width, Lora lora) {
        for (int i = 0; i < blocks; i++) {
            for (Lora.Projection projection : lora.projections()) {
                if (lora.on(path + i, projection)) {
                    String adapter = path + i + ".attn." + projection.id() + ".lora_";
                    add(adapter + "A.weight", Start.fanIn(width), lora.rank(), width);
                    add(adapter + "B.weight", Start.ZERO, width, lora.rank());
                }
            }
        }
    }

    private void vision(ModelConfig config) {
        VisionConfig vision = config.vision();
        int width = vision.width();
        add("vision_encoder.cls_token", Start.ZERO, 1, 1, width);
        add("vision_encoder.pos_embedding", Start.NORMAL, 1, vision.tokens(), width);
        long fanIn = vision.patchSize();
        Start weight = config.patchInit() == PatchInit.XAVIER
                ? new Start(
                        Start.Kind.UNIFORM, Math.sqrt(6.0 / (fanIn + (double) width * vision.patch() * vision.patch())))
                : Start.fanIn(fanIn);
        String patch = "vision_encoder.patch_embedding.conv.";
        add(patch + "weight", weight, width, 3, vision.patch(), vision.patch());
        add(patch + "bias", Start.fanIn(fanIn), width);
        for (int i = 0; i < vision.blocks(); i++) {
            block("vision_encoder.blocks." + i, width, vision.heads());
        }
        norm("vision_encoder.layer_norm", width);
    }

    private void projector(ModelConfig config) {
        String path = "decoder.image_projection.net.";
        int in = config.vision().width();
        int out = config.decoder().width();
        if (config.variant().allPatches()) {
            linear(path + "0", in, out);
            norm(path + "1", out);
        } else {
            linear(path + "0", in, config.projectorHidden());
            linear(path + "2", config.projectorHidden(), out);
        }
    }

    private void block(String path, int width, int heads) {
        norm(path + ".ln1", width);
        attention(path + ".attn", width, heads);
        linear(path + ".attn.proj", width, width);
        norm(path + ".ln2", width);
        linear(path + ".ffn.0", width, 4 * width);
        linear(path + ".ffn.2", 4 * width, width);
    }

    /** Head by head in files; in memory all queries, then all keys, then all values. */
    private void attention(String path, int width, int heads) {
        long size = (long) width / heads * width;
        long start = length;
        for (int h = 0; h < heads; h++) {
            for (int part = 0; part < PARTS.size(); part++) {
                String name = path + ".heads." + h + "." + PARTS.get(part) + ".weight";
                long offset = start + (PLACES.indexOf(PARTS.get(part)) * heads + h) * size;
                entries.put(name, new Entry(name, offset, Start.fanIn(width), width / heads, width));
            }
        }
        length += 3 * heads * size;
    }

    private void norm(String path, int width) {
        add(path + ".weight", Start.ONE, width);
        add(path + ".bias", Start.ZERO, width);
    }

    private void linear(String path, int in, int out) {
        add(path + ".weight", Start.fanIn(in), out, in);
        add(path + ".bias", Start.fanIn(in), out);
    }

    private void add(String name, Start start, long... shape) {
        Entry entry = new Entry(name, length, start, shape);
        entries.put(name, entry);
        length += entry.length();
    }

    /** All tensors, in the order of files. */
    public List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** The shape of every tensor by name, in the order of files. */
    public Map<String, int[]> shapes() {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        entries.forEach((name, entry) -> shapes.put(
                name, Arrays.stream(entry.shape()).mapToInt(Math::toIntExact).toArray()));
        return shapes;
    }

    /** One tensor. */
    public Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return entry;
    }

    /** Numbers in all. */
    public long length() {
        return length;
    }

    /** Numbers in the tensors whose name starts with a prefix. */
    public long length(String prefix) {
        return entries.values().stream()
                .filter(entry -> entry.name().startsWith(prefix))
                .mapToLong(Entry::length)
                .sum();
    }
}
