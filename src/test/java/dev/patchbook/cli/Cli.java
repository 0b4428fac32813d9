package dev.patchbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Tools;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs command lines against a fake engine and fake tools, and keeps what they print. */
final class Cli {
    final FakeEngine engine = new FakeEngine();
    final FakeTools tools = new FakeTools();
    final List<Optional<Path>> windows = new ArrayList<>();
    private final Path folder;
    private final boolean interactive;
    private boolean engineUsed;
    private boolean toolsUsed;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteArrayOutputStream err = new ByteArrayOutputStream();

    Cli(Path folder) {
        this(folder, false);
    }

    Cli(Path folder, boolean interactive) {
        this.folder = folder;
        this.interactive = interactive;
    }

    int run(String... arguments) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        return run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
    }

    int run(PrintStream to, String... arguments) {
        Terminal terminal = new Terminal(to, new PrintStream(err, true, StandardCharsets.UTF_8), interactive);
        Supplier<Engine> engines = () -> {
            engineUsed = true;
            return engine;
        };
        Supplier<Tools> allTools = () -> {
            toolsUsed = true;
            return tools;
        };
        CliContext.Window window = notebook -> {
            windows.add(notebook);
            return 0;
        };
        return PatchbookCommand.run(new CliContext(terminal, folder, window, engines, allTools), arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** A bad command line: told on stderr alone, before anything heavy is started. */
    void refuses(String told, String... arguments) {
        engineUsed = false;
        assertThat(run(arguments)).as("exit code").isEqualTo(2);
        assertThat(err()).contains(told).doesNotContain("\tat ");
        assertThat(out()).isEmpty();
        assertThat(engineUsed).as("engine started").isFalse();
    }

    boolean nothingStarted() {
        return !engineUsed && !toolsUsed;
    }

    boolean engineStarted() {
        return engineUsed;
    }
}
