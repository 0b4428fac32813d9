package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.config.Variant;
import dev.patchbook.data.ReadProgress;
import dev.patchbook.data.RowChecker;
import dev.patchbook.data.samples.SampleData;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.engine.Tools;
import dev.patchbook.plan.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The command line's jobs on this machine. Native libraries are loaded by those alone that compute. */
public final class LocalTools implements Tools {
    private final int threads;

    /** Tools that compute on as many threads as an engine does. */
    public LocalTools() {
        this(LocalEngine.usualThreads());
    }

    /** Tools that compute on so many threads. */
    public LocalTools(int threads) {
        this.threads = threads;
    }

    @Override
    public CheckSummary check(DataRequest data, Consumer<RowProblem> problems, CancelToken cancel) {
        RowChecker.Counts counts = RowChecker.check(
                data.folder(),
                data.settings(),
                data.allowOutside(),
                problem -> problems.accept(DataSummaries.problem(problem)),
                ReadProgress.NONE,
                cancel);
        return new CheckSummary(counts.rows(), counts.usable());
    }

    @Override
    public List<FixtureReport> verify(Path folder) {
        List<FixtureReport> reports = new ArrayList<>();
        try (Workers workers = new Workers(threads)) {
            for (String name : Fixture.names(folder)) {
                try (Fixture fixture = Fixture.open(folder, name)) {
                    reports.add(Verification.run(fixture, workers));
                }
            }
        }
        return reports;
    }

    @Override
    public Map<String, Double> score(Path model, String data) {
        try (Workers workers = new Workers(threads)) {
            return SceneScore.of(model, data, workers);
        }
    }

    @Override
    public Map<String, Double> bench(BenchRequest request) {
        try (Workers workers = new Workers(threads)) {
            return Bench.run(request, workers);
        }
    }

    @Override
    public Map<String, Double> dropoutCost(BenchRequest request) {
        try (Workers workers = new Workers(threads)) {
            return DropoutCost.of(request, workers);
        }
    }

    @Override
    public StepProfile profile(BenchRequest request) {
        try (Workers workers = new Workers(threads)) {
            return Bench.profile(request, workers);
        }
    }

    @Override
    public void importWeights(Path weights, Variant variant, String alphabet, Path out) {
        WeightFiles.read(weights, variant, alphabet, out);
    }

    @Override
    public void exportWeights(Path model, Path out) {
        WeightFiles.write(model, out);
    }

    @Override
    public Map<String, Map<String, String>> runSettings(Path run) {
        return RunFolder.read(run).run().settings();
    }

    @Override
    public void samples(Path folder) {
        SampleData.write(folder);
    }
}
