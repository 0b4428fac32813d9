package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.KeptCheckpoint;
import dev.patchbook.checkpoint.MetricLine;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.checkpoint.RunView;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.TrainOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as its folder tells it. One that is said to be running was left so by a process that died: it is shown as stopped at
 * its last checkpoint, and what was noted after that is left out, as going on with it will leave it out.
 */
final class PastRun {
    private PastRun() {}

    /**
     * What a run showed.
     *
     * @param total steps it was to have
     * @return empty where the run has no checkpoint: nothing of it can be used
     * @throws UserFacingException where the folder is not a run's, or damaged
     */
    static Optional<TrainOutput> read(Path folder, long total) {
        RunView view = RunFolder.read(folder);
        String last = view.run().last();
        if (last == null) {
            return Optional.empty();
        }
        long end = Long.parseLong(last);
        List<Step> steps = new ArrayList<>();
        List<Evaluated> looks = new ArrayList<>();
        Map<Long, RunView.Captions> captions = new HashMap<>();
        view.captions().forEach(line -> captions.put(line.step(), line));
        for (MetricLine line : view.metrics()) {
            if (line.event().equals("step") && line.step() < end) {
                steps.add(new Step(line.step(), line.loss(), line.ms(), line.rate(), line.norm(), line.detail()));
            } else if (line.event().equals("evaluated") && line.step() <= end) {
                RunView.Captions said =
                        captions.getOrDefault(line.step(), new RunView.Captions(line.step(), List.of()));
                looks.add(new Evaluated(line.step(), line.loss(), said.captions(), said.pins(), line.use()));
            }
        }
        TrainSummary summary =
                new TrainSummary(ModelId.NONE, end, reason(view.run().state()), folder, "");
        return Optional.of(new TrainOutput(
                ModelId.NONE,
                folder,
                total,
                LossSeries.EMPTY.append(steps),
                looks,
                checkpoints(folder, end, looks),
                false,
                Optional.of(summary),
                Optional.empty(),
                PastStage.of(view, end)));
    }

    private static Reason reason(Run.State state) {
        return switch (state) {
            case RUNNING, PAUSED, CANCELLED -> Reason.CANCELLED;
            case COMPLETED -> Reason.COMPLETED;
            case DIVERGED -> Reason.DIVERGED;
        };
    }

    private static List<Saved> checkpoints(Path folder, long end, List<Evaluated> looks) {
        Map<Long, Double> losses = new HashMap<>();
        looks.forEach(look -> losses.put(look.step(), look.loss()));
        return KeptCheckpoint.of(folder).stream()
                .filter(each -> each.step() <= end)
                .map(each -> new Saved(
                        each.step(),
                        each.folder(),
                        losses.getOrDefault(each.step(), Double.NaN),
                        each.bytes(),
                        each.optimizerBytes() > 0))
                .toList();
    }
}
