package dev.patchbook.session;

import static dev.patchbook.session.Samples.FIRST;
import static dev.patchbook.session.Samples.SAY;
import static dev.patchbook.session.Samples.SCENES;
import static dev.patchbook.session.Samples.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.Progress;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.CellOutput.SampleOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookSessionTest {
    @TempDir
    Path folder;

    private final FakeEngine engine = new FakeEngine();
    private final List<SessionChange> changes = new ArrayList<>();
    private NotebookSession session;

    @BeforeEach
    void open() {
        session = new NotebookSession(
                engine, Samples.notebook(), Places.beside(folder.resolve("my book.md")), Runnable::run, Runnable::run);
        session.subscribe(changes::add);
    }

    private void run(dev.patchbook.notebook.CellId cell) {
        session.submit(new SessionCommand.Run(cell));
    }

    private void upToTraining() {
        engine.eager = true;
        run(FIRST);
    }

    @Test
    void leadsANotebookThroughTheEngine() throws IOException {
        upToTraining();
        engine.training().step();
        assertThat(((DataRequest) engine.requests.get(0)).folder()).isEqualTo(folder.toAbsolutePath());
        TrainRequest request = (TrainRequest) engine.requests.get(2);
        assertThat(request.folder()).isEqualTo(folder.toAbsolutePath().resolve("my book.runs/first/0001"));
        assertThat(request.folder()).isEmptyDirectory();
        assertThat(request.resume()).isFalse();
        TrainOutput running = (TrainOutput) session.state().output(FIRST).orElseThrow();
        assertThat(running.series().size())
                .as("the step before the job was known too")
                .isEqualTo(2);
        assertThat(running.model()).isEqualTo(new ModelId(77));
        Files.createFile(request.folder().resolve("run.json"));
        engine.training().end(Reason.COMPLETED);
        assertThat(session.state().state(FIRST)).isEqualTo(CellState.DONE);
        run(SAY);
        assertThat(((SampleOutput) session.state().output(SAY).orElseThrow()).generation())
                .isPresent();
        run(FIRST);
        assertThat(((TrainRequest) engine.requests.get(4)).folder()).hasFileName("0002");
    }

    @Test
    void looksAtAModelInTrainingAndShowsTokensAsTheyCome() {
        upToTraining();
        engine.eager = false;
        run(SAY);
        engine.tokens.accept(Samples.token(0));
        engine.tokens.accept(Samples.token(1));
        assertThat(((SampleOutput) session.state().output(SAY).orElseThrow()).tokens())
                .hasSize(2);
        assertThat(session.state().running()).containsExactlyInAnyOrder(FIRST, SAY);
    }

    @Test
    void pausesResumesAndStops() {
        upToTraining();
        FakeEngine.FakeTraining training = engine.training();
        session.submit(new SessionCommand.Pause(FIRST));
        assertThat(training.paused).isTrue();
        session.submit(new SessionCommand.Resume(FIRST));
        assertThat(training.paused).isFalse();
        session.submit(new SessionCommand.Stop(FIRST));
        assertThat(training.cancelled).isTrue();
        assertThat(session.state().state(FIRST)).isEqualTo(CellState.DONE);
        session.submit(new SessionCommand.Resume(FIRST));
        assertThat(engine.training().request.resume()).isTrue();
        assertThat(engine.training().request.folder()).isEqualTo(training.request.folder());
    }

    @Test
    void aFailureIsToldInPlainWordsAndAnEmptyRunFolderGoes() {
        run(SCENES);
        assertThat(session.progress(SCENES)).contains(new Progress("reading", 3, 10));
        engine.last().result.completeExceptionally(new UserFacingException("No file.", "Choose one."));
        assertThat(session.state().run(SCENES).failure()).contains(new CellFailure("No file.", "Choose one.", ""));
        assertThat(session.progress(SCENES)).isEmpty();
        run(SCENES);
        engine.last().result.completeExceptionally(new IllegalStateException("oops"));
        CellFailure failure = session.state().run(SCENES).failure().orElseThrow();
        assertThat(failure.what()).contains("oops");
        assertThat(failure.remedy()).isNotBlank();
        upToTraining();
        Path made = engine.training().request.folder();
        engine.training().result.completeExceptionally(new UserFacingException("Bad.", "Mend."));
        assertThat(made).doesNotExist();
    }

    @Test
    void aRunFolderThatCannotBeMadeFailsTheCell() throws IOException {
        Files.createFile(folder.resolve("my book.runs"));
        upToTraining();
        assertThat(session.state().state(FIRST)).isEqualTo(CellState.FAILED);
        assertThat(session.state().run(FIRST).failure().orElseThrow().remedy()).contains("Save the notebook");
    }

    @Test
    void aLinkedRunFolderIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectory(folder.resolve("my book.runs"));
        Files.createSymbolicLink(folder.resolve("my book.runs/first"), elsewhere);
        upToTraining();
        assertThat(session.state().state(FIRST)).isEqualTo(CellState.FAILED);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void manyEventsAreOneChangeAFrame() {
        Deque<Runnable> soon = new ArrayDeque<>();
        Deque<Runnable> frame = new ArrayDeque<>();
        engine.eager = true;
        NotebookSession framed = new NotebookSession(
                engine,
                Samples.notebook(),
                new Places(folder, folder.resolve("welcome.runs"), false),
                soon::add,
                frame::add);
        framed.subscribe(changes::add);
        framed.submit(new SessionCommand.Run(FIRST));
        framed.submit(new SessionCommand.Pause(SMALL));
        assertThat(soon).as("one drain for both").hasSize(1);
        soon.remove().run();
        while (!frame.isEmpty() && !(engine.jobs.get(engine.jobs.size() - 1) instanceof FakeEngine.FakeTraining)) {
            frame.remove().run();
        }
        while (!frame.isEmpty()) {
            frame.remove().run();
        }
        changes.clear();
        for (int i = 0; i < 1000; i++) {
            engine.training().step();
        }
        assertThat(frame).hasSize(1);
        frame.remove().run();
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).commands()).hasSize(1);
        assertThat(((TrainOutput) framed.state().output(FIRST).orElseThrow())
                        .series()
                        .size())
                .isEqualTo(1001);
        assertThat(frame).isEmpty();
    }

    @Test
    void aListenerThatFailsOrAsksForMoreDisturbsNobody() {
        session.subscribe(change -> {
            throw new IllegalStateException("a broken view");
        });
        Subscription asking = session.subscribe(change -> {
            if (change.after().state(SCENES) == CellState.DONE && change.after().state(SMALL) == CellState.IDLE) {
                run(SMALL);
            }
        });
        engine.eager = true;
        run(SCENES);
        assertThat(session.state().state(SMALL)).isEqualTo(CellState.DONE);
        asking.close();
        int heard = changes.size();
        run(SCENES);
        assertThat(changes.size()).isGreaterThan(heard);
        assertThat(session.state().state(SMALL)).isEqualTo(CellState.STALE);
    }

    @Test
    void closingStopsTheJobsAndFreesWhatTheyGave() {
        upToTraining();
        FakeEngine.FakeTraining training = engine.training();
        session.close();
        assertThat(training.cancelled).isTrue();
        assertThat(new HashSet<>(engine.released)).contains(new ModelId(77)).hasSize(3);
        SessionState last = session.state();
        run(SCENES);
        assertThat(session.state()).isSameAs(last);
    }

    @Test
    void requestsToRunWaitForWhatIsStillBeingRead() {
        session.awaitRestored();
        session.submit(new SessionCommand.Run(SCENES));
        session.submit(new SessionCommand.Edit(new NotebookEdit.SetTitle("Mine")));
        assertThat(engine.requests).isEmpty();
        assertThat(session.state().notebook().title()).isEqualTo("Mine");
        session.submit(new SessionCommand.Restored(Map.of(), false));
        assertThat(engine.requests).isEmpty();
        session.submit(new SessionCommand.Restored(Map.of(), true));
        assertThat(engine.requests).hasSize(1);
    }

    @Test
    void nothingIsLostBetweenThreads() throws InterruptedException {
        engine.eager = true;
        ExecutorService owner = Executors.newSingleThreadExecutor();
        ExecutorService engineThread = Executors.newSingleThreadExecutor();
        Notebook notebook = NotebookFormat.read("---\npatchbook: 1\n---\n```patchbook data\nid: scenes\n```\n"
                + "```patchbook model\nid: small\n```\n```patchbook train\nid: first\nsteps: 5000\n```\n");
        NotebookSession threaded = new NotebookSession(
                engine, notebook, new Places(folder, folder.resolve("t.runs"), false), owner, owner);
        threaded.submit(new SessionCommand.Run(FIRST));
        while (threaded.state().output(FIRST).isEmpty()) {
            Thread.onSpinWait();
        }
        FakeEngine.FakeTraining training = engine.training();
        engineThread.execute(() -> {
            while (training.steps < 5000) {
                training.step();
            }
            training.end(Reason.COMPLETED);
        });
        while (threaded.state().busy()) {
            TrainOutput output = (TrainOutput) threaded.state().output(FIRST).orElseThrow();
            int size = output.series().size();
            if (size > 0) {
                assertThat(output.series().step(size - 1)).isEqualTo(size - 1L);
            }
        }
        owner.shutdown();
        engineThread.shutdown();
        assertThat(owner.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        TrainOutput output = (TrainOutput) threaded.state().output(FIRST).orElseThrow();
        assertThat(output.series().size()).isEqualTo(5000);
        for (int i = 0; i < 5000; i++) {
            assertThat(output.series().step(i)).isEqualTo(i);
        }
    }
}
