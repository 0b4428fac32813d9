package dev.patchbook.cli;

import dev.patchbook.base.JsonLine;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.SampleTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a caption for a picture, or several. */
@Command(
        name = "caption",
        mixinStandardHelpOptions = true,
        description =
                "Write a caption for a picture: always the likeliest character, unless a sampling option is given.")
final class CaptionCommand implements Callable<Integer> {
    private static final int MOST_SAMPLES = 10_000;
    private final CliContext context;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A checkpoint, or a run (its last).")
    private Path model = Path.of("");

    @Option(names = "--image", required = true, paramLabel = "FILE", description = "The picture.")
    private Path image = Path.of("");

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Write N captions, with one seed after the other, each with its log-probability.")
    private @Nullable Integer samples;

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Option(names = "--published", description = "Generate with the articles' own loop.")
    private boolean published;

    @Option(names = "--json", description = "Print one JSON object, or one for each of several captions.")
    private boolean json;

    CaptionCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (samples != null && (samples < 1 || samples > MOST_SAMPLES)) {
            throw new UsageException("--samples is " + samples + ".", "Give a number from 1 to " + MOST_SAMPLES + ".");
        }
        // A file's name is told from a row by its leading dot.
        SampleSettings settings = sampling.settings("./" + image.getFileName(), samples != null);
        Path picture = context.resolve(image);
        if (!Files.isRegularFile(picture)) {
            throw new UserFacingException("There is no picture " + image + ".", "Check the path given with --image.");
        }
        try (Engine engine = context.engine().get()) {
            ModelSummary opened = Jobs.await(engine.open(context.resolve(model)));
            check(opened.config().variant());
            Path folder = picture.getParent() == null ? context.folder() : picture.getParent();
            SampleRequest request = new SampleRequest(opened.id(), settings, folder, true, published);
            if (samples == null) {
                Generation caption = Jobs.await(engine.sample(request, token -> {}));
                context.print(json ? line(caption) : caption.caption());
            } else {
                print(Jobs.await(engine.samples(request, samples)));
            }
        }
        return Failures.DONE;
    }

    private void check(Variant variant) {
        if (published && variant == Variant.GIT) {
            throw new UsageException(
                    "--published does not go with a model of variant git: the articles' loop knows one visual token.",
                    "Leave out --published.");
        }
        if (sampling.prompt().isEmpty() && !variant.beginAndEnd()) {
            throw new UsageException(
                    "This model has no begin token, so it needs something to start from.",
                    "Give the first characters of the caption with --prompt.");
        }
    }

    private void print(SampleTable table) {
        if (json) {
            table.rows()
                    .forEach(row -> context.print(new JsonLine()
                            .put("seed", row.seed())
                            .put("caption", row.caption())
                            .rounded("log_probability", row.logProbability(), 4)
                            .put("tokens", row.tokens())
                            .put("finished", row.finished())));
            return;
        }
        Table lines = new Table("seed", "log p", "caption");
        table.rows()
                .forEach(row ->
                        lines.add(Long.toString(row.seed()), Table.fixed(row.logProbability(), 2), row.caption()));
        lines.lines().forEach(context::print);
        context.print(table.different() + " of " + table.rows().size() + " differ; distinct words "
                + Table.fixed(100 * table.distinctWords(), 1) + " %, pairs of words "
                + Table.fixed(100 * table.distinctPairs(), 1) + " %");
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
