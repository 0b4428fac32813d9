package dev.patchbook.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellProblem;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.CellOutput.ImagesOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The map of pictures as a cell: what it asks for, and which of its settings make what it shows stale. */
class ImagesCellTest {
    private static final CellId ALL = new CellId("all");
    private static final String NOTEBOOK = """
            ---
            patchbook: 1
            ---

            ```patchbook data
            id: scenes
            ```

            ```patchbook model
            id: small
            ```

            ```patchbook images
            id: all
            part: train
            pictures: 40
            method: tsne
            words: circle square
            ```
            """;

    private final Reduced reduced = new Reduced(NotebookFormat.read(NOTEBOOK));

    private void set(String key, String value) {
        reduced.on(new SessionCommand.Edit(new NotebookEdit.SetSetting(ALL, key, value)));
    }

    @Test
    void itsSettingsAreAskedForAndItsModelIsThatAbove() {
        reduced.through(new CellId("scenes")).through(new CellId("small")).run(ALL);
        Task.Images task = (Task.Images) reduced.job(ALL).task();
        assertThat(task.settings().part()).isEqualTo("train");
        assertThat(task.settings().pictures()).isEqualTo(40);
        assertThat(task.settings().neighbours()).isTrue();
        assertThat(reduced.state().graph().parents(ALL)).containsExactly(new CellId("small"));
        reduced.finish(ALL);
        assertThat(reduced.state().output(ALL)).get().isInstanceOf(ImagesOutput.class);
    }

    @Test
    void methodAndWordsChooseWhatIsShownAndTheRestMakesItStale() {
        reduced.through(new CellId("scenes")).through(new CellId("small")).through(ALL);
        set("method", "pca");
        set("words", "red");
        assertThat(reduced.state().state(ALL)).isEqualTo(CellState.DONE);
        set("pictures", "60");
        assertThat(reduced.state().state(ALL)).isEqualTo(CellState.STALE);
        set("pictures", "40");
        assertThat(reduced.state().state(ALL)).isEqualTo(CellState.DONE);
        set("part", "validation");
        assertThat(reduced.state().state(ALL)).isEqualTo(CellState.STALE);
    }

    /** A checkpoint is looked at as every other cell that looks does, and nothing of that is kept. */
    @Test
    void itLooksBackWithTheRun() {
        String trained =
                NOTEBOOK.replace("```patchbook images", "```patchbook train\nid: first\n```\n\n```patchbook images");
        Reduced session = new Reduced(NotebookFormat.read(trained));
        CellId first = new CellId("first");
        session.through(new CellId("scenes")).through(new CellId("small"));
        session.run(first).begin(first).steps(first, 0, 7);
        List<Saved> saved = List.of(new Saved(4, Path.of("checkpoints", "4")));
        session.on(new SessionCommand.TrainHappened(session.id(first), List.of(new TrainEvent.Kept(saved))));
        session.end(first, 7, TrainEvent.Reason.COMPLETED).through(ALL);
        Optional<CellOutput> own = session.state().output(ALL);
        session.on(new SessionCommand.LookAt(first, 4));
        Task.Images task = (Task.Images) session.job(ALL).task();
        assertThat(task.settings().step()).isEqualTo(4);
        ImagesOutput then = new ImagesOutput(Samples.images());
        session.on(new SessionCommand.Finished(
                session.state().lookBack().job().orElseThrow().run(), then, Duration.ZERO));
        assertThat(session.state().shown(ALL)).contains(then);
        session.on(new SessionCommand.LookedCloser(ALL, then.seen(), new Closer.Map(Samples.images())));
        assertThat(session.state().output(ALL)).isEqualTo(own);
        assertThat(session.state().shown(ALL)).get().isSameAs(then);
    }

    @Test
    void tSneTakesThePlaceOfTheMapItWasAskedForBeside() {
        reduced.through(new CellId("scenes")).through(new CellId("small")).through(ALL);
        ImagesOutput before = (ImagesOutput) reduced.state().output(ALL).orElseThrow();
        ImageMap near = Samples.images();
        reduced.on(new SessionCommand.LookedCloser(ALL, before.seen(), new Closer.Map(near)));
        assertThat(((ImagesOutput) reduced.state().output(ALL).orElseThrow()).map())
                .isSameAs(near);
        assertThat(reduced.state().state(ALL)).isEqualTo(CellState.DONE);
    }

    @Test
    void morePicturesThanAreLaidOutAreRefusedWithTheirLine() {
        Notebook notebook = NotebookFormat.read(NOTEBOOK.replace("pictures: 40", "pictures: 5000"));
        List<CellProblem> problems = SessionState.of(notebook).problems(ALL);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).line()).isEqualTo(16);
        assertThat(problems.get(0).remedy()).contains("3 to 2,000");
    }

    @Test
    void theMapThatWasAViewOfPatchesNamesLineAndRemedy() {
        String old = NOTEBOOK.substring(0, NOTEBOOK.indexOf("```patchbook images"))
                + "```patchbook patches\nid: cut\nview: map\n```\n";
        SessionState state = SessionState.of(NotebookFormat.read(old));
        Optional<CellProblem> problem =
                state.problems(new CellId("cut")).stream().findFirst();
        assertThat(problem).isPresent();
        assertThat(problem.get().line()).isEqualTo(15);
        assertThat(problem.get().message()).contains("view is “map”");
        assertThat(problem.get().remedy()).contains("images cell");
    }
}
