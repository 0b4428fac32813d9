package dev.patchbook.session;

import static dev.patchbook.session.Samples.FIRST;
import static dev.patchbook.session.Samples.GRID;
import static dev.patchbook.session.Samples.LOOK;
import static dev.patchbook.session.Samples.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.TensorView;
import dev.patchbook.engine.LensView;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.session.SessionCommand.LookedCloser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Closer looks: kept with what they were asked for beside, and with nothing else. */
class CloserTest {
    private static final TensorView ONE = new TensorView(new float[2], 1, 2);
    private static final PatchSpace SPACE =
            new PatchSpace(ONE, List.of(1.0, 0.0), List.of(0), new TensorView(new float[3], 1, 3, 1, 1), 1, 4);
    private static final NearestCounts COUNTS = new NearestCounts("validation", 1, 1, List.of(), 4);
    private static final LensView LENS = new LensView(List.of("a"), 0, List.of("a"), ONE, List.of(-1), 4);

    private final Reduced reduced = new Reduced(Samples.notebook());

    private void seen() {
        reduced.through(SMALL).run(FIRST).begin(FIRST).steps(FIRST, 0, 4).end(FIRST, 4, Reason.COMPLETED);
        reduced.through(GRID).through(LOOK);
    }

    private PatchesOutput grid() {
        return (PatchesOutput) reduced.state().output(GRID).orElseThrow();
    }

    @Test
    void theyStayTogetherWithWhatTheCellShows() {
        seen();
        PatchesOutput before = grid();
        int edition = reduced.state().run(GRID).edition();
        reduced.on(new LookedCloser(GRID, before.seen(), new Closer.Space(SPACE)));
        reduced.on(new LookedCloser(GRID, before.seen(), new Closer.Counted(COUNTS)));
        assertThat(grid().view()).isSameAs(before.view());
        assertThat(grid().space()).contains(SPACE);
        assertThat(grid().counts()).contains(COUNTS);
        assertThat(reduced.state(GRID)).as("is still up to date").isEqualTo(CellState.DONE);
        assertThat(reduced.state().run(GRID).edition()).as("to be written anew").isGreaterThan(edition);
        assertThat(Past.of(reduced.state().run(GRID)).orElseThrow().output()).isEqualTo(grid());
        AttentionOutput look = (AttentionOutput) reduced.state().output(LOOK).orElseThrow();
        reduced.on(new LookedCloser(LOOK, look.seen(), new Closer.Lens(LENS)));
        assertThat(((AttentionOutput) reduced.state().output(LOOK).orElseThrow()).lens())
                .contains(LENS);
    }

    @Test
    void oneBesideSomethingElseIsNotKept() {
        seen();
        Object before = grid().seen();
        reduced.on(new LookedCloser(GRID, Samples.patches(), new Closer.Space(SPACE)));
        assertThat(grid().space()).as("of a checkpoint, say").isEmpty();
        reduced.on(new LookedCloser(GRID, before, new Closer.Lens(LENS)));
        assertThat(grid()).as("no place for it").isEqualTo(new PatchesOutput(grid().view()));
        reduced.through(GRID);
        reduced.on(new LookedCloser(GRID, before, new Closer.Space(SPACE)));
        assertThat(grid().space()).as("seen anew meanwhile").isEmpty();
    }

    @Test
    void oneOfSettingsThatMovedOnIsNotKeptAndWhatIsKeptGoesStaleWithItsCell() {
        seen();
        reduced.on(new LookedCloser(GRID, grid().seen(), new Closer.Space(SPACE)));
        reduced.set(GRID, "image", "train 3");
        assertThat(reduced.state(GRID)).isEqualTo(CellState.STALE);
        assertThat(grid().space()).contains(SPACE);
        reduced.on(new LookedCloser(GRID, grid().seen(), new Closer.Counted(COUNTS)));
        assertThat(grid().counts()).isEmpty();
    }
}
