package dev.patchbook.cli;

import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Tools;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the commands work with. Engine and tools are made when first needed: {@code --help} and {@code check} load no native
 * library.
 *
 * @param terminal where to write
 * @param folder what relative paths are relative to
 * @param window opens the app
 * @param engine starts an engine; the command closes it
 * @param tools gives the jobs that need no loaded model
 */
public record CliContext(
        Terminal terminal, Path folder, Window window, Supplier<Engine> engine, Supplier<Tools> tools) {
    /** Opens the app. */
    @FunctionalInterface
    public interface Window {
        /**
         * Opens the app and returns when it is closed.
         *
         * @param notebook what to open; empty for the last notebook, or the welcome notebook
         * @return the exit code
         */
        int open(Optional<Path> notebook);
    }

    /** A path as the user wrote it, made absolute. */
    Path resolve(Path path) {
        return folder.resolve(path).toAbsolutePath().normalize();
    }

    /** A message for people. */
    void say(String message) {
        terminal.err().println(message);
    }

    /** A line of data. */
    void print(Object line) {
        terminal.out().println(line);
    }
}
