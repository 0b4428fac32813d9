package dev.patchbook.session;

import static dev.patchbook.session.Samples.FIRST;
import static dev.patchbook.session.Samples.GRID;
import static dev.patchbook.session.Samples.LOOK;
import static dev.patchbook.session.Samples.SAY;
import static dev.patchbook.session.Samples.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainEvent.Kept;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.SessionCommand.LookAt;
import dev.patchbook.session.SessionCommand.TrainHappened;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A run is looked at as it was at a checkpoint, by all cells that look at it, and nothing of that is kept. */
class LookingBackTest {
    private final Reduced reduced = new Reduced(Samples.notebook());

    private static Saved saved(long step) {
        return new Saved(step, Path.of("checkpoints", "" + step));
    }

    /** A run under way with checkpoints after 2, 4 and 6 updates. */
    private void training() {
        reduced.through(SMALL).run(FIRST).begin(FIRST).steps(FIRST, 0, 7);
        kept(2, 4, 6);
    }

    private void kept(long... steps) {
        List<Saved> all = LongStream.of(steps).mapToObj(LookingBackTest::saved).toList();
        reduced.on(new TrainHappened(reduced.id(FIRST), List.of(new Kept(all))));
    }

    private void trained() {
        training();
        reduced.end(FIRST, 7, Reason.COMPLETED);
        for (CellId cell : List.of(GRID, LOOK, SAY)) {
            reduced.through(cell);
        }
    }

    private LookBack lookBack() {
        return reduced.state().lookBack();
    }

    private LookBack.View view(CellId cell) {
        return lookBack().views().get(cell);
    }

    private RunId look() {
        return lookBack().job().orElseThrow().run();
    }

    /** Ends the look under way with what it was asked for, and tells which cell and checkpoint that was. */
    private String done() {
        LookBack.Under under = lookBack().job().orElseThrow();
        CellOutput output = under.cell().equals(GRID)
                ? new PatchesOutput(Samples.patches())
                : under.cell().equals(LOOK)
                        ? new CellOutput.AttentionOutput(Samples.attention())
                        : new SampleOutput(List.of(), Optional.of(Samples.generation("then")));
        reduced.on(new SessionCommand.Finished(under.run(), output, Duration.ZERO));
        return under.cell() + " " + under.step();
    }

    private int step(CellId cell) {
        Task task = reduced.job(cell).task();
        return task instanceof Task.Sample sample
                ? sample.settings().step()
                : task instanceof Task.Patches patches
                        ? patches.settings().step()
                        : ((Task.Attention) task).settings().step();
    }

    @Test
    void everyCellThatLooksIsLookedAtAgainAndItsOwnOutputStays() {
        trained();
        Map<CellId, CellRun> before = reduced.state().runs();
        reduced.on(new LookAt(FIRST, 4));
        assertThat(List.of(done(), done(), done())).containsExactly("grid 4", "look 4", "say 4");
        assertThat(List.of(step(GRID), step(LOOK), step(SAY))).containsOnly(4);
        assertThat(lookBack().job()).isEmpty();
        assertThat(view(SAY).made().orElseThrow().step()).isEqualTo(4);
        assertThat(view(SAY).due()).isFalse();
        assertThat(caption(reduced.state().shown(SAY))).isEqualTo("then");
        assertThat(caption(reduced.state().output(SAY))).isEqualTo("a");
        assertThat(reduced.state().runs()).as("what is kept").isEqualTo(before);
        reduced.on(new LookAt(FIRST, 0));
        assertThat(reduced.effects()).isEmpty();
        assertThat(lookBack()).isEqualTo(LookBack.NONE);
        assertThat(caption(reduced.state().shown(SAY))).isEqualTo("a");
    }

    private static String caption(Optional<CellOutput> output) {
        return ((SampleOutput) output.orElseThrow()).generation().orElseThrow().caption();
    }

    @Test
    void ofADragOnlyTheLastCheckpointIsLookedAt() {
        trained();
        reduced.on(new LookAt(FIRST, 2));
        RunId first = look();
        reduced.on(new LookAt(FIRST, 4));
        assertThat(reduced.effects()).containsExactly(new Effect.CancelJob(first));
        reduced.on(new LookAt(FIRST, 2)).on(new LookAt(FIRST, 6));
        assertThat(reduced.effects())
                .as("one is under way, none waits in the engine")
                .isEmpty();
        reduced.cancelled(first);
        assertThat(List.of(done(), done(), done())).containsExactly("grid 6", "look 6", "say 6");
        List<SessionCommand> drag = List.of(new LookAt(FIRST, 2), new LookAt(FIRST, 4), new LookAt(FIRST, 6));
        assertThat(Coalesce.neighbours(drag)).containsExactly(new LookAt(FIRST, 6));
    }

    @Test
    void whatComesLateIsShownAsWhatItIs() {
        trained();
        reduced.on(new LookAt(FIRST, 2)).on(new LookAt(FIRST, 6));
        assertThat(done()).isEqualTo("grid 2");
        assertThat(view(GRID).made().orElseThrow().step()).isEqualTo(2);
        assertThat(view(GRID).due()).isTrue();
        assertThat(done()).isEqualTo("grid 6");
        assertThat(view(GRID).made().orElseThrow().step()).isEqualTo(6);
    }

    @Test
    void itIsLookedBackWhileTrainingGoesOnAndAtTheNearestWhereOneIsThinnedOut() {
        training();
        reduced.on(new LookAt(FIRST, 5));
        assertThat(lookBack()).as("there is no such checkpoint").isEqualTo(LookBack.NONE);
        reduced.on(new LookAt(FIRST, 4));
        assertThat(List.of(done(), done(), done())).containsExactly("grid 4", "look 4", "say 4");
        reduced.steps(FIRST, 7, 9);
        assertThat(lookBack().job()).isEmpty();
        kept(2, 6, 9);
        assertThat(lookBack().at().get(FIRST).step()).isEqualTo(2);
        assertThat(done()).isEqualTo("grid 2");
        reduced.end(FIRST, 10, Reason.COMPLETED);
        assertThat(view(GRID).made()).isPresent();
    }

    @Test
    void anotherRunIsLookedAtAsItIs() {
        trained();
        reduced.on(new LookAt(FIRST, 4));
        done();
        reduced.run(FIRST);
        assertThat(lookBack().at()).containsKey(FIRST);
        reduced.begin(FIRST);
        assertThat(lookBack().at()).isEmpty();
        assertThat(lookBack().views()).isEmpty();
    }

    @Test
    void aCellThatNamesItsCheckpointOrLooksElsewhereIsLeftAlone() {
        trained();
        reduced.set(GRID, "step", "2");
        reduced.edit(new NotebookEdit.SetFrom(LOOK, List.of(SMALL)));
        reduced.on(new LookAt(FIRST, 4));
        assertThat(lookBack().views()).containsOnlyKeys(SAY);
    }

    @Test
    void aCellThatIsRunMeanwhileIsLookedAtAgain() {
        trained();
        reduced.on(new LookAt(FIRST, 4));
        List.of(done(), done(), done());
        reduced.set(SAY, "prompt", "a");
        assertThat(lookBack().job()).as("an edit runs nothing").isEmpty();
        reduced.run(SAY).finish(SAY);
        assertThat(step(SAY)).isEqualTo(4);
        assertThat(done()).isEqualTo("say 4");
    }

    @Test
    void whatFailsSaysSoAndTheOthersGoOn() {
        trained();
        reduced.on(new LookAt(FIRST, 4));
        CellFailure why = new CellFailure("There is no checkpoint.", "Choose another.", "");
        reduced.on(new SessionCommand.Failed(look(), why, Duration.ZERO));
        assertThat(view(GRID).failure()).contains(why);
        assertThat(reduced.state(GRID)).isEqualTo(CellState.DONE);
        assertThat(List.of(done(), done())).containsExactly("look 4", "say 4");
        reduced.on(new LookAt(FIRST, 2));
        assertThat(view(GRID).failure()).isEmpty();
    }

    @Test
    void aCloserLookIsAtTheCheckpointThatIsShown() {
        trained();
        Places places = Places.beside(Path.of("a.md"));
        reduced.on(new LookAt(FIRST, 4));
        assertThat(Looking.of(reduced.state(), GRID, places, Set.of())
                        .orElseThrow()
                        .settings()
                        .step())
                .isZero();
        done();
        assertThat(Looking.of(reduced.state(), GRID, places, Set.of())
                        .orElseThrow()
                        .settings()
                        .step())
                .isEqualTo(4);
        SampleSettings written = SampleSettings.of(Map.of("seed", "9"));
        assertThat(Looking.sample(reduced.state(), SAY, written).orElseThrow().settings())
                .isEqualTo(written);
        done();
        done();
        assertThat(Looking.sample(reduced.state(), SAY, written).orElseThrow().settings())
                .isEqualTo(written.at(4));
    }

    @Test
    void interruptingGoesBackToTheNewest() {
        trained();
        reduced.on(new LookAt(FIRST, 4));
        RunId under = look();
        reduced.on(new SessionCommand.Interrupt());
        assertThat(reduced.effects()).contains(new Effect.CancelJob(under));
        reduced.cancelled(under);
        assertThat(lookBack()).isEqualTo(LookBack.NONE);
    }

    @Test
    void aRunFromAnEarlierTimeIsBroughtIntoTheEngineFirst() {
        trained();
        Map<CellId, CellRun> runs = reduced.state().runs();
        Reduced again = new Reduced(Samples.notebook());
        Map<CellId, Past> past = new LinkedHashMap<>();
        runs.forEach((id, run) -> Past.of(run).ifPresent(kept -> past.put(id, unheld(kept))));
        again.on(new SessionCommand.Restored(past, true)).on(new LookAt(FIRST, 4));
        assertThat(again.state().lookBack().job()).isEmpty();
        again.finish(Samples.SCENES).finish(SMALL);
        assertThat(again.state().lookBack().job()).isEmpty();
        again.on(new SessionCommand.Finished(
                again.id(FIRST), new CellOutput.ModelOutput(Samples.model(77)), Duration.ZERO));
        assertThat(again.state().lookBack().job().orElseThrow().cell()).isEqualTo(GRID);
        assertThat(((Task.Patches) again.job(GRID).task()).model().number()).isEqualTo(77);
        assertThat(again.state().state(GRID)).isEqualTo(CellState.DONE);
    }

    private static Past unheld(Past past) {
        CellOutput output = past.output();
        CellOutput without = output instanceof TrainOutput train
                ? train.opened(ModelId.NONE)
                : output instanceof CellOutput.ModelOutput model
                        ? new CellOutput.ModelOutput(model.summary().named(ModelId.NONE))
                        : output instanceof CellOutput.DataOutput data
                                ? new CellOutput.DataOutput(data.summary().named(DataId.NONE))
                                : output;
        return new Past(without, past.count(), past.edition(), past.fingerprint(), past.duration(), past.failure());
    }
}
