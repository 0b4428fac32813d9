package dev.patchbook.session;

import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Blocked;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.engine.TrainEvent.Stage;
import dev.patchbook.engine.TrainSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a train cell shows, while it runs and after.
 *
 * @param model the model trained: weights of the moment while it runs
 * @param folder the run's folder
 * @param total steps the run is to have
 * @param series every step so far
 * @param evaluations looks at the validation rows, with captions
 * @param checkpoints those written
 * @param held whether the engine holds it between two steps; it may have been asked to and not be there yet
 * @param summary how it ended, once it has
 * @param blocked what cannot be written and holds it, as long as it does
 * @param stage what trains now; empty before the first step
 */
public record TrainOutput(
        ModelId model,
        Path folder,
        long total,
        LossSeries series,
        List<Evaluated> evaluations,
        List<Saved> checkpoints,
        boolean held,
        Optional<TrainSummary> summary,
        Optional<Blocked> blocked,
        Optional<Stage> stage)
        implements CellOutput {
    private static final int SPEED_STEPS = 50;
    private static final double FEW = 0.2;

    /** Copies the lists. */
    public TrainOutput {
        evaluations = List.copyOf(evaluations);
        checkpoints = List.copyOf(checkpoints);
    }

    static TrainOutput started(ModelId model, Path folder, long total) {
        return new TrainOutput(
                model,
                folder,
                total,
                LossSeries.EMPTY,
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** This run gone on with. */
    TrainOutput resumed(ModelId other, long steps) {
        return new TrainOutput(
                other,
                folder,
                steps,
                series,
                evaluations,
                checkpoints,
                false,
                Optional.empty(),
                Optional.empty(),
                stage);
    }

    /** This run with its model in the engine again. */
    TrainOutput opened(ModelId other) {
        return new TrainOutput(other, folder, total, series, evaluations, checkpoints, held, summary, blocked, stage);
    }

    /** This run in another folder. */
    TrainOutput in(Path other) {
        return new TrainOutput(
                model,
                other,
                total,
                series,
                evaluations,
                checkpoints.stream().map(saved -> saved.under(folder, other)).toList(),
                held,
                summary.map(how -> new TrainSummary(how.model(), how.step(), how.reason(), other, how.message())),
                blocked,
                stage);
    }

    TrainOutput with(List<TrainEvent> events) {
        TrainChange change = new TrainChange(this);
        events.forEach(change::take);
        return change.made();
    }

    /** Trying again what could not be written: it holds the run no longer, unless it happens again. */
    TrainOutput trying() {
        return new TrainOutput(
                model, folder, total, series, evaluations, checkpoints, held, summary, Optional.empty(), stage);
    }

    TrainOutput ended(TrainSummary how) {
        return new TrainOutput(
                how.model(),
                how.folder(),
                total,
                series,
                evaluations,
                checkpoints,
                false,
                Optional.of(how),
                Optional.empty(),
                stage);
    }

    /** Updates done. */
    public long step() {
        long seen = series.size() == 0 ? 0 : series.step(series.size() - 1) + 1;
        return summary.map(TrainSummary::step).orElse(seen);
    }

    /** Mean duration of the latest steps, milliseconds; NaN before the first. */
    public double msPerStep() {
        return series.meanMs(SPEED_STEPS);
    }

    /** Time the remaining steps will take at the latest speed, evaluations left out; empty before the first step. */
    public Optional<Duration> left() {
        return series.size() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.max(0, Math.round((total - step()) * msPerStep()))));
    }

    /**
     * Time the remaining steps will take at least and at most: as the faster and the slower of the latest steps go on, evaluations
     * left out; empty before the first step.
     */
    public Optional<TimeRange> leftBetween() {
        long rest = Math.max(0, total - step());
        return series.size() == 0
                ? Optional.empty()
                : Optional.of(new TimeRange(
                        Duration.ofMillis(Math.round(rest * series.msWithin(SPEED_STEPS, FEW))),
                        Duration.ofMillis(Math.round(rest * series.msWithin(SPEED_STEPS, 1 - FEW)))));
    }

    /** The checkpoints that can be looked at, the oldest first; one of no updates is never among them. */
    public List<Saved> looks() {
        return checkpoints.stream()
                .filter(saved -> saved.step() > 0)
                .sorted(Comparator.comparingLong(Saved::step))
                .toList();
    }

    /** What its checkpoints take on disk, bytes. */
    public long checkpointBytes() {
        return checkpoints.stream().mapToLong(Saved::bytes).sum();
    }

    /** Whether the run ended with all its steps done or by a stop, and not by diverging. */
    boolean ended() {
        return summary.map(how -> how.reason() != TrainEvent.Reason.DIVERGED).orElse(false);
    }

    /** Whether the run was stopped before all the steps it was to have; one that ended early by itself is finished. */
    public boolean unfinished() {
        return summary.map(how -> how.reason() == TrainEvent.Reason.CANCELLED).orElse(false) && step() < total;
    }
}
