package dev.patchbook.session;

import static dev.patchbook.session.Samples.FIRST;
import static dev.patchbook.session.Samples.GRID;
import static dev.patchbook.session.Samples.LOOK;
import static dev.patchbook.session.Samples.SAY;
import static dev.patchbook.session.Samples.SCENES;
import static dev.patchbook.session.Samples.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.Preset;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.Effect.StartJob;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionReducerTest {
    private final Reduced reduced = new Reduced(Samples.notebook());

    @Test
    void runningACellRunsWhatItBuildsOnFirst() {
        reduced.run(FIRST);
        assertThat(reduced.state(SCENES)).isEqualTo(CellState.RUNNING);
        assertThat(reduced.queue()).containsExactly(SMALL, FIRST);
        assertThat(reduced.effects()).hasSize(1);
        assertThat(reduced.job(SCENES).task()).isInstanceOf(Task.Load.class);
        reduced.finish(SCENES);
        assertThat(reduced.state(SCENES)).isEqualTo(CellState.DONE);
        Task.Build build = (Task.Build) reduced.job(SMALL).task();
        assertThat(build.settings().preset()).isEqualTo(Preset.TINY);
        assertThat(build.data()).isEqualTo(dataId());
        reduced.finish(SMALL);
        Task.Train train = (Task.Train) reduced.job(FIRST).task();
        assertThat(train.data()).isEqualTo(dataId());
        assertThat(train.settings().steps()).isEqualTo(10);
        assertThat(train.settings().batch()).as("the tiny preset's").isEqualTo(4);
        assertThat(train.written())
                .isEqualTo(Map.of("data", Map.of(), "model", Map.of("preset", "tiny"), "train", Map.of("steps", "10")));
        assertThat(train.resume()).isEmpty();
        reduced.finish(FIRST);
        assertThat(reduced.state().busy()).isFalse();
        assertThat(reduced.state().run(SCENES).count()).isEqualTo(1);
        assertThat(reduced.state().run(FIRST).count()).isEqualTo(3);
    }

    private DataId dataId() {
        return ((DataOutput) reduced.state().output(SCENES).orElseThrow())
                .summary()
                .id();
    }

    @Test
    void aCellThatIsDoneRunsAgainAloneWhenAsked() {
        reduced.through(FIRST).run(SMALL);
        assertThat(reduced.state(SMALL)).isEqualTo(CellState.RUNNING);
        assertThat(reduced.queue()).isEmpty();
        assertThat(reduced.state().output(SMALL))
                .as("until the new one is there")
                .isPresent();
        reduced.finish(SMALL);
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.STALE);
        assertThat(reduced.effects()).hasSize(1).first().isInstanceOf(Effect.Release.class);
    }

    @Test
    void aChangeMakesTheCellAndWhatBuildsOnItStaleAndRunsNothing() {
        reduced.through(SAY).set(SMALL, "heads", "4");
        assertThat(reduced.effects()).isEmpty();
        assertThat(reduced.state(SCENES)).isEqualTo(CellState.DONE);
        for (CellId id : List.of(SMALL, FIRST, SAY)) {
            assertThat(reduced.state(id)).isEqualTo(CellState.STALE);
            assertThat(reduced.state().output(id)).isPresent();
        }
        reduced.on(new SessionCommand.Undo());
        assertThat(reduced.state(SAY)).as("taken back").isEqualTo(CellState.DONE);
        reduced.on(new SessionCommand.Redo()).on(new SessionCommand.RunStale());
        assertThat(reduced.state(SMALL)).isEqualTo(CellState.RUNNING);
        assertThat(reduced.queue()).containsExactly(FIRST, SAY);
    }

    @Test
    void writingADefaultOutOrRenamingOrChoosingAHeadMakesNothingStale() {
        reduced.through(LOOK)
                .set(SMALL, "variant", "standard")
                .set(LOOK, "head", "1")
                .set(LOOK, "view", "text");
        CellId other = new CellId("second");
        reduced.edit(new NotebookEdit.Rename(FIRST, other));
        assertThat(reduced.state(other)).isEqualTo(CellState.DONE);
        assertThat(reduced.state(LOOK)).isEqualTo(CellState.DONE);
        assertThat(reduced.state().output(FIRST)).isEmpty();
        reduced.on(new SessionCommand.Undo());
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.DONE);
        reduced.on(new SessionCommand.Redo());
        assertThat(reduced.state(other)).isEqualTo(CellState.DONE);
        reduced.set(LOOK, "image", "train 3");
        assertThat(reduced.state(LOOK)).isEqualTo(CellState.STALE);
    }

    @Test
    void aModelsPresetChangesItsDatasDefaults() {
        reduced.through(FIRST).set(SMALL, "preset", "published");
        assertThat(reduced.state(SCENES)).isEqualTo(CellState.STALE);
        assertThat(reduced.state().settings(SCENES).model()).contains(SMALL);
        reduced.run(SCENES);
        Task.Load load = (Task.Load) reduced.job(SCENES).task();
        assertThat(load.settings().imageSize()).isEqualTo(96);
        assertThat(load.settings().repeat()).isEqualTo(30);
    }

    @Test
    void runAllRunsEveryCellInOrderAndSkipsNotes() {
        reduced.through(FIRST).on(new SessionCommand.RunAll());
        assertThat(reduced.state(SCENES)).isEqualTo(CellState.RUNNING);
        assertThat(reduced.queue()).containsExactly(SMALL, FIRST, GRID, LOOK, SAY);
        reduced.finish(SCENES).finish(SMALL).begin(FIRST).steps(FIRST, 0, 3);
        assertThat(reduced.state(GRID))
                .as("looks at the trained model, not at the moment's")
                .isEqualTo(CellState.QUEUED);
    }

    @Test
    void runAboveLeavesTheCellAlone() {
        reduced.on(new SessionCommand.RunAbove(FIRST));
        assertThat(reduced.queue()).containsExactly(SMALL);
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.IDLE);
    }

    @Test
    void aFailureStopsTheQueue() {
        reduced.on(new SessionCommand.RunAll()).finish(SCENES).fail(SMALL);
        assertThat(reduced.state(SMALL)).isEqualTo(CellState.FAILED);
        assertThat(reduced.state().run(SMALL).failure().orElseThrow().remedy()).isEqualTo("Mend it.");
        assertThat(reduced.queue()).isEmpty();
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.IDLE);
        assertThat(reduced.state().busy()).isFalse();
        reduced.run(FIRST);
        assertThat(reduced.state(SMALL)).as("tried again").isEqualTo(CellState.RUNNING);
        assertThat(reduced.state().run(SMALL).failure()).isEmpty();
    }

    @Test
    void aFaultyCellFailsWithoutTheEngine() {
        reduced.through(SMALL).set(FIRST, "steps", "many").run(FIRST);
        assertThat(reduced.effects()).isEmpty();
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.FAILED);
        CellFailure failure = reduced.state().run(FIRST).failure().orElseThrow();
        assertThat(failure.what()).contains("Line 15").contains("many");
        assertThat(failure.key()).isEqualTo("steps");
        reduced.on(new SessionCommand.RunStale());
        assertThat(reduced.effects()).as("nothing has changed since").isEmpty();
        reduced.set(FIRST, "steps", "5").on(new SessionCommand.RunStale());
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.RUNNING);
    }

    @Test
    void lookingTakesTheWeightsOfTheMomentAndIsStaleAfterwards() {
        reduced.through(SMALL).run(FIRST).run(SAY);
        assertThat(reduced.state(SAY)).as("no model yet").isEqualTo(CellState.QUEUED);
        reduced.on(new SessionCommand.Stop(SAY))
                .begin(FIRST)
                .steps(FIRST, 0, 3)
                .run(SAY)
                .run(GRID);
        assertThat(reduced.state(SAY)).isEqualTo(CellState.RUNNING);
        assertThat(reduced.state(GRID)).as("one at a time").isEqualTo(CellState.QUEUED);
        ModelId model = ((TrainOutput) reduced.state().output(FIRST).orElseThrow()).model();
        assertThat(((Task.Sample) reduced.job(SAY).task()).model()).isEqualTo(model);
        reduced.finish(SAY);
        assertThat(reduced.state(SAY)).isEqualTo(CellState.DONE);
        assertThat(reduced.state(GRID)).isEqualTo(CellState.RUNNING);
        reduced.steps(FIRST, 3, 10).end(FIRST, 10, Reason.COMPLETED);
        assertThat(reduced.state(SAY)).isEqualTo(CellState.STALE);
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.DONE);
    }

    @Test
    void removingARunningCellStopsItAndUndoBringsItBackWithItsOutput() {
        reduced.through(FIRST).edit(new NotebookEdit.Remove(FIRST));
        assertThat(reduced.state().notebook().cell(FIRST)).isEmpty();
        reduced.on(new SessionCommand.Undo());
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.DONE);
        RunId run = reduced.run(FIRST).begin(FIRST).steps(FIRST, 0, 2).id(FIRST);
        reduced.edit(new NotebookEdit.Remove(FIRST));
        assertThat(reduced.effects()).containsExactly(new Effect.CancelJob(run));
        reduced.end(FIRST, 2, Reason.CANCELLED).on(new SessionCommand.Undo());
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.DONE);
        assertThat(((TrainOutput) reduced.state().output(FIRST).orElseThrow()).step())
                .isEqualTo(2);
    }

    @Test
    void anotherCellUnderTheNameOfARemovedOneHasNotItsOutputButTheSameOneHas() {
        Cell first = reduced.through(FIRST).state().notebook().cell(FIRST).orElseThrow();
        reduced.edit(new NotebookEdit.Remove(FIRST)).edit(new NotebookEdit.Insert(3, first));
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.DONE);
        Cell other = Cell.of(CellKind.SAMPLE, FIRST, List.of(), Map.of());
        reduced.edit(new NotebookEdit.Remove(FIRST)).edit(new NotebookEdit.Insert(3, other));
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.IDLE);
        assertThat(reduced.state().output(FIRST)).isEmpty();
    }

    @Test
    void lateReportsChangeNothingButFreeWhatTheyBring() {
        reduced.through(FIRST);
        SessionState before = reduced.state();
        reduced.on(
                new SessionCommand.Finished(new RunId(999), new DataOutput(Samples.data(7)), java.time.Duration.ZERO));
        assertThat(reduced.effects()).containsExactly(new Effect.Release(new DataId(7)));
        reduced.on(new SessionCommand.Cancelled(new RunId(998), java.time.Duration.ZERO));
        assertThat(reduced.state()).isEqualTo(before);
    }

    @Test
    void reducingIsPure() {
        reduced.through(SMALL).run(FIRST).begin(FIRST).steps(FIRST, 0, 3);
        SessionState state = reduced.state();
        SessionCommand more = new SessionCommand.TrainHappened(reduced.id(FIRST), List.of(Samples.step(3)));
        TrainOutput once = (TrainOutput)
                SessionReducer.reduce(state, more).state().output(FIRST).orElseThrow();
        TrainOutput twice = (TrainOutput)
                SessionReducer.reduce(state, more).state().output(FIRST).orElseThrow();
        assertThat(once.series().size()).isEqualTo(4);
        assertThat(twice.series().size()).isEqualTo(4);
        assertThat(((TrainOutput) state.output(FIRST).orElseThrow()).series().size())
                .isEqualTo(3);
    }

    @Test
    void unknownCellsAndNotesDoNotRun() {
        reduced.run(new CellId("nowhere")).run(new CellId("note")).on(new SessionCommand.Stop(new CellId("x")));
        assertThat(reduced.all()).isEmpty();
        assertThat(reduced.state().busy()).isFalse();
        assertThat(reduced.all()).noneMatch(StartJob.class::isInstance);
    }
}
