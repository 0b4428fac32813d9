package dev.patchbook.ui.form;

import dev.patchbook.config.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A cell's settings in one line: the few that matter always, the others where they are written. */
public final class SettingsSentence {
    private static final Set<String> SAID = Set.of(
            "data.file",
            "data.image-size",
            "data.split",
            "data.seed",
            "model.preset",
            "model.variant",
            "model.patch-size",
            "model.vision-blocks",
            "model.vision-width",
            "model.decoder-blocks",
            "model.decoder-width",
            "train.learning-rate",
            "train.schedule",
            "train.batch",
            "train.steps",
            "train.seed",
            "sample.image",
            "sample.prompt",
            "sample.temperature",
            "sample.top-k",
            "sample.seed",
            "sample.top-p",
            "patches.image",
            "patches.view",
            "attention.image",
            "attention.view",
            "attention.layer",
            "attention.head",
            "images.part",
            "images.pictures",
            "images.method",
            "images.words",
            "compare.image",
            "compare.right-image",
            "compare.view",
            "compare.method",
            "compare.residual",
            "compare.layer",
            "compare.head");

    private SettingsSentence() {}

    /**
     * The line.
     *
     * @param group whose settings
     * @param written what the cell says
     * @param defaults what holds for the rest
     */
    public static String of(Group group, Map<String, String> written, Map<String, String> defaults) {
        Look look = new Look(written, defaults);
        List<String> parts = new ArrayList<>(
                switch (group) {
                    case DATA -> data(look);
                    case MODEL -> model(look);
                    case TRAIN -> train(look);
                    case SAMPLE -> sample(look);
                    case PATCHES ->
                        List.of(look.at("image"), look.at("view").equals("position") ? "positions" : look.at("view"));
                    case ATTENTION -> attention(look);
                    case IMAGES -> images(look);
                    case COMPARE -> compare(look);
                });
        written.forEach((key, value) -> {
            if (!SAID.contains(group.id() + "." + key)) {
                parts.add(key.replace('-', ' ') + " " + value);
            }
        });
        return String.join(" · ", parts);
    }

    private record Look(Map<String, String> written, Map<String, String> defaults) {
        String at(String key) {
            return written.getOrDefault(key, defaults.getOrDefault(key, ""));
        }
    }

    private static List<String> data(Look s) {
        String split = switch (s.at("split")) {
            case "tail" -> "last rows validate";
            case "stratified" -> "split within each caption";
            default -> "split by picture";
        };
        return List.of(s.at("file"), s.at("image-size") + " px", split + ", seed " + s.at("seed"));
    }

    private static List<String> model(Look s) {
        return List.of(
                s.at("preset"),
                s.at("variant"),
                s.at("patch-size") + " px patches",
                s.at("vision-blocks") + " × " + s.at("vision-width"),
                s.at("decoder-blocks") + " × " + s.at("decoder-width"));
    }

    private static List<String> train(Look s) {
        String name = s.at("weight-decay").equals("0") ? "Adam " : "AdamW ";
        return List.of(
                name + s.at("learning-rate") + ", " + s.at("schedule"),
                "batch " + s.at("batch"),
                s.at("steps") + " steps",
                "seed " + s.at("seed"));
    }

    private static List<String> sample(Look s) {
        List<String> parts = new ArrayList<>();
        parts.add(s.at("image"));
        if (!s.at("prompt").isEmpty()) {
            parts.add("“" + s.at("prompt") + "”");
        }
        if (zero(s.at("temperature"))) {
            parts.add("greedy");
            return parts;
        }
        parts.add("temperature " + s.at("temperature"));
        if (!zero(s.at("top-k"))) {
            parts.add("top-k " + s.at("top-k"));
        }
        if (!s.at("top-p").equals("1")) {
            parts.add("top-p " + s.at("top-p"));
        }
        parts.add("seed " + s.at("seed"));
        return parts;
    }

    private static List<String> attention(Look s) {
        return switch (s.at("view")) {
            case "characters" -> List.of(s.at("image"), "patches by character");
            case "lens" -> List.of(s.at("image"), "what each block would say");
            case "text" ->
                List.of(s.at("image"), "text, each character", "block " + s.at("layer"), "head " + s.at("head"));
            default ->
                List.of(s.at("image"), "vision, CLS to patches", "block " + s.at("layer"), "head " + s.at("head"));
        };
    }

    private static List<String> images(Look s) {
        List<String> parts = new ArrayList<>(List.of(
                s.at("pictures") + " " + s.at("part") + " pictures",
                s.at("method").equals("tsne") ? "t-SNE" : "principal components"));
        if (!s.at("words").isBlank()) {
            parts.add("coloured by " + s.at("words").strip());
        }
        return parts;
    }

    private static List<String> compare(Look s) {
        List<String> parts = new ArrayList<>();
        String other = s.at("right-image");
        parts.add(s.at("image") + (other.isBlank() ? "" : " and " + other));
        parts.add(s.at("view").equals("position") ? "positions" : s.at("view"));
        if (s.at("view").equals("attention")) {
            boolean head = s.at("method").equals("head");
            parts.add((head ? "" : s.at("method") + ", ") + "block " + s.at("layer")
                    + (head ? ", head " + s.at("head") : ""));
        }
        return parts;
    }

    private static boolean zero(String value) {
        return value.equals("0") || value.equals("0.0");
    }
}
