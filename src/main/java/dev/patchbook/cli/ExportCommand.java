package dev.patchbook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a model's weights for the articles' code. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write a model's weights as safetensors, named as the articles' code names them.")
final class ExportCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A checkpoint, or a run (its last).")
    private Path model = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write; not there yet.")
    private Path out = Path.of("");

    ExportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path file = context.resolve(out);
        if (Files.exists(file)) {
            throw new UsageException(file + " is there already.", "Choose another file with --out.");
        }
        context.tools().get().exportWeights(context.resolve(model), file);
        context.say("Weights: " + out);
        return Failures.DONE;
    }
}
