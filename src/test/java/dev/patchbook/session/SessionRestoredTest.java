package dev.patchbook.session;

import static dev.patchbook.session.Samples.FIRST;
import static dev.patchbook.session.Samples.LOOK;
import static dev.patchbook.session.Samples.SAY;
import static dev.patchbook.session.Samples.SCENES;
import static dev.patchbook.session.Samples.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataStatistics;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.session.SessionCommand.Finished;
import dev.patchbook.session.SessionCommand.Restored;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A notebook opened again: what cells showed before, and what is needed of it by others. */
class SessionRestoredTest {
    private final Reduced before = new Reduced(Samples.notebook());
    private Reduced again = new Reduced(Samples.notebook());

    /** What is kept of every cell, as it is read again: the engine holds nothing of it. */
    private Map<CellId, Past> kept() {
        Map<CellId, Past> all = new LinkedHashMap<>();
        before.state().runs().forEach((id, run) -> Past.of(run).ifPresent(past -> all.put(id, cold(past))));
        return all;
    }

    private static Past cold(Past past) {
        CellOutput output = past.output();
        if (output instanceof DataOutput data) {
            output = new DataOutput(data.summary().named(DataId.NONE));
        } else if (output instanceof ModelOutput model) {
            output = new ModelOutput(model.summary().named(ModelId.NONE));
        } else if (output instanceof TrainOutput train) {
            TrainSummary how = train.summary()
                    .orElseGet(() -> new TrainSummary(train.model(), 4, Reason.CANCELLED, train.folder(), ""));
            output = train.ended(new TrainSummary(ModelId.NONE, how.step(), how.reason(), how.folder(), ""));
        }
        return new Past(output, past.count(), past.edition(), past.fingerprint(), past.duration(), past.failure());
    }

    private void open() {
        again.on(new Restored(kept(), true));
    }

    private void finishOpening(CellId cell, CellOutput output) {
        again.on(new Finished(again.id(cell), output, Duration.ofSeconds(9)));
    }

    @Test
    void showsWhatWasThereAndRunsNothing() {
        before.through(SAY);
        open();
        assertThat(again.effects()).isEmpty();
        for (CellId id : List.of(SCENES, SMALL, FIRST, SAY)) {
            assertThat(again.state(id)).as(id.text()).isEqualTo(CellState.DONE);
            assertThat(again.state().run(id).earlier()).isTrue();
            assertThat(again.state().outdated(id)).isFalse();
            assertThat(again.state().run(id).count())
                    .isEqualTo(before.state().run(id).count());
            assertThat(again.state().run(id).duration()).contains(Duration.ofSeconds(1));
        }
        assertThat(again.state(LOOK)).isEqualTo(CellState.IDLE);
    }

    @Test
    void whatChangedMeanwhileIsStaleWithAllThatBuildsOnIt() {
        before.through(SAY);
        again.set(SMALL, "heads", "4");
        open();
        assertThat(again.state(SCENES)).isEqualTo(CellState.DONE);
        assertThat(again.state(SMALL)).isEqualTo(CellState.STALE);
        assertThat(again.state(FIRST)).isEqualTo(CellState.STALE);
        assertThat(again.state(SAY)).isEqualTo(CellState.STALE);
        again.on(new SessionCommand.Undo());
        assertThat(again.state(SAY)).isEqualTo(CellState.DONE);
    }

    @Test
    void aCellWhoseInputWasLostIsStale() {
        before.through(SAY);
        Map<CellId, Past> kept = kept();
        kept.remove(SMALL);
        again.on(new Restored(kept, true));
        assertThat(again.state(SMALL)).isEqualTo(CellState.IDLE);
        assertThat(again.state(FIRST)).isEqualTo(CellState.STALE);
    }

    @Test
    void lookingAtATrainedModelOpensItsWeightsAndNeverTrains() {
        before.through(FIRST);
        open();
        again.run(LOOK);
        assertThat(again.job(SCENES).task()).isInstanceOf(Task.Load.class);
        finishOpening(SCENES, new DataOutput(Samples.data(41)));
        assertThat(again.job(SMALL).task()).isInstanceOf(Task.Build.class);
        finishOpening(SMALL, new ModelOutput(Samples.model(42)));
        Task.Open open = (Task.Open) again.job(FIRST).task();
        assertThat(open.data()).isEqualTo(new DataId(41));
        TrainOutput kept = (TrainOutput) before.state().output(FIRST).orElseThrow();
        assertThat(open.folder()).isEqualTo(kept.folder());
        assertThat(again.state(FIRST)).isEqualTo(CellState.RUNNING);
        finishOpening(FIRST, new ModelOutput(Samples.model(43)));
        assertThat(((Task.Attention) again.job(LOOK).task()).model()).isEqualTo(new ModelId(43));
        again.finish(LOOK);
        for (CellId id : List.of(SCENES, SMALL, FIRST)) {
            assertThat(again.state(id)).isEqualTo(CellState.DONE);
            assertThat(again.state().run(id).earlier()).isTrue();
            assertThat(again.state().run(id).edition())
                    .isEqualTo(before.state().run(id).edition());
            assertThat(again.state().run(id).duration()).contains(Duration.ofSeconds(1));
        }
        assertThat(again.state().run(LOOK).earlier()).isFalse();
        assertThat(again.state().run(LOOK).count()).isEqualTo(4);
        assertThat(again.all())
                .noneMatch(effect -> effect instanceof Effect.StartJob start && start.task() instanceof Task.Train);
        again.run(LOOK);
        assertThat(again.job(FIRST).task()).as("opened once").isSameAs(open);
    }

    @Test
    void dataThatChangedMeanwhileMakesStaleButTrainsNothing() {
        before.through(FIRST);
        open();
        again.run(LOOK);
        DataOutput other = new DataOutput(changed());
        finishOpening(SCENES, other);
        finishOpening(SMALL, new ModelOutput(Samples.model(42)));
        finishOpening(FIRST, new ModelOutput(Samples.model(43)));
        again.finish(LOOK);
        assertThat(again.state(SCENES)).isEqualTo(CellState.DONE);
        assertThat(again.state().run(SCENES).earlier()).isFalse();
        assertThat(again.state(FIRST)).isEqualTo(CellState.STALE);
    }

    private static DataSummary changed() {
        DataSummary now = Samples.data(41);
        return new DataSummary(
                now.id(),
                now.name(),
                1,
                1,
                1,
                0,
                0,
                now.alphabet(),
                1,
                16,
                List.of(),
                List.of(),
                "other",
                DataStatistics.NONE);
    }

    @Test
    void weightsThatCannotBeOpenedAreSaidSoAndNothingIsTrained() {
        before.through(FIRST);
        open();
        again.run(LOOK);
        finishOpening(SCENES, new DataOutput(Samples.data(41)));
        finishOpening(SMALL, new ModelOutput(Samples.model(42)));
        again.fail(FIRST);
        assertThat(again.state(FIRST)).isEqualTo(CellState.FAILED);
        assertThat(again.state().run(FIRST).failure()).isPresent();
        assertThat(again.state().output(FIRST)).isPresent();
        assertThat(again.state().busy()).isFalse();
        again.run(LOOK);
        assertThat(again.job(FIRST).task()).isInstanceOf(Task.Open.class);
    }

    @Test
    void aStoppedTrainingGoesOnInItsFolder() {
        before.through(SMALL).run(FIRST).begin(FIRST).steps(FIRST, 0, 4);
        open();
        TrainOutput stopped = (TrainOutput) again.state().output(FIRST).orElseThrow();
        assertThat(stopped.unfinished()).isTrue();
        assertThat(again.state().resumable(FIRST)).isTrue();
        again.on(new SessionCommand.Resume(FIRST));
        finishOpening(SCENES, new DataOutput(Samples.data(41)));
        finishOpening(SMALL, new ModelOutput(Samples.model(42)));
        Task.Train train = (Task.Train) again.job(FIRST).task();
        assertThat(train.resume()).contains(stopped.folder());
        assertThat(train.model()).isEqualTo(new ModelId(42));
        again.begin(FIRST).steps(FIRST, 4, 10).end(FIRST, 10, Reason.COMPLETED);
        TrainOutput done = (TrainOutput) again.state().output(FIRST).orElseThrow();
        assertThat(done.series().size()).isEqualTo(10);
        assertThat(again.state().run(FIRST).earlier()).isFalse();
    }

    @Test
    void runAllRunsEverythingAnew() {
        before.through(FIRST);
        open();
        again.on(new SessionCommand.RunAll()).finish(SCENES).finish(SMALL);
        Task.Train train = (Task.Train) again.job(FIRST).task();
        assertThat(train.resume()).isEmpty();
        assertThat(again.state().run(SCENES).count()).isEqualTo(4);
    }

    @Test
    void whatWasRunMeanwhileIsKept() {
        before.through(SMALL);
        again.through(SCENES);
        CellRun own = again.state().run(SCENES);
        open();
        assertThat(again.state().run(SCENES)).isEqualTo(own);
        assertThat(again.state().counters().editions()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aDivergedTrainingIsStillFailedAndShowsItsCurve() {
        before.through(SMALL).run(FIRST).begin(FIRST).steps(FIRST, 0, 3).end(FIRST, 3, Reason.DIVERGED);
        open();
        assertThat(again.state(FIRST)).isEqualTo(CellState.FAILED);
        assertThat(again.state().run(FIRST).failure().orElseThrow().what()).contains("diverged");
        assertThat(again.state().output(FIRST)).isPresent();
    }

    @Test
    void keepsNothingOfWhatIsQueuedButWhatWasThereBefore() {
        before.through(SMALL).on(new SessionCommand.RunAll());
        assertThat(Past.of(before.state().run(SMALL)).orElseThrow().edition()).isEqualTo(2);
        assertThat(Past.of(before.state().run(SCENES)).orElseThrow().edition()).isEqualTo(1);
        assertThat(Past.of(before.state().run(FIRST))).isEmpty();
    }

    @Test
    void aRunWhoseFolderMovedIsFoundThere() {
        before.through(FIRST);
        open();
        TrainOutput kept = (TrainOutput) again.state().output(FIRST).orElseThrow();
        Path to = Path.of("elsewhere", "0001");
        again.on(new SessionCommand.Relocated(kept.folder(), to));
        TrainOutput moved = (TrainOutput) again.state().output(FIRST).orElseThrow();
        assertThat(moved.folder()).isEqualTo(to);
        assertThat(moved.summary().map(TrainSummary::folder)).isEqualTo(Optional.of(to));
    }
}
