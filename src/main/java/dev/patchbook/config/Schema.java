package dev.patchbook.config;

import static dev.patchbook.config.Setting.choice;
import static dev.patchbook.config.Setting.decimal;
import static dev.patchbook.config.Setting.text;
import static dev.patchbook.config.Setting.whole;

import dev.patchbook.config.Setting.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one list of settings: the same keys in a cell, in {@code --set} and in {@code config.json}. */
public final class Schema {
    private static final int MANY = 1_000_000_000;

    private static final List<Setting> DATA = List.of(
            Setting.of(
                    Kind.FILE,
                    "file",
                    "File",
                    "CSV or JSON lines file, or folder of pictures; several with commas; or sample:scenes."),
            text("image-column", "Picture column", "The pictures' column; empty: found by its usual names."),
            text("caption-column", "Caption column", "The captions' column; empty: found by its usual names."),
            text(
                    "alphabet",
                    "Alphabet",
                    "data: the captions' characters; shakespeare: the articles' 65; or a text file.",
                    "data",
                    "shakespeare"),
            choice(
                    "unknown",
                    "Other characters",
                    "Not in the alphabet: report: leave the row out; map: take the nearest; add: to the alphabet.",
                    "report",
                    "map",
                    "add"),
            choice(
                    "normalize-text",
                    "Unicode form",
                    "none: captions as they are; nfc: accents joined; nfkc: look-alikes too.",
                    "none",
                    "nfc",
                    "nfkc"),
            choice(
                    "split",
                    "Split",
                    "picture: by the picture's hash; stratified: within each caption; tail: the articles', last rows.",
                    "picture",
                    "stratified",
                    "tail"),
            whole("repeat", "Repeat rows", "How often each row is repeated.", 1, 10_000),
            decimal("validation", "Validation share", "Share of the rows kept for validation.", 0, 0.9),
            whole("image-size", "Image size", "Side of the square picture the model sees, in pixels.", 4, 1024),
            text(
                    "background",
                    "Background",
                    "Colour under transparent pixels: white, black, grey, or as in #ffcc00.",
                    "white",
                    "black",
                    "grey"),
            choice(
                    "normalize",
                    "Pixels",
                    "none: 0 to 1; imagenet: mean and deviation of ImageNet.",
                    "none",
                    "imagenet"),
            whole("max-length", "Longest caption", "Longest caption in characters.", 1, 10_000),
            choice(
                    "too-long",
                    "Longer captions",
                    "report: leave the row out; cut: use its first characters.",
                    "report",
                    "cut"),
            whole("seed", "Seed", "Chooses the split.", 0, Integer.MAX_VALUE));

    private static final List<Setting> MODEL = List.of(
            choice("preset", "Preset", "Sizes and training settings under one name.", "tiny", "laptop", "published"),
            choice(
                    "variant",
                    "Variant",
                    "What the model does where the articles and good practice differ.",
                    "published",
                    "standard",
                    "git"),
            whole("patch-size", "Patch size", "Side of a square patch, in pixels.", 1, 1024),
            whole("vision-width", "Vision width", "Size of a token in the vision transformer.", 1, 8192),
            whole("vision-blocks", "Vision blocks", "Transformer blocks of the vision part.", 1, 96),
            whole("decoder-width", "Decoder width", "Size of a token in the decoder.", 1, 8192),
            whole("decoder-blocks", "Decoder blocks", "Transformer blocks of the decoder.", 1, 96),
            whole("heads", "Heads", "Attention heads of a block, in both parts.", 1, 128),
            whole("positions", "Positions", "Longest sequence of the decoder, visual tokens included.", 2, 100_000),
            choice("patch-init", "Patch start", "How the patch projection starts.", "uniform", "xavier"));

    private static final List<Setting> TRAIN = List.of(
            whole("steps", "Steps", "Updates in all.", 1, MANY),
            whole("batch", "Batch", "Rows in a step.", 1, 4096),
            whole(
                    "seed",
                    "Seed",
                    "Chooses the starting weights, the order of the rows and dropout.",
                    0,
                    Integer.MAX_VALUE),
            decimal("learning-rate", "Learning rate", "Size of Adam's steps.", 0, 10),
            choice("schedule", "Schedule", "constant, or cosine down to a tenth.", "constant", "cosine"),
            whole(
                    "schedule-steps",
                    "Schedule steps",
                    "Length of the schedule in steps; 0: as many as steps when the run starts.",
                    0,
                    MANY),
            whole("warm-up", "Warm-up", "Steps over which the learning rate rises from zero.", 0, MANY),
            decimal(
                    "weight-decay",
                    "Weight decay",
                    "Decoupled decay of weight matrices (AdamW); 0: plain Adam.",
                    0,
                    10),
            decimal("clip", "Clip", "Largest norm of the gradient; 0: never clipped.", 0, 1e9),
            decimal("dropout", "Dropout", "Share of values dropped in training.", 0, 0.95),
            whole(
                    "evaluate-every",
                    "Evaluate every",
                    "Steps between two looks at the validation rows; 0: never.",
                    0,
                    MANY),
            whole(
                    "checkpoint-every",
                    "Checkpoint every",
                    "Steps between two checkpoints; 0: only by time, at evaluations and at the end.",
                    0,
                    MANY),
            choice(
                    "checkpoint-evaluated",
                    "Checkpoint evaluated",
                    "Evaluations that leave a checkpoint: best: those better than all before; all; none.",
                    "best",
                    "all",
                    "none"),
            decimal(
                    "checkpoint-minutes",
                    "Checkpoint minutes",
                    "At most so many minutes of work are lost when the machine stops; 0: no checkpoints by time.",
                    0,
                    10_000),
            whole(
                    "keep-mb",
                    "Keep MB",
                    "Megabytes the run's checkpoints may take: older ones are thinned out; 0: all are kept.",
                    0,
                    MANY),
            choice("keep-best", "Keep best", "yes: in the end the model is the best checkpoint's.", "no", "yes"),
            whole(
                    "patience",
                    "Patience",
                    "Evaluations without a better validation loss after which the run ends; 0: it goes on.",
                    0,
                    MANY),
            text(
                    "pins",
                    "Pinned pictures",
                    "Up to six pictures captioned at each evaluation; empty: the first validation ones.",
                    "validation 0, train 0"),
            whole(
                    "look-rows",
                    "Look rows",
                    "Validation rows also tried with wrong and with blank pictures; 0: none.",
                    0,
                    1024),
            text(
                    "augment",
                    "Augment",
                    "Changes training pictures, as in flip, crop 0.1, rotate 5, colour 0.1; none: as they are.",
                    "none",
                    "flip, crop 0.1, rotate 5, colour 0.1"),
            text(
                    "train",
                    "What trains",
                    "all, or any of vision, projector, decoder, head, lora; blocks as in decoder.0 or decoder.5-7.",
                    "all",
                    "projector",
                    "projector, decoder, head",
                    "projector, lora",
                    "head"),
            text(
                    "stages",
                    "Stages",
                    "What trains one after the other, with steps and learning rate, as in projector 500; all 500 at 0.0001.",
                    "none",
                    "projector 500; projector+decoder 1000; all 500"),
            text(
                    "lora",
                    "LoRA",
                    "Adapters beside attention, which stays frozen, as in rank 8, alpha 16, query+value of decoder.",
                    "none",
                    "rank 8, alpha 16, dropout 0.05, query+value of decoder"));

    private static final List<Setting> SAMPLE = List.of(
            Setting.of(Kind.IMAGE, "image", "Picture", "validation N, train N, or a picture file."),
            text("prompt", "Prompt", "The characters the caption starts with."),
            whole("max-tokens", "Longest", "Tokens generated at most.", 1, 100_000),
            decimal("temperature", "Temperature", "0: always the likeliest; higher: bolder.", 0, 1000),
            whole("top-k", "Top k", "Choose among the k likeliest; 0: all.", 0, 1_000_000),
            decimal("top-p", "Top p", "Choose among the likeliest that together have this probability.", 0, 1),
            whole("seed", "Seed", "Chooses the draws.", 0, Integer.MAX_VALUE),
            whole(
                    "beams",
                    "Beams",
                    "Beginnings followed at once for the likeliest caption as a whole; 1: token by token.",
                    1,
                    16),
            whole(
                    "no-repeat",
                    "No repeat",
                    "A stretch of so many characters is never written twice; 0: it may be.",
                    0,
                    1000),
            choice("stop", "Stop", "end: at the end token; never: at the longest only.", "end", "never"),
            whole("step", "Step", "Checkpoint to look at; 0: the weights of now.", 0, MANY));

    private static final Map<Group, List<Setting>> ALL = Map.of(
            Group.DATA,
            DATA,
            Group.MODEL,
            MODEL,
            Group.TRAIN,
            TRAIN,
            Group.SAMPLE,
            SAMPLE,
            Group.PATCHES,
            LookSchema.PATCHES,
            Group.ATTENTION,
            LookSchema.ATTENTION,
            Group.IMAGES,
            LookSchema.IMAGES,
            Group.COMPARE,
            CompareSettings.SCHEMA);

    private Schema() {}

    /** The settings of a group, in the order of forms and files. */
    public static List<Setting> of(Group group) {
        return ALL.getOrDefault(group, List.of());
    }

    /** One setting by its key. */
    public static Optional<Setting> find(Group group, String key) {
        return of(group).stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    /**
     * Checks keys and values.
     *
     * @throws SettingException at the first key that is unknown or value that cannot be used
     */
    public static void check(Group group, Map<String, String> values) {
        values.forEach((key, value) -> {
            Setting setting = find(group, key).orElseThrow(() -> unknown(group, key));
            LookSchema.moved(group, key, value).or(() -> setting.problem(value)).ifPresent(problem -> {
                throw problem;
            });
        });
    }

    private static SettingException unknown(Group group, String key) {
        List<String> keys = of(group).stream().map(Setting::key).toList();
        return new SettingException(
                key,
                "“" + key + "” is not a setting of " + group.id() + ".",
                "Its settings are " + String.join(", ", keys) + ".");
    }
}
