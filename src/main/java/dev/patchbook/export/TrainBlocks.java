package dev.patchbook.export;

import dev.patchbook.chart.ChartOptions;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.RunSeries;
import dev.patchbook.chart.RunSvg;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.export.Blocks.Fact;
import dev.patchbook.export.RunFeed.Pace;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.TrainOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a page shows of a run. */
final class TrainBlocks {
    private static final double WIDE = 720;
    private static final double NARROW = 344;
    private static final int MOST_LOOKS = 60;

    private TrainBlocks() {}

    /** What is shown of a run; the pace is that of the cell's settings and data. */
    static List<Map<String, Object>> of(TrainOutput run, Pace pace) {
        RunFeed feed = new RunFeed("");
        feed.take(run, pace);
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Blocks.facts(facts(run).toArray(Fact[]::new)));
        if (feed.run().size() > 0) {
            ChartOptions options = ChartOptions.DEFAULT.withTotal(run.summary().isEmpty() ? run.total() : 0);
            List<RunSeries> runs = List.of(feed.run());
            all.add(Blocks.drawing(
                    RunSvg.draw(runs, options, WIDE),
                    RunSvg.draw(runs, options, NARROW),
                    "Loss in nats per character, on a logarithmic scale: training as measured on each batch before its"
                            + " update, without smoothing; validation dashed, with rings. Below it what else was"
                            + " measured, at the same steps."));
        }
        List<Evaluated> looks = run.evaluations();
        if (!looks.isEmpty()) {
            all.add(Blocks.table(Sheets.evaluations(looks), MOST_LOOKS));
        }
        return all;
    }

    private static List<Fact> facts(TrainOutput run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("steps", Numbers.count(run.step()) + " of " + Numbers.count(run.total())));
        facts.add(new Fact("ended", run.summary().map(TrainBlocks::ended).orElse("still running")));
        run.stage()
                .filter(stage -> stage.of() > 1 || !stage.trains().equals("all"))
                .ifPresent(stage -> facts.add(new Fact(
                        stage.of() > 1 ? "trains in stage " + (stage.stage() + 1) + " of " + stage.of() : "trains",
                        stage.trains())));
        LossSeries series = run.series();
        if (series.size() > 0) {
            facts.add(new Fact("last training loss", Numbers.loss(series.loss(series.size() - 1))));
            facts.add(new Fact("a step", Numbers.duration(run.msPerStep())));
        }
        List<Evaluated> looks = run.evaluations();
        if (!looks.isEmpty()) {
            Evaluated last = looks.get(looks.size() - 1);
            facts.add(new Fact("last validation loss", at(last)));
            looks.stream()
                    .filter(look -> Double.isFinite(look.loss()))
                    .min(Comparator.comparingDouble(Evaluated::loss))
                    .ifPresent(best -> facts.add(new Fact("lowest validation loss", at(best))));
        }
        return facts;
    }

    private static String at(Evaluated look) {
        return Numbers.loss(look.loss()) + " at step " + Numbers.count(look.step());
    }

    private static String ended(TrainSummary summary) {
        return switch (summary.reason()) {
            case COMPLETED -> "with all its steps";
            case CANCELLED -> "stopped at step " + Numbers.count(summary.step());
            case DIVERGED -> "diverged at step " + Numbers.count(summary.step());
        };
    }
}
