package dev.patchbook.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws the sample data that ships with the program, the same bytes every time. */
@Command(name = "samples", hidden = true, mixinStandardHelpOptions = true, description = "Draw the sample data anew.")
final class SamplesCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to; sample-data unless told.")
    private Path out = Path.of("sample-data");

    SamplesCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.tools().get().samples(context.resolve(out));
        context.say("Sample data: " + out);
        return Failures.DONE;
    }
}
