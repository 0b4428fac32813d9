package dev.patchbook.cli;

import dev.patchbook.config.Group;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a model, or goes on with a run. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train a model on pictures and captions.",
        footer = {
            "",
            "Ctrl+C stops after the step under way and keeps the weights; --resume goes on from there.",
            "Exit code: 1 if the training diverged or was stopped."
        })
final class TrainCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "CSV file with pictures and captions, or sample:scenes, sample:three-pictures.")
    private @Nullable String data;

    @Option(names = "--preset", paramLabel = "NAME", description = "tiny, laptop (the default) or published.")
    private @Nullable String preset;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "published, standard (the default) or git; preset published comes with variant published.")
    private @Nullable String variant;

    @Option(
            names = "--set",
            paramLabel = "GROUP.KEY=VALUE",
            description = "Any setting of a data, model or train cell, as in train.learning-rate=0.002.")
    private List<String> settings = List.of();

    @Option(names = "--steps", paramLabel = "N", description = "Updates in all.")
    private @Nullable String steps;

    @Option(names = "--batch", paramLabel = "N", description = "Rows in a step.")
    private @Nullable String batch;

    @Option(names = "--seed", paramLabel = "N", description = "Starting weights, order of the rows, dropout.")
    private @Nullable String seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run's folder, new or empty; the next free runs/NNNN unless told.")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Go on with the run in --out, up to --steps in all.")
    private boolean resume;

    @Option(
            names = "--more",
            paramLabel = "N",
            description = "With --resume: so many steps beyond those the run was to have.")
    private int more;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    TrainCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Map<String, Map<String, String>> written = written().checked();
        TrainReporter reporter =
                json ? new JsonTrainReporter(context.terminal()) : new TextTrainReporter(context.terminal());
        TrainRun run = new TrainRun(context, reporter);
        if (resume) {
            if (out == null) {
                throw new UsageException("--resume needs the run to go on with.", "Name its folder with --out.");
            }
            if (more != 0 && (more < 0 || steps != null)) {
                throw new UsageException(
                        "--more takes a number of steps, and no --steps beside it.", "Give one of them.");
            }
            return run.resume(written, out, more);
        }
        if (more != 0) {
            throw new UsageException("--more goes on with a run.", "Give --resume and the run's folder with --out.");
        }
        if (!written.getOrDefault(Group.DATA.id(), Map.of()).containsKey("file")) {
            throw new UsageException(
                    "There is nothing to train on.", "Name a CSV file with --data, or say --data sample:scenes.");
        }
        return run.start(RunSettings.of(written), out);
    }

    private WrittenSettings written() {
        WrittenSettings written = new WrittenSettings();
        written.put(Group.DATA, "file", data);
        written.put(Group.MODEL, "preset", preset);
        written.put(Group.MODEL, "variant", variant);
        written.put(Group.TRAIN, "steps", steps);
        written.put(Group.TRAIN, "batch", batch);
        written.put(Group.TRAIN, "seed", seed);
        settings.forEach(written::set);
        return written;
    }
}
