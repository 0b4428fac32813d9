package dev.patchbook.session;

import static dev.patchbook.session.Samples.FIRST;
import static dev.patchbook.session.Samples.SAY;
import static dev.patchbook.session.Samples.SCENES;
import static dev.patchbook.session.Samples.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.session.CellOutput.SampleOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trainings in a session: holding, stopping, going on, failing. */
class SessionTrainingTest {
    private final Reduced reduced = new Reduced(Samples.notebook());

    @Test
    void aTrainingIsPausedResumedStoppedAndGoneOnWith() {
        reduced.through(SMALL).run(FIRST).begin(FIRST).steps(FIRST, 0, 4).on(new SessionCommand.Pause(FIRST));
        assertThat(reduced.effects()).containsExactly(new Effect.PauseJob(reduced.id(FIRST)));
        assertThat(reduced.state().run(FIRST).paused()).isTrue();
        assertThat(training().held()).isFalse();
        reduced.on(
                new SessionCommand.TrainHappened(reduced.id(FIRST), List.of(Samples.step(4), new TrainEvent.Held(5))));
        assertThat(training().held()).isTrue();
        assertThat(reduced.on(new SessionCommand.Pause(FIRST)).effects()).isEmpty();
        reduced.run(FIRST);
        assertThat(reduced.effects()).containsExactly(new Effect.ResumeJob(reduced.id(FIRST)));
        assertThat(reduced.state().run(FIRST).paused()).isFalse();
        reduced.steps(FIRST, 5, 6);
        assertThat(training().held()).isFalse();
        reduced.on(new SessionCommand.Stop(FIRST));
        assertThat(reduced.effects()).containsExactly(new Effect.CancelJob(reduced.id(FIRST)));
        assertThat(reduced.state().run(FIRST).stopping()).isTrue();
        assertThat(reduced.on(new SessionCommand.Stop(FIRST)).effects()).isEmpty();
        reduced.end(FIRST, 6, Reason.CANCELLED);
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.DONE);
        TrainOutput stopped = training();
        assertThat(stopped.unfinished()).isTrue();
        assertThat(stopped.step()).isEqualTo(6);
        reduced.on(new SessionCommand.Resume(FIRST));
        assertThat(((Task.Train) reduced.job(FIRST).task()).resume()).contains(stopped.folder());
        reduced.begin(FIRST).steps(FIRST, 6, 10).end(FIRST, 10, Reason.COMPLETED);
        TrainOutput done = training();
        assertThat(done.series().size()).isEqualTo(10);
        assertThat(done.unfinished()).isFalse();
        assertThat(reduced.on(new SessionCommand.Resume(FIRST)).effects()).isEmpty();
    }

    private TrainOutput training() {
        return (TrainOutput) reduced.state().output(FIRST).orElseThrow();
    }

    @Test
    void goingOnWaitsForWhatRuns() {
        reduced.through(SMALL).run(FIRST).begin(FIRST).steps(FIRST, 0, 4).end(FIRST, 4, Reason.CANCELLED);
        reduced.run(SCENES).on(new SessionCommand.Resume(FIRST));
        assertThat(reduced.queue()).containsExactly(FIRST);
        reduced.finish(SCENES);
        assertThat(((Task.Train) reduced.job(FIRST).task()).resume()).isPresent();
    }

    @Test
    void aFinishedTrainingGoesOnWhereMoreStepsAreAskedFor() {
        reduced.through(FIRST);
        assertThat(reduced.state().resumable(FIRST)).isFalse();
        reduced.set(FIRST, "steps", "many");
        assertThat(reduced.state().resumable(FIRST)).isFalse();
        reduced.set(FIRST, "steps", "20").on(new SessionCommand.Resume(FIRST));
        Task.Train train = (Task.Train) reduced.job(FIRST).task();
        assertThat(train.resume()).isPresent();
        assertThat(train.settings().steps()).isEqualTo(20);
    }

    @Test
    void goingOnThatFailsAtOnceLeavesTheStoppedRun() {
        reduced.through(SMALL).run(FIRST).begin(FIRST).steps(FIRST, 0, 4).end(FIRST, 4, Reason.CANCELLED);
        CellOutput before = reduced.state().output(FIRST).orElseThrow();
        reduced.on(new SessionCommand.Resume(FIRST)).begin(FIRST).fail(FIRST);
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.FAILED);
        assertThat(reduced.state().output(FIRST)).contains(before);
        assertThat(reduced.effects()).as("the model that came to nothing").hasSize(1);
    }

    @Test
    void aTrainingThatFailsOrStopsBeforeItsFirstStepGivesTheOldOneBack() {
        reduced.through(SAY);
        CellOutput before = reduced.state().output(FIRST).orElseThrow();
        reduced.run(FIRST).begin(FIRST);
        assertThat(reduced.state().output(FIRST)).isNotEqualTo(before);
        reduced.end(FIRST, 0, Reason.CANCELLED);
        assertThat(reduced.state().output(FIRST)).contains(before);
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.DONE);
        assertThat(reduced.state(SAY)).isEqualTo(CellState.DONE);
        reduced.run(FIRST).begin(FIRST).fail(FIRST);
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.FAILED);
        assertThat(reduced.state().output(FIRST)).contains(before);
    }

    @Test
    void aDivergedTrainingFailsAndKeepsItsCurve() {
        reduced.through(SMALL).on(new SessionCommand.RunAll()).finish(SCENES).finish(SMALL);
        reduced.begin(FIRST).steps(FIRST, 0, 3).end(FIRST, 3, Reason.DIVERGED);
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.FAILED);
        assertThat(reduced.state().run(FIRST).failure().orElseThrow().remedy()).contains("learning rate");
        assertThat(((TrainOutput) reduced.state().output(FIRST).orElseThrow())
                        .series()
                        .size())
                .isEqualTo(3);
        assertThat(reduced.queue()).isEmpty();
        reduced.on(new SessionCommand.RunStale());
        assertThat(reduced.effects()).isEmpty();
    }

    @Test
    void interruptStopsWhatRunsAndEmptiesTheQueue() {
        reduced.on(new SessionCommand.RunAll()).on(new SessionCommand.Interrupt());
        assertThat(reduced.effects()).containsExactly(new Effect.CancelJob(reduced.id(SCENES)));
        assertThat(reduced.queue()).isEmpty();
        assertThat(reduced.state().run(SCENES).stopping()).isTrue();
        reduced.cancelled(SCENES);
        assertThat(reduced.state(SCENES)).isEqualTo(CellState.IDLE);
        assertThat(reduced.state().busy()).isFalse();
    }

    @Test
    void stoppingAQueuedCellTakesWhatWaitsForItAlong() {
        reduced.on(new SessionCommand.RunAll()).on(new SessionCommand.Stop(FIRST));
        assertThat(reduced.queue()).containsExactly(SMALL);
        assertThat(reduced.state(SAY)).isEqualTo(CellState.IDLE);
    }

    @Test
    void aCancelledRunGivesTheOldOutputBack() {
        reduced.through(SAY).run(SAY).on(new SessionCommand.Stop(SAY)).cancelled(SAY);
        assertThat(reduced.state(SAY)).isEqualTo(CellState.DONE);
        reduced.run(SAY).on(new SessionCommand.TokensHappened(reduced.id(SAY), List.of(Samples.token(0))));
        reduced.on(new SessionCommand.TokensHappened(reduced.id(SAY), List.of(Samples.token(1))));
        SampleOutput sofar = (SampleOutput) reduced.state().output(SAY).orElseThrow();
        assertThat(sofar.tokens()).hasSize(2);
        reduced.cancelled(SAY);
        assertThat(reduced.state(SAY)).isEqualTo(CellState.IDLE);
        assertThat(reduced.state().output(SAY)).contains(sofar);
    }
}
