package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.store.RunInfo;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the list of runs says of each: how it stands, its steps, best loss, size on disk and date. */
final class RunFacts {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private RunFacts() {}

    static String of(RunInfo run, RunComparison comparison) {
        List<String> facts = new ArrayList<>();
        if (run.problem().isEmpty()) {
            Optional<TrainOutput> live = comparison.live(run);
            facts.add((comparison.isOwn(run) ? "shown here, " : "") + state(run, live));
            facts.add(Numbers.count(live.map(TrainOutput::step).orElse(run.steps())) + " steps");
            facts.add(run.best().map(best -> "best " + Numbers.loss(best)).orElse("not evaluated"));
        }
        run.problem().ifPresent(facts::add);
        if (run.archived()) {
            facts.add("archived");
        }
        facts.add(Numbers.bytes(run.bytes()));
        facts.add(DATE.format(run.changed().atZone(ZoneId.systemDefault())));
        return String.join(" · ", facts);
    }

    /** Of one that was deleted. */
    static String deleted(RunInfo run) {
        return Numbers.count(run.steps()) + " steps · " + Numbers.bytes(run.bytes()) + " · "
                + DATE.format(run.changed().atZone(ZoneId.systemDefault()));
    }

    /** How much some runs take on disk. */
    static String size(List<RunInfo> runs) {
        return Numbers.bytes(runs.stream().mapToLong(RunInfo::bytes).sum());
    }

    private static String state(RunInfo run, Optional<TrainOutput> live) {
        if (live.filter(train -> train.summary().isEmpty()).isPresent()) {
            return live.filter(TrainOutput::held).isPresent() ? "paused" : "running";
        }
        boolean open = run.state().equals("running") || run.state().equals("paused");
        if (open && run.writing()) {
            return "running elsewhere";
        }
        return open ? "left unfinished" : run.state().equals("cancelled") ? "stopped" : run.state();
    }
}
