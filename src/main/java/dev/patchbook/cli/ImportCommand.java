package dev.patchbook.cli;

import dev.patchbook.config.Variant;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a checkpoint of the articles' weights. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Make a checkpoint of the articles' weights, saved as safetensors; sizes come from the shapes.")
final class ImportCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "FILE", description = "The weights, a safetensors file.")
    private Path weights = Path.of("");

    @Option(names = "--variant", required = true, paramLabel = "NAME", description = "published, standard or git.")
    private String variant = "";

    @Option(
            names = "--alphabet",
            paramLabel = "NAME",
            description = "shakespeare (the default), or a text file that holds the characters.")
    private String alphabet = "shakespeare";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The checkpoint's folder.")
    private Path out = Path.of("");

    ImportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Variant chosen = Choices.variant(variant);
        Path folder = context.resolve(out);
        OutFolder.requireEmpty(folder, "Choose another folder with --out.");
        context.tools().get().importWeights(context.resolve(weights), chosen, alphabet, folder);
        context.say("Checkpoint: " + out);
        return Failures.DONE;
    }
}
