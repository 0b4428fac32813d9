package dev.patchbook.cli;

import dev.patchbook.base.JsonLine;
import dev.patchbook.engine.Tools.BenchRequest;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times the engine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Time the engine: medians and minima in milliseconds, memory in MB.")
final class BenchCommand implements Callable<Integer> {
    private static final int MANY = 1_000_000;

    private final CliContext context;

    @Option(names = "--preset", paramLabel = "NAME", description = "tiny, laptop or published (the default).")
    private String preset = "published";

    @Option(names = "--variant", paramLabel = "NAME", description = "published (the default), standard or git.")
    private String variant = "published";

    @Option(names = "--batch", paramLabel = "N", description = "Rows in a step; 16 unless told.")
    private int batch = 16;

    @Option(names = "--tokens", paramLabel = "N", description = "Length of the text; 32 unless told.")
    private int tokens = 32;

    @Option(names = "--steps", paramLabel = "N", description = "Rounds timed; 20 unless told.")
    private int steps = 20;

    @Option(names = "--no-dropout", description = "Without dropout.")
    private boolean noDropout;

    @Option(
            names = "--train",
            paramLabel = "PARTS",
            description =
                    "What trains, as in projector,decoder,head; all unless told. Where vision is frozen, what it makes"
                            + " of the pictures is kept, as after a run's first epoch.")
    private String train = "all";

    @Option(names = "--profile", description = "Print where a training step's time goes, by operation and shape.")
    private boolean profile;

    @Option(
            names = "--dropout-cost",
            description = "Time only steps, with dropout and without it in turns, and print the ratio.")
    private boolean dropoutCost;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    BenchCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        positive("--batch", batch);
        positive("--tokens", tokens);
        positive("--steps", steps);
        BenchRequest request = new BenchRequest(
                Choices.preset(preset), Choices.variant(variant), batch, tokens, steps, !noDropout, train);
        if (dropoutCost && (noDropout || profile)) {
            throw new UsageException(
                    "--dropout-cost times both, with and without.", "Leave out --no-dropout and --profile.");
        }
        if (profile) {
            new ProfileTable(context, context.tools().get().profile(request)).print(json);
            return Failures.DONE;
        }
        Map<String, Double> times = dropoutCost
                ? context.tools().get().dropoutCost(request)
                : context.tools().get().bench(request);
        if (json) {
            JsonLine line = new JsonLine();
            times.forEach((name, value) -> line.rounded(name, value, 4));
            context.print(line);
        } else {
            table(times);
        }
        return Failures.DONE;
    }

    private void table(Map<String, Double> times) {
        Table table = new Table("measure", "median", "minimum");
        times.forEach((name, value) -> {
            if (!name.endsWith("_min")) {
                Double least = times.get(name + "_min");
                table.add(name, Table.fixed(value, 3), least == null ? "" : Table.fixed(least, 3));
            }
        });
        table.lines().forEach(context::print);
    }

    private static void positive(String option, int value) {
        if (value < 1 || value > MANY) {
            throw new UsageException(option + " is " + value + ".", "Give a number from 1 to " + MANY + ".");
        }
    }
}
