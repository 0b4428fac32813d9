package dev.patchbook.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: opens the app, or runs one of the commands. */
@Command(
        name = "patchbook",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Build a small vision-language model, train it on this computer, and look inside it.",
        footer = {"", "Without a command the app opens.", "Exit code: 0 done, 1 the work failed, 2 bad usage."})
public final class PatchbookCommand implements Callable<Integer> {
    private final CliContext context;

    private PatchbookCommand(CliContext context) {
        this.context = context;
    }

    /**
     * Runs a command line.
     *
     * @param context what the commands work with
     * @param arguments as typed
     * @return the exit code: 0 done, 1 the work failed, 2 bad usage
     */
    public static int run(CliContext context, String... arguments) {
        CommandLine root = new CommandLine(new PatchbookCommand(context))
                .addSubcommand(new OpenCommand(context))
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new CheckCommand(context))
                .addSubcommand(new TrainCommand(context))
                .addSubcommand(new CaptionCommand(context))
                .addSubcommand(new CaptionsCommand(context))
                .addSubcommand(new ImportCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new VerifyCommand(context))
                .addSubcommand(new BenchCommand(context))
                .addSubcommand(new ScoreCommand(context))
                .addSubcommand(new SamplesCommand(context));
        Terminal terminal = context.terminal();
        root.setOut(new PrintWriter(terminal.out(), true));
        root.setErr(new PrintWriter(terminal.err(), true));
        root.setParameterExceptionHandler((e, given) -> Failures.parameters(e, terminal.err()));
        root.setExecutionExceptionHandler((e, command, parsed) -> Failures.execution(e, terminal.err()));
        return root.execute(arguments);
    }

    @Override
    public Integer call() {
        return context.window().open(Optional.empty());
    }
}
