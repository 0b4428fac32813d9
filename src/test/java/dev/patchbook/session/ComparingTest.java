package dev.patchbook.session;

import static dev.patchbook.session.Samples.FIRST;
import static dev.patchbook.session.Samples.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.config.CompareSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Kept;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.CellRun.Phase;
import dev.patchbook.session.SessionCommand.LookAt;
import dev.patchbook.session.SessionCommand.TrainHappened;
import dev.patchbook.session.Task.Compare.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the two sides of a compare cell look at, and when. */
class ComparingTest {
    private static final CellId SECOND = new CellId("second");
    private static final CellId BOTH = new CellId("both");

    private final Reduced reduced = new Reduced(Samples.notebook());

    private void cell(List<CellId> from, Map<String, String> settings) {
        reduced.edit(
                new NotebookEdit.Insert(6, Cell.of(CellKind.TRAIN, SECOND, List.of(SMALL), Map.of("steps", "10"))));
        reduced.edit(new NotebookEdit.Insert(7, Cell.of(CellKind.COMPARE, BOTH, from, settings)));
    }

    private Task.Compare task() {
        return (Task.Compare) reduced.job(BOTH).task();
    }

    private static String said(Side side) {
        String step = side.step() == CompareSettings.FIRST ? "first" : "" + side.step();
        return side.name() + " " + side.cell() + " " + side.run() + " " + step + " " + side.image();
    }

    private List<String> sides(List<CellId> from, Map<String, String> settings) {
        cell(from, settings);
        reduced.through(BOTH);
        assertThat(reduced.state().run(BOTH).phase()).isEqualTo(Phase.DONE);
        return List.of(said(task().left()), said(task().right()));
    }

    private CellFailure failure(List<CellId> from, Map<String, String> settings) {
        cell(from, settings);
        reduced.through(BOTH);
        assertThat(reduced.state().run(BOTH).phase()).isEqualTo(Phase.FAILED);
        return reduced.state().run(BOTH).failure().orElseThrow();
    }

    @Test
    void ofOneTrainingTheFirstCheckpointStandsBesideTheNewestWeights() {
        assertThat(sides(List.of(FIRST), Map.of()))
                .containsExactly("left first 0 first validation 0", "right first 0 0 validation 0");
        assertThat(task().left().model()).isEqualTo(task().right().model());
    }

    @Test
    void ofTwoCellsTheNewestOfBoth() {
        assertThat(sides(List.of(SECOND, FIRST), Map.of()))
                .containsExactly("left second 0 0 validation 0", "right first 0 0 validation 0");
        assertThat(task().left().model()).isNotEqualTo(task().right().model());
    }

    @Test
    void beforeAndAfterTraining() {
        assertThat(sides(List.of(SMALL, FIRST), Map.of()))
                .containsExactly("left small 0 0 validation 0", "right first 0 0 validation 0");
    }

    @Test
    void ofTwoPicturesOneModel() {
        assertThat(sides(List.of(FIRST), Map.of("right-image", "train 4")))
                .containsExactly("left first 0 0 validation 0", "right first 0 0 train 4");
    }

    @Test
    void ofTwoRunsTheNewestOfBoth() {
        assertThat(sides(List.of(FIRST), Map.of("left-run", "7", "right-step", "4")))
                .containsExactly("left first 7 0 validation 0", "right first 0 4 validation 0");
    }

    @Test
    void aModelThatWasNeverTrainedHasNothingToBeComparedWith() {
        assertThat(failure(List.of(SMALL), Map.of()).what()).contains("Both sides are the model cell “small”");
    }

    @Test
    void aModelCellHasNoRunsAndNoCheckpoints() {
        CellFailure run = failure(List.of(SMALL, FIRST), Map.of("left-run", "2"));
        assertThat(run.key()).isEqualTo("left-run");
        assertThat(run.what()).contains("“small” is a model cell, which has none");
        reduced.set(BOTH, "left-run", "0").set(BOTH, "left-step", "first").through(BOTH);
        assertThat(reduced.state().run(BOTH).failure().orElseThrow().key()).isEqualTo("left-step");
    }

    @Test
    void aSettingThatCannotBeUsedIsNamed() {
        CellFailure failure = failure(List.of(FIRST), Map.of("left-step", "soon"));
        assertThat(failure.key()).isEqualTo("left-step");
        assertThat(failure.what() + failure.remedy()).contains("“soon”").contains("as in 500");
    }

    @Test
    void whatIsShownOfItMakesNothingStaleAndTheSidesDo() {
        sides(List.of(FIRST), Map.of());
        reduced.set(BOTH, "view", "norm").set(BOTH, "method", "rollout").set(BOTH, "layer", "1");
        assertThat(reduced.state(BOTH)).isEqualTo(CellState.DONE);
        reduced.set(BOTH, "right-step", "2");
        assertThat(reduced.state(BOTH)).isEqualTo(CellState.STALE);
    }

    /** Two trainings, of which the second is under way with checkpoints after 2, 4 and 6 updates. */
    private void training() {
        reduced.through(FIRST).run(SECOND).begin(SECOND).steps(SECOND, 0, 7);
        List<Saved> kept = List.of(2L, 4L, 6L).stream()
                .map(step -> new Saved(step, Path.of("checkpoints", "" + step)))
                .toList();
        reduced.on(new TrainHappened(reduced.id(SECOND), List.<TrainEvent>of(new Kept(kept))));
    }

    @Test
    void itTakesItsTurnWhileEitherSideTrains() {
        cell(List.of(FIRST, SECOND), Map.of());
        training();
        reduced.run(BOTH);
        assertThat(reduced.state().run(BOTH).phase()).as("beside the training").isEqualTo(Phase.RUNNING);
        assertThat(reduced.state().run(SECOND).phase()).isEqualTo(Phase.RUNNING);
        reduced.finish(BOTH);
        assertThat(reduced.state().run(BOTH).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void aSideThatWasNeverRunIsWaitedFor() {
        cell(List.of(FIRST, SECOND), Map.of());
        reduced.through(SMALL).run(SECOND).begin(SECOND).steps(SECOND, 0, 2).run(BOTH);
        assertThat(reduced.state().run(BOTH).phase()).isEqualTo(Phase.QUEUED);
        assertThat(reduced.state().run(FIRST).phase()).isEqualTo(Phase.QUEUED);
    }

    @Test
    void theSideThatShowsTheNewestFollowsTheSlider() {
        cell(List.of(SECOND), Map.of());
        training();
        reduced.end(SECOND, 7, Reason.COMPLETED).through(BOTH);
        reduced.on(new LookAt(SECOND, 4));
        assertThat(List.of(said(task().left()), said(task().right())))
                .containsExactly("left second 0 first validation 0", "right second 0 4 validation 0");
        RunId look = reduced.state().lookBack().job().orElseThrow().run();
        CellOutput then = Samples.compared();
        reduced.on(new SessionCommand.Finished(look, then, Duration.ZERO));
        assertThat(reduced.state().shown(BOTH)).contains(then);
        reduced.set(BOTH, "right-step", "6").on(new LookAt(SECOND, 2));
        assertThat(reduced.state().lookBack().views())
                .as("both sides are fixed")
                .doesNotContainKey(BOTH);
    }

    @Test
    void ofTwoTrainingsTheOneWhoseSliderMoved() {
        cell(List.of(SECOND, FIRST), Map.of());
        training();
        reduced.end(SECOND, 7, Reason.COMPLETED).through(BOTH);
        reduced.on(new LookAt(SECOND, 6));
        assertThat(List.of(said(task().left()), said(task().right())))
                .containsExactly("left second 0 6 validation 0", "right first 0 0 validation 0");
    }

    @Test
    void itHoldsNothingInTheEngine() {
        sides(List.of(FIRST), Map.of());
        reduced.run(BOTH).finish(BOTH);
        assertThat(reduced.effects()).noneMatch(Effect.Release.class::isInstance);
        assertThat(Past.of(reduced.state().run(BOTH)).orElseThrow().kind()).isEqualTo(CellKind.COMPARE);
    }

    @Test
    void aRunIsFoundByItsNumberAndOthersAreNamedWhereItIsNot(@TempDir Path runs) throws IOException {
        assertThatThrownBy(() -> RunFolders.numbered(runs, FIRST, 2, "left-run"))
                .isInstanceOfSatisfying(SettingException.class, problem -> {
                    assertThat(problem.key()).isEqualTo("left-run");
                    assertThat(problem.what()).isEqualTo("“first” has no run 2.");
                    assertThat(problem.remedy()).contains("run the train cell once more");
                });
        for (String name : List.of("0001", "0003", ".trash")) {
            Files.createDirectories(runs.resolve("first").resolve(name));
        }
        assertThat(RunFolders.numbered(runs, FIRST, 3, "left-run")).isEqualTo(runs.resolve("first/0003"));
        assertThatThrownBy(() -> RunFolders.numbered(runs, FIRST, 2, "left-run"))
                .hasMessageContaining("has no run 2")
                .satisfies(problem ->
                        assertThat(((SettingException) problem).remedy()).contains("1, 3, or to 0"));
    }
}
