package dev.patchbook.session;

import static dev.patchbook.session.Samples.FIRST;
import static dev.patchbook.session.Samples.GRID;
import static dev.patchbook.session.Samples.LOOK;
import static dev.patchbook.session.Samples.SAY;
import static dev.patchbook.session.Samples.SCENES;
import static dev.patchbook.session.Samples.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.NotebookEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs when, what leaves the queue, and what comes back with its output. */
class RunningTest {
    private final Reduced reduced = new Reduced(Samples.notebook());

    @Test
    void runAboveAndBelowLeaveAloneWhatIsUpToDate() {
        reduced.through(FIRST).on(new SessionCommand.RunAbove(GRID));
        assertThat(reduced.state().busy()).isFalse();
        reduced.set(SMALL, "heads", "4").on(new SessionCommand.RunAbove(GRID));
        assertThat(reduced.state(SMALL)).isEqualTo(CellState.RUNNING);
        assertThat(reduced.queue()).containsExactly(FIRST);
        reduced.finish(SMALL).finish(FIRST).through(GRID).through(SAY).on(new SessionCommand.RunBelow(GRID));
        assertThat(reduced.state(GRID)).isEqualTo(CellState.RUNNING);
        assertThat(reduced.queue()).as("say is up to date").containsExactly(LOOK);
    }

    @Test
    void aRestartLetsGoOfEverythingAndRunsFromTheTop() {
        reduced.through(FIRST);
        long held = reduced.state().runs().values().stream()
                .filter(run -> run.output().isPresent())
                .count();
        RunId run = reduced.run(FIRST).begin(FIRST).steps(FIRST, 0, 2).id(FIRST);
        reduced.on(new SessionCommand.Restart());
        assertThat(reduced.effects()).contains(new Effect.CancelJob(run));
        assertThat(reduced.effects().stream().filter(Effect.Release.class::isInstance))
                .as("what was there, and the weights of the run under way")
                .hasSize((int) held + 1);
        assertThat(reduced.state(SCENES)).isEqualTo(CellState.RUNNING);
        assertThat(reduced.state().run(SCENES).count()).isEqualTo(1);
        assertThat(reduced.state().output(FIRST)).isEmpty();
        assertThat(reduced.queue()).containsExactly(SMALL, FIRST, GRID, LOOK, SAY);
    }

    @Test
    void whatLeavesTheQueueSaysWhy() {
        reduced.on(new SessionCommand.RunAll()).finish(SCENES).fail(SMALL);
        assertThat(reduced.state().run(SAY).left().orElseThrow()).contains("small");
        reduced.run(FIRST);
        assertThat(reduced.state().run(FIRST).left()).isEmpty();
        reduced.on(new SessionCommand.Interrupt()).cancelled(SMALL);
        assertThat(reduced.state().run(FIRST).left())
                .as("the person asked for it")
                .isEmpty();
        reduced.through(SMALL)
                .run(FIRST)
                .run(SAY)
                .on(new SessionCommand.Stop(FIRST))
                .cancelled(FIRST);
        assertThat(reduced.state(SAY)).isEqualTo(CellState.IDLE);
        assertThat(reduced.state().run(SAY).left().orElseThrow())
                .contains("first")
                .contains("stopped");
    }

    @Test
    void whatWaitsForAStoppedTrainingGoesOnWithItsWeights() {
        reduced.on(new SessionCommand.RunAll())
                .finish(SCENES)
                .finish(SMALL)
                .begin(FIRST)
                .steps(FIRST, 0, 3);
        reduced.on(new SessionCommand.Stop(FIRST)).end(FIRST, 3, Reason.CANCELLED);
        assertThat(reduced.state(GRID)).isEqualTo(CellState.RUNNING);
        assertThat(reduced.queue()).containsExactly(LOOK, SAY);
    }

    @Test
    void deletedCutMovedAndRenamedCellsKeepTheirOutput() {
        reduced.through(LOOK);
        reduced.edit(new NotebookEdit.Move(LOOK, 0)).on(new SessionCommand.Undo());
        assertThat(reduced.state(LOOK)).isEqualTo(CellState.DONE);
        reduced.edit(new NotebookEdit.Remove(SCENES));
        assertThat(reduced.state(FIRST)).isEqualTo(CellState.STALE);
        reduced.on(new SessionCommand.Undo());
        for (CellId id : List.of(SCENES, SMALL, FIRST, LOOK)) {
            assertThat(reduced.state(id)).isEqualTo(CellState.DONE);
        }
        reduced.edit(new NotebookEdit.All(List.of(
                new NotebookEdit.Remove(LOOK), new NotebookEdit.Insert(4, Cell.note(new CellId("words"), "")))));
        reduced.on(new SessionCommand.Undo());
        assertThat(reduced.state(LOOK)).as("after it was a note").isEqualTo(CellState.DONE);
    }
}
