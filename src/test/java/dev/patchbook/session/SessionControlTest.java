package dev.patchbook.session;

import static dev.patchbook.session.Samples.FIRST;
import static dev.patchbook.session.Samples.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.ImageUse;
import dev.patchbook.base.StepDetail;
import dev.patchbook.base.UpdateRatios;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Blocked;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Held;
import dev.patchbook.engine.TrainEvent.Kept;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainEvent.Total;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.NotebookEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Single steps, more steps, races, runs that cannot write, and what a train cell shows of them. */
class SessionControlTest {
    private static final CellId SECOND = new CellId("second");
    private final Reduced reduced = new Reduced(Samples.notebook());

    private TrainOutput training() {
        return (TrainOutput) reduced.state().output(FIRST).orElseThrow();
    }

    private Reduced happens(TrainEvent... events) {
        return reduced.on(new SessionCommand.TrainHappened(reduced.id(FIRST), List.of(events)));
    }

    private Reduced begun() {
        return reduced.through(SMALL).run(FIRST).begin(FIRST).steps(FIRST, 0, 4);
    }

    @Test
    void oneStepWhileHeld() {
        begun();
        assertThat(reduced.on(new SessionCommand.Once(FIRST)).effects()).isEmpty();
        reduced.on(new SessionCommand.Pause(FIRST)).on(new SessionCommand.Once(FIRST));
        assertThat(reduced.effects()).containsExactly(new Effect.StepJob(reduced.id(FIRST)));
        happens(Samples.step(4), new Held(5));
        assertThat(reduced.state().run(FIRST).paused()).isTrue();
        assertThat(training().held()).isTrue();
        assertThat(training().step()).isEqualTo(5);
    }

    @Test
    void moreStepsWhileItRuns() {
        begun().on(new SessionCommand.More(FIRST, 5));
        assertThat(reduced.effects()).containsExactly(new Effect.ExtendJob(reduced.id(FIRST), 5));
        happens(new Total(15));
        assertThat(training().total()).isEqualTo(15);
        assertThat(reduced.on(new SessionCommand.More(FIRST, 0)).effects()).isEmpty();
    }

    @Test
    void moreStepsAfterItEndedAreBeyondItsTotal() {
        begun().end(FIRST, 4, Reason.CANCELLED).on(new SessionCommand.More(FIRST, 5));
        Task.Train train = (Task.Train) reduced.job(FIRST).task();
        assertThat(train.resume()).isPresent();
        assertThat(train.settings().steps()).isEqualTo(15);
        assertThat(train.written().get("train")).containsEntry("steps", "15");
        reduced.begin(FIRST).steps(FIRST, 4, 15).end(FIRST, 15, Reason.COMPLETED);
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.DONE);
        assertThat(training().series().size()).isEqualTo(15);
        assertThat(reduced.on(new SessionCommand.Resume(FIRST)).effects()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenHoldsTheRunUntilAPersonGoesOn() {
        begun();
        happens(new Blocked(4, "The disk is full.", "Make room."), new Held(4));
        assertThat(reduced.state().run(FIRST).paused()).isTrue();
        assertThat(training().blocked())
                .hasValueSatisfying(why -> assertThat(why.what()).isEqualTo("The disk is full."));
        reduced.on(new SessionCommand.Resume(FIRST));
        assertThat(reduced.effects()).containsExactly(new Effect.ResumeJob(reduced.id(FIRST)));
        happens(Samples.step(4));
        assertThat(training().blocked()).isEmpty();
    }

    @Test
    void aStopThatCannotBeSavedCanBeAskedForAgain() {
        begun().on(new SessionCommand.Stop(FIRST));
        assertThat(reduced.on(new SessionCommand.Stop(FIRST)).effects()).isEmpty();
        happens(new Blocked(4, "The disk is full.", "Make room."));
        assertThat(reduced.state().run(FIRST).stopping()).isFalse();
        reduced.on(new SessionCommand.Stop(FIRST));
        assertThat(reduced.effects()).containsExactly(new Effect.CancelJob(reduced.id(FIRST)));
        reduced.end(FIRST, 4, Reason.CANCELLED);
        assertThat(training().blocked()).isEmpty();
    }

    @Test
    void whatStillCannotBeWrittenHoldsTheRunAgain() {
        Blocked full = new Blocked(4, "The disk is full.", "Make room.");
        begun();
        happens(full, new Held(4));
        reduced.on(new SessionCommand.Resume(FIRST));
        assertThat(training().blocked()).isEmpty();
        happens(full);
        assertThat(reduced.state().run(FIRST).paused()).isTrue();
        reduced.on(new SessionCommand.Stop(FIRST));
        happens(full);
        assertThat(reduced.state().run(FIRST).stopping()).isFalse();
        assertThat(reduced.state().run(FIRST).paused()).isTrue();
    }

    @Test
    void whatIsMeasuredCanBeDrawn() {
        begun();
        UpdateRatios ratios = new UpdateRatios(-3, -2, -4, -3.5, -2.5);
        happens(
                new Step(4, 2, 8, 0.001, 1, new StepDetail(16, 2, ratios)),
                new Step(5, 2, 16, 0.001, 1, new StepDetail(16, 2, UpdateRatios.NONE)),
                new Evaluated(6, 2.5, List.of("a"), List.of("validation 0"), new ImageUse(8, 2.5, 3, 2.75)),
                new Saved(6, Path.of("6"), 2.5, 100, true),
                new Kept(
                        List.of(new Saved(2, Path.of("2"), 3, 40, false), new Saved(6, Path.of("6"), 2.5, 100, true))));
        LossSeries series = training().series();
        assertThat(series.samplesPerSecond(4)).isEqualTo(2000);
        assertThat(series.samplesPerSecond(0)).isNaN();
        assertThat(series.dataMs(5)).isEqualTo(2);
        assertThat(series.ratios(4)).isEqualTo(ratios);
        assertThat(series.ratios(5).measured()).isFalse();
        assertThat(training().evaluations().get(0).use().gap()).isEqualTo(0.5);
        assertThat(training().evaluations().get(0).use().blankGap()).isEqualTo(0.25);
        assertThat(training().checkpoints()).extracting(Saved::step).containsExactly(2L, 6L);
        assertThat(training().checkpointBytes()).isEqualTo(140);
        TimeRange left = training().leftBetween().orElseThrow();
        assertThat(left.least()).hasMillis(8);
        assertThat(left.most()).hasMillis(32);
    }

    @Test
    void oneThatEndedEarlyByItselfIsFinished() {
        begun().end(FIRST, 4, Reason.COMPLETED);
        assertThat(training().unfinished()).isFalse();
        assertThat(reduced.state().resumable(FIRST)).isTrue();
    }

    private void second(Map<String, String> settings) {
        Cell cell = Cell.of(CellKind.TRAIN, SECOND, List.of(SMALL), settings);
        reduced.edit(new NotebookEdit.Insert(reduced.state().notebook().cells().size(), cell));
    }

    @Test
    void twoTrainingsRace() {
        second(Map.of("steps", "10"));
        reduced.on(new SessionCommand.Race(FIRST, SECOND));
        while (!reduced.state().running().contains(FIRST)) {
            reduced.finish(reduced.state().running().get(0));
        }
        assertThat(reduced.state().running()).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(((Task.Train) reduced.job(FIRST).task()).beside()).isEmpty();
        assertThat(((Task.Train) reduced.job(SECOND).task()).beside()).contains(reduced.id(FIRST));
        reduced.begin(FIRST).begin(SECOND).steps(FIRST, 0, 2).steps(SECOND, 0, 3);
        reduced.end(FIRST, 2, Reason.CANCELLED);
        assertThat(reduced.state().running()).containsExactly(SECOND);
        reduced.end(SECOND, 3, Reason.COMPLETED);
        assertThat(reduced.state().busy()).isFalse();
    }

    @Test
    void oneThatRunsIsJoined() {
        begun();
        second(Map.of("steps", "10"));
        reduced.on(new SessionCommand.Race(FIRST, SECOND));
        assertThat(reduced.state().running()).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(((Task.Train) reduced.job(SECOND).task()).beside()).contains(reduced.id(FIRST));
    }

    @Test
    void aSecondTrainingWaitsItsTurnUnlessItRaces() {
        begun();
        second(Map.of("steps", "10"));
        reduced.run(SECOND);
        assertThat(reduced.state().running()).containsExactly(FIRST);
        assertThat(reduced.queue()).containsExactly(SECOND);
        reduced.on(new SessionCommand.Race(FIRST, SMALL));
        assertThat(reduced.queue()).containsExactly(SECOND);
    }

    @Test
    void saysWhereBatchesDiffer() {
        second(Map.of("steps", "50", "learning-rate", "0.5"));
        assertThat(Racing.batchesDiffer(reduced.state(), FIRST, SECOND)).isEmpty();
        reduced.set(SECOND, "seed", "5").set(SECOND, "batch", "3");
        assertThat(Racing.batchesDiffer(reduced.state(), FIRST, SECOND))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("seed is 1 and 5").contains("batch is"));
    }
}
