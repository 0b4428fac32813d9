package dev.patchbook.cli;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.engine.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tools that do nothing: they note what they were asked for and give made-up results. */
final class FakeTools implements Tools {
    final List<Object> asked = new ArrayList<>();
    int problems;
    boolean pass = true;
    boolean fixtures = true;
    Map<String, Map<String, String>> settings = Map.of();

    @Override
    public CheckSummary check(DataRequest request, Consumer<RowProblem> problem, CancelToken cancel) {
        String data = request.settings().file();
        asked.add(data);
        if (data.equals("missing.csv")) {
            throw new UserFacingException("There is no file missing.csv.", "Check the name.");
        }
        for (int i = 1; i <= problems; i++) {
            problem.accept(new RowProblem(i, 2L * i, "caption", "empty", "The caption is empty.", "Write one."));
        }
        return new CheckSummary(3, 3 - problems);
    }

    @Override
    public List<FixtureReport> verify(Path folder) {
        asked.add(folder);
        Map<String, Difference> groups = new LinkedHashMap<>();
        groups.put("logits", new Difference(1e-6, 2e-5));
        groups.put("loss", new Difference(0, 0));
        return fixtures
                ? List.of(
                        new FixtureReport("published", "published", true, groups),
                        new FixtureReport("git", "git", pass, groups))
                : List.of();
    }

    @Override
    public Map<String, Double> score(Path model, String data) {
        asked.addAll(List.of(model, data));
        return Map.of("pictures", 2.0, "words", 0.75, "exact", 0.5, "blank_words", 0.25, "frequent_words", 0.125);
    }

    @Override
    public Map<String, Double> bench(BenchRequest request) {
        asked.add(request);
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("step_ms", 12.345678);
        times.put("step_ms_min", 11.0);
        times.put("peak_rss_mb", 512.0);
        return times;
    }

    @Override
    public Map<String, Double> dropoutCost(BenchRequest request) {
        asked.add(request);
        return Map.of("dropout_ratio", 1.0345678);
    }

    @Override
    public StepProfile profile(BenchRequest request) {
        asked.add(request);
        return new StepProfile(
                List.of(
                        new ProfileLine("linear", "592x512 2048x512", 2, 12.5, 2.5, 12, 10),
                        new ProfileLine("add", "592x512 592x512", 6, 2.5, 0, 22, 1.25)),
                220,
                18);
    }

    @Override
    public void importWeights(Path weights, Variant variant, String alphabet, Path out) {
        asked.addAll(List.of(weights, variant, alphabet, out));
    }

    @Override
    public void exportWeights(Path model, Path out) {
        asked.addAll(List.of(model, out));
    }

    @Override
    public Map<String, Map<String, String>> runSettings(Path run) {
        asked.add(run);
        return settings;
    }

    @Override
    public void samples(Path folder) {
        asked.add(folder);
    }
}
