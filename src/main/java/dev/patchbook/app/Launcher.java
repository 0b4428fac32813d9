package dev.patchbook.app;

import dev.patchbook.base.Console;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.cli.CliContext;
import dev.patchbook.cli.PatchbookCommand;
import dev.patchbook.cli.Terminal;
import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.engine.local.LocalTools;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the program starts. Not an {@code Application}: with JavaFX on the class path such a main class does not start.
 * Settles what must be settled before any library loads (output, logging) and hands over.
 */
public final class Launcher {
    private Launcher() {}

    /** Runs the command line, or the window when there is none. */
    public static void main(String[] arguments) {
        Console.reserveStandardOutput();
        LogFolder.announce();
        CliContext context = new CliContext(
                Terminal.ofProcess(),
                Path.of("").toAbsolutePath(),
                Launcher::window,
                LocalEngine::new,
                LocalTools::new);
        System.exit(PatchbookCommand.run(context, arguments));
    }

    private static int window(Optional<Path> notebook) {
        QuietJavaFx.install();
        try {
            PatchbookApp.open(LocalEngine::new, notebook);
            return 0;
        } catch (UnsupportedOperationException e) {
            throw new UserFacingException(
                    "The window cannot be opened: there is no display.",
                    "Start Patchbook on a desktop; patchbook --help lists what works without one.",
                    e);
        }
    }
}
