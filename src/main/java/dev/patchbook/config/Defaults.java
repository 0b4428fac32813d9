package dev.patchbook.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** The default of every setting, by preset and variant. Text, as a form shows it. */
public final class Defaults {
    private static final String SAMPLE =
            "image: validation 0, prompt:, max-tokens: 64, temperature: 0, top-k: 0, top-p: 1,"
                    + " seed: 1, beams: 1, no-repeat: 0, stop: end, step: 0";

    private static final String PATCHES = "image: validation 0, view: picture, step: 0";

    private static final String ATTENTION = "image: validation 0, view: vision, layer: 0, head: 0, step: 0";

    private static final String IMAGES = "part: validation, pictures: 300, method: pca, words:, step: 0";

    private static final String TRAIN = "steps: 100, batch: 16, seed: 1, learning-rate: 0.001, schedule: constant,"
            + " schedule-steps: 0, warm-up: 0, weight-decay: 0, clip: 0, dropout: 0.1, evaluate-every: 10,"
            + " checkpoint-every: 0, checkpoint-evaluated: best, checkpoint-minutes: 1, keep-mb: 1000, keep-best: no,"
            + " patience: 0, pins:, look-rows: 128, augment: none, train: all,"
            + " stages: none, lora: none";

    private Defaults() {}

    /** Defaults of one group. */
    public static Map<String, String> of(Group group, Preset preset, Variant variant) {
        return switch (group) {
            case DATA -> data(preset, variant);
            case MODEL -> model(preset, variant);
            case TRAIN -> train(preset);
            case SAMPLE -> map(SAMPLE);
            case PATCHES -> map(PATCHES);
            case ATTENTION -> map(ATTENTION);
            case IMAGES -> map(IMAGES);
            case COMPARE -> map(CompareSettings.DEFAULTS);
        };
    }

    private static Map<String, String> data(Preset preset, Variant variant) {
        Map<String, String> all = map("file: sample:scenes, image-column:, caption-column:, unknown: report,"
                + " normalize-text: none, background: white, too-long: report");
        all.putAll(
                variant == Variant.PUBLISHED
                        ? map("alphabet: shakespeare, split: tail, repeat: 30")
                        : map("alphabet: data, split: picture, repeat: 1"));
        all.put("validation", "0.1");
        all.put(
                "image-size",
                switch (preset) {
                    case TINY -> "16";
                    case LAPTOP -> "48";
                    case PUBLISHED -> "96";
                });
        // pixels around zero: a small model starts to look several times sooner
        boolean centred = preset == Preset.LAPTOP && variant != Variant.PUBLISHED;
        all.put("normalize", centred ? "imagenet" : "none");
        all.putAll(map("max-length: 256, seed: 1"));
        return all;
    }

    private static Map<String, String> model(Preset preset, Variant variant) {
        Map<String, String> all = map("preset: " + preset.id() + ", variant: " + variant.id());
        all.putAll(map(
                switch (preset) {
                    case TINY ->
                        "patch-size: 8, vision-width: 16, vision-blocks: 2, decoder-width: 16, decoder-blocks: 2,"
                                + " heads: 2, positions: 300";
                    case LAPTOP ->
                        "patch-size: 16, vision-width: 96, vision-blocks: 3, decoder-width: 96, decoder-blocks: 2,"
                                + " heads: 4, positions: 320";
                    case PUBLISHED ->
                        "patch-size: 16, vision-width: 512, vision-blocks: 3, decoder-width: 128,"
                                + " decoder-blocks: 8, heads: 8, positions: 1000";
                }));
        all.put("patch-init", "uniform");
        return all;
    }

    private static Map<String, String> train(Preset preset) {
        Map<String, String> all = map(TRAIN);
        switch (preset) {
            case TINY -> all.putAll(map("batch: 4, steps: 20, dropout: 0"));
            case LAPTOP ->
                all.putAll(map("steps: 4500, batch: 16, learning-rate: 0.002, schedule: cosine, warm-up: 100,"
                        + " weight-decay: 0.05, clip: 1, dropout: 0, evaluate-every: 250, checkpoint-every: 1000"));
            case PUBLISHED -> {}
        }
        return all;
    }

    /** Reads {@code key: value, key: value}; a value ends at the next comma and holds none. */
    private static Map<String, String> map(String text) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String pair : text.split(",")) {
            int colon = pair.indexOf(':');
            map.put(pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
        }
        return map;
    }
}
