package dev.patchbook.cli;

import dev.patchbook.base.UserFacingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the app on a notebook. */
@Command(name = "open", mixinStandardHelpOptions = true, description = "Open a notebook in the app.")
final class OpenCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "NOTEBOOK", description = "The notebook's file.")
    private Path notebook = Path.of("");

    OpenCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path file = context.resolve(notebook);
        if (!Files.isRegularFile(file)) {
            throw new UserFacingException("There is no file " + file + ".", "Check the notebook's name.");
        }
        return context.window().open(Optional.of(file));
    }
}
