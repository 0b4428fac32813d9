package dev.patchbook.cli;

import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One training from the command line: data, model, run, in that order. */
final class TrainRun {
    private static final int PROBLEMS_SHOWN = 5;
    private static final String RUNS = "runs";

    private final CliContext context;
    private final TrainReporter reporter;
    private final TryAgain again;

    TrainRun(CliContext context, TrainReporter reporter) {
        this.context = context;
        this.reporter = reporter;
        this.again = new TryAgain(context);
    }

    /**
     * Starts a run.
     *
     * @param out its folder, new or empty; null: the next free one
     * @return the exit code
     */
    int start(RunSettings settings, @Nullable Path out) {
        if (out != null) {
            OutFolder.requireEmpty(
                    context.resolve(out), "Choose another folder with --out, or go on with the run with --resume.");
        }
        try (Engine engine = context.engine().get()) {
            DataSummary data = load(engine, settings);
            ModelSummary model = Jobs.await(engine.build(data.id(), settings.model()));
            context.say(Table.count(model.parameters()) + " parameters.");
            Path folder = out == null ? OutFolder.next(context.resolve(Path.of(RUNS))) : context.resolve(out);
            context.say("Run: " + (out == null ? Path.of(RUNS).resolve(folder.getFileName()) : out));
            boolean started = false;
            try {
                int code = train(engine, request(data, model, settings, folder, false));
                started = true;
                return code;
            } finally {
                if (!started && out == null) {
                    OutFolder.removeEmpty(folder);
                }
            }
        }
    }

    /**
     * Goes on with a run.
     *
     * @param given settings given again; they must agree with the run's
     * @param more steps beyond those the run was to have; 0: as the settings say
     * @return the exit code
     */
    int resume(Map<String, Map<String, String>> given, Path out, int more) {
        Path folder = context.resolve(out);
        RunSettings run = RunSettings.of(context.tools().get().runSettings(folder));
        RunSettings settings = run.resumedWith(given, context.folder()).more(more);
        try (Engine engine = context.engine().get()) {
            ModelSummary model = Jobs.await(engine.open(folder));
            if (settings.train().steps() < model.step()) {
                throw new UsageException(
                        "The run in " + out + " already has " + model.step() + " steps.",
                        "Give a larger number with --steps.");
            }
            DataSummary data = load(engine, settings);
            context.say("Run: " + out + ", going on after " + model.step() + " steps.");
            return train(engine, request(data, model, settings, folder, true));
        }
    }

    private DataSummary load(Engine engine, RunSettings settings) {
        DataSummary data = Jobs.await(engine.load(new DataRequest(context.folder(), settings.data(), true)));
        List<RowProblem> problems = data.problems();
        problems.stream()
                .limit(PROBLEMS_SHOWN)
                .forEach(problem -> context.say(
                        "Row " + problem.row() + " (line " + problem.line() + ") is left out: " + problem.reason()));
        if (problems.size() > PROBLEMS_SHOWN) {
            context.say(
                    (problems.size() - PROBLEMS_SHOWN) + " more rows are left out; patchbook check lists them all.");
        }
        context.say(data.name() + ": " + Table.count(data.train()) + " rows to train on, "
                + (data.validation() == 0
                        ? "none to validate with"
                        : Table.count(data.validation()) + " to validate with")
                + ".");
        data.statistics().warning(settings.train().augment()).ifPresent(context::say);
        return data;
    }

    private static TrainRequest request(
            DataSummary data, ModelSummary model, RunSettings settings, Path folder, boolean resume) {
        return new TrainRequest(model.id(), data.id(), settings.train(), folder, resume, settings.written());
    }

    private int train(Engine engine, TrainRequest request) {
        reporter.begin(request.settings().steps());
        CompletableFuture<TrainingJob> started = new CompletableFuture<>();
        TrainingJob job = engine.train(request, event -> happened(event, started));
        started.complete(job);
        reporter.onBrokenPipe(job::cancel);
        TrainSummary summary;
        try (StopOnInterrupt stop = new StopOnInterrupt(() -> {
            context.say("");
            context.say("Stopping after this step.");
            again.giveUp();
            job.cancel();
        })) {
            summary = Jobs.await(job);
            reporter.ended(summary);
        }
        if (!summary.message().isEmpty()) {
            boolean diverged = summary.reason() == Reason.DIVERGED;
            context.say(summary.message() + (diverged ? " Lower learning-rate, or set clip to 1." : ""));
        }
        return summary.reason() == Reason.COMPLETED ? Failures.DONE : Failures.FAILED;
    }

    private void happened(TrainEvent event, CompletableFuture<TrainingJob> job) {
        reporter.happened(event);
        if (event instanceof TrainEvent.Blocked blocked) {
            Future<?> unused = job.thenAccept(run -> again.blocked(blocked, run::resume, () -> {
                run.cancel();
                run.cancel(); // the second time without saving
            }));
        } else if (event instanceof TrainEvent.Step) {
            again.wentOn();
        }
    }
}
