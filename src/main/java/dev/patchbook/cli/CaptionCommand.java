package dev.patchbook.cli;

import dev.patchbook.base.JsonLine;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Group;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.SampleRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a caption for a picture. */
@Command(
        name = "caption",
        mixinStandardHelpOptions = true,
        description =
                "Write a caption for a picture: always the likeliest character, unless a sampling option is given.")
final class CaptionCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A checkpoint, or a run (its last).")
    private Path model = Path.of("");

    @Option(names = "--image", required = true, paramLabel = "FILE", description = "The picture, PNG or JPEG.")
    private Path image = Path.of("");

    @Option(names = "--prompt", paramLabel = "TEXT", description = "The characters the caption starts with.")
    private String prompt = "";

    @Option(names = "--max-tokens", paramLabel = "N", description = "Characters generated at most; 64 unless told.")
    private int maxTokens = 64;

    @Option(names = "--greedy", description = "Always the likeliest character.")
    private boolean greedy;

    @Option(names = "--temperature", paramLabel = "X", description = "Higher is bolder; 0 is greedy.")
    private @Nullable Double temperature;

    @Option(names = "--top-k", paramLabel = "N", description = "Choose among the N likeliest.")
    private @Nullable Integer topK;

    @Option(
            names = "--top-p",
            paramLabel = "X",
            description = "Choose among the likeliest that together have this probability.")
    private @Nullable Double topP;

    @Option(names = "--seed", paramLabel = "N", description = "Chooses the draws.")
    private @Nullable Long seed;

    @Option(names = "--published", description = "Generate with the articles' own loop.")
    private boolean published;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CaptionCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SampleSettings settings = settings();
        Path picture = context.resolve(image);
        if (!Files.isRegularFile(picture)) {
            throw new UserFacingException("There is no picture " + image + ".", "Check the path given with --image.");
        }
        try (Engine engine = context.engine().get()) {
            ModelSummary opened = Jobs.await(engine.open(context.resolve(model)));
            check(opened.config().variant());
            Path folder = picture.getParent() == null ? context.folder() : picture.getParent();
            Generation caption = Jobs.await(
                    engine.sample(new SampleRequest(opened.id(), settings, folder, true, published), token -> {}));
            context.print(json ? line(caption) : caption.caption());
        }
        return Failures.DONE;
    }

    /** The settings of the options, checked; a file's name is told from a row by its leading dot. */
    private SampleSettings settings() {
        boolean sampled = temperature != null || topK != null || topP != null || seed != null;
        if (greedy && sampled) {
            throw new UsageException(
                    "--greedy leaves nothing to sample.",
                    "Leave out --greedy, or --temperature, --top-k, --top-p and --seed.");
        }
        double heat = temperature == null ? (sampled ? 1 : 0) : temperature;
        require(heat >= 0, "--temperature", heat, "0 or more; 0 is greedy");
        require(topK == null || topK >= 1, "--top-k", topK, "1 or more");
        require(topP == null || topP >= 0 && topP <= 1, "--top-p", topP, "a number from 0 to 1");
        SampleSettings settings = new SampleSettings(
                "./" + image.getFileName(),
                prompt,
                maxTokens,
                heat,
                topK == null ? 0 : topK,
                topP == null ? 1 : topP,
                seed == null ? 1 : seed,
                0);
        Choices.check(Group.SAMPLE, "max-tokens", settings.maxTokens());
        Choices.check(Group.SAMPLE, "temperature", settings.temperature());
        Choices.check(Group.SAMPLE, "top-k", settings.topK());
        Choices.check(Group.SAMPLE, "seed", settings.seed());
        return settings;
    }

    private static void require(boolean holds, String option, @Nullable Object value, String wanted) {
        if (!holds) {
            throw new UsageException(option + " is " + value + ".", "Give " + wanted + ".");
        }
    }

    private void check(Variant variant) {
        if (published && variant == Variant.GIT) {
            throw new UsageException(
                    "--published does not go with a model of variant git: the articles' loop knows one visual token.",
                    "Leave out --published.");
        }
        if (prompt.isEmpty() && !variant.beginAndEnd()) {
            throw new UsageException(
                    "This model has no begin token, so it needs something to start from.",
                    "Give the first characters of the caption with --prompt.");
        }
    }

    private static JsonLine line(Generation caption) {
        return new JsonLine()
                .put("caption", caption.caption())
                .put("prompt", caption.prompt())
                .put("finished", caption.finished())
                .putAll(
                        "tokens",
                        caption.tokens().stream()
                                .map(token -> new JsonLine()
                                        .put("token", token.chosen().token())
                                        .put("text", token.chosen().text())
                                        .put("probability", token.chosen().probability()))
                                .toList());
    }
}
