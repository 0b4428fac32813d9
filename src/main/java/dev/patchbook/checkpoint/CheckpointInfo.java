package dev.patchbook.checkpoint;

import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.Group;
import dev.patchbook.config.Lora;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.PatchInit;
import dev.patchbook.config.Schema;
import dev.patchbook.config.Setting;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.Variant;
import dev.patchbook.config.VisionConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All of a checkpoint but its weights.
 *
 * @param written the settings as written, grouped as data, model, train
 * @param model sizes and switches, with every default resolved: later defaults cannot change what the weights mean
 * @param tokenizer the alphabet
 * @param provenance where the weights come from
 */
public record CheckpointInfo(
        Map<String, Map<String, String>> written, ModelConfig model, TokenizerFile tokenizer, Provenance provenance) {
    static final int FORMAT = 1;
    private static final List<Group> GROUPS = List.of(Group.DATA, Group.MODEL, Group.TRAIN);

    /** Checks that model and alphabet agree. */
    public CheckpointInfo {
        if (model.decoder().vocabulary() != tokenizer.vocabulary()
                || model.decoder().pad() != tokenizer.pad()) {
            throw new IllegalArgumentException("vocabulary " + model.decoder().vocabulary() + " with pad "
                    + model.decoder().pad() + ", but the alphabet has " + tokenizer.vocabulary());
        }
    }

    /** The settings of one group as written; empty where nothing was. */
    public Map<String, String> written(Group group) {
        return written.getOrDefault(group.id(), Map.of());
    }

    String configJson() {
        Map<String, Object> out = new LinkedHashMap<>(JsonText.map("format", FORMAT));
        out.putAll(ordered(written));
        out.put("resolved", resolved());
        return JsonText.of(out);
    }

    private Map<String, Object> resolved() {
        VisionConfig vision = model.vision();
        DecoderConfig decoder = model.decoder();
        Map<String, Object> resolved = new LinkedHashMap<>(JsonText.map(
                "variant",
                model.variant().id(),
                "image-size",
                vision.image(),
                "patch-size",
                vision.patch(),
                "vision-width",
                vision.width(),
                "vision-blocks",
                vision.blocks(),
                "vision-heads",
                vision.heads(),
                "decoder-width",
                decoder.width(),
                "decoder-blocks",
                decoder.blocks(),
                "decoder-heads",
                decoder.heads(),
                "positions",
                decoder.positions(),
                "vocabulary",
                decoder.vocabulary(),
                "pad",
                decoder.pad(),
                "patch-init",
                model.patchInit().name().toLowerCase(Locale.ROOT)));
        if (!model.lora().none()) {
            resolved.put("lora", model.lora().text());
        }
        return resolved;
    }

    /** The groups and their settings in the schema's order, so that equal settings are equal bytes. */
    static Map<String, Map<String, String>> ordered(Map<String, Map<String, String>> written) {
        Map<String, Map<String, String>> ordered = new LinkedHashMap<>();
        for (Group group : GROUPS) {
            Map<String, String> values = written.getOrDefault(group.id(), Map.of());
            Schema.check(group, values);
            Map<String, String> inOrder = new LinkedHashMap<>();
            for (Setting setting : Schema.of(group)) {
                String value = values.get(setting.key());
                if (value != null) {
                    inOrder.put(setting.key(), value);
                }
            }
            ordered.put(group.id(), inOrder);
        }
        return ordered;
    }

    static CheckpointInfo read(Path config, TokenizerFile tokenizer, Provenance provenance) {
        JsonObject in = JsonObject.read(config);
        if (in.whole("format", 1, Integer.MAX_VALUE) != FORMAT) {
            throw in.problem("format", "is newer than this Patchbook reads");
        }
        Map<String, Map<String, String>> written = writtenSettings(in);
        JsonObject resolved = in.object("resolved");
        try {
            ModelConfig model = model(resolved, tokenizer);
            resolved.done();
            in.done();
            return new CheckpointInfo(written, model, tokenizer, provenance);
        } catch (SettingException e) {
            throw JsonObject.broken(config, e.what().replaceFirst("\\.$", ""), e);
        }
    }

    /** The settings as written; keys and values are checked by the schema. */
    static Map<String, Map<String, String>> writtenSettings(JsonObject in) {
        Map<String, Map<String, String>> written = new LinkedHashMap<>();
        for (Group group : GROUPS) {
            Map<String, String> values = in.textMap(group.id());
            try {
                Schema.check(group, values);
            } catch (SettingException e) {
                throw in.problem(group.id(), "cannot be used: " + e.what().replaceFirst("\\.$", ""));
            }
            written.put(group.id(), values);
        }
        return written;
    }

    private static ModelConfig model(JsonObject in, TokenizerFile tokenizer) {
        int vocabulary = in.count("vocabulary", Integer.MAX_VALUE);
        int pad = in.count("pad", Integer.MAX_VALUE);
        if (vocabulary != tokenizer.vocabulary() || pad != tokenizer.pad()) {
            throw in.problem("vocabulary", "does not fit tokenizer.json beside it");
        }
        ModelConfig model = new ModelConfig(
                choice(in, "variant", Variant.values()),
                new VisionConfig(
                        size(in, "image-size"),
                        size(in, "patch-size"),
                        size(in, "vision-width"),
                        size(in, "vision-blocks"),
                        size(in, "vision-heads")),
                new DecoderConfig(
                        size(in, "decoder-width"),
                        size(in, "decoder-blocks"),
                        size(in, "decoder-heads"),
                        size(in, "positions"),
                        vocabulary,
                        pad),
                choice(in, "patch-init", PatchInit.values()),
                in.has("lora") ? Lora.parse(in.text("lora")) : Lora.NONE);
        ModelBounds.check(model);
        return model;
    }

    private static int size(JsonObject in, String key) {
        return in.count(key, Integer.MAX_VALUE);
    }

    private static <E extends Enum<E>> E choice(JsonObject in, String key, E[] values) {
        String text = in.text(key);
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> in.problem(key, "is “" + text + "”, which this Patchbook does not know"));
    }
}
