package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.CellState;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Past;
import dev.patchbook.session.Places;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.TrainOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notebook with what is beside it: edited, closed, killed, changed by others, saved elsewhere. */
class NotebookStoreTest {
    private static final String TEXT = """
            ---
            patchbook: 1
            title: Mine
            ---

            ```patchbook data
            id: scenes
            file: rows.csv
            ```

            ```patchbook train
            id: first
            from: scenes
            ```
            """;
    private static final CellId SCENES = new CellId("scenes");
    private static final CellId FIRST = new CellId("first");

    @TempDir
    private Path folder;

    private Path file;
    private Path runs;
    private final List<OnDisk> found = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<Open> open = new ArrayList<>();

    /** A session with its store. */
    private record Open(NotebookSession session, NotebookStore store) {
        void edit(String title) {
            session.submit(new SessionCommand.Edit(new NotebookEdit.SetTitle(title)));
        }

        Notebook notebook() {
            return session.state().notebook();
        }

        void close() {
            session.close();
            store.close();
        }
    }

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("mine.md"), TEXT);
        runs = folder.resolve("mine.runs");
        Files.writeString(folder.resolve("rows.csv"), "caption,picture\n");
    }

    @AfterEach
    void close() {
        open.forEach(Open::close);
    }

    private Open open() {
        return open(NotebookFiles.open(file), Places.beside(file), Optional.of(file));
    }

    private Open open(Notebook notebook, Places places, Optional<Path> from) {
        NotebookSession session =
                new NotebookSession(NoEngine.engine(), notebook, places, Runnable::run, Runnable::run);
        NotebookStore store = NotebookStore.open(session, from, Duration.ofMillis(20), new StoreListener() {
            @Override
            public void found(OnDisk now) {
                found.add(now);
            }

            @Override
            public void cannotKeep(UserFacingException why) {
                problems.add(why.what());
            }
        });
        Open opened = new Open(session, store);
        open.add(opened);
        store.flush();
        return opened;
    }

    /** As a killed process leaves it: files as they are, the lock gone. */
    private void kill(Open opened) {
        opened.store().flush();
        Path copy = new RunCopies(folder.resolve("kept")).copy(runs, new CellId("copy"));
        close(opened);
        try {
            AtomicFiles.delete(runs);
            Files.move(copy, runs);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void close(Open opened) {
        open.remove(opened);
        opened.close();
    }

    @Test
    void openingAndClosingLeavesNothing() {
        close(open());
        assertThat(runs).doesNotExist();
        assertThat(file).content().isEqualTo(TEXT);
    }

    @Test
    void anEditIsWrittenToRecoveryAndNeverToTheNotebook() {
        Open opened = open();
        opened.edit("Other");
        Waiting.until("recovery", () -> Files.exists(runs.resolve("recovery.md")));
        opened.store().flush();
        assertThat(runs.resolve("recovery.md")).content().isEqualTo(TEXT.replace("Mine", "Other"));
        assertThat(file).content().isEqualTo(TEXT);
        opened.session().submit(new SessionCommand.Undo());
        Waiting.until("nothing to recover", () -> !Files.exists(runs.resolve("recovery.md")));
    }

    @Test
    void savingOrClosingRemovesTheRecovery() {
        Open opened = open();
        opened.edit("Other");
        Waiting.until("recovery", () -> Files.exists(runs.resolve("recovery.md")));
        opened.store().save(file);
        Waiting.until("nothing to recover", () -> !Files.exists(runs.resolve("recovery.md")));
        assertThat(file).content().isEqualTo(TEXT.replace("Mine", "Other"));
        opened.edit("Third");
        Waiting.until("recovery", () -> Files.exists(runs.resolve("recovery.md")));
        close(opened);
        assertThat(runs).doesNotExist();
        assertThat(file).content().isEqualTo(TEXT.replace("Mine", "Other"));
    }

    @Test
    void whatAKilledProcessHadIsOfferedUntilDecidedOn() {
        Open first = open();
        first.edit("Other");
        Waiting.until("recovery", () -> Files.exists(runs.resolve("recovery.md")));
        kill(first);
        Open second = open();
        assertThat(second.store().offers()).hasSize(1);
        second.edit("Meanwhile");
        Waiting.until("its own recovery", () -> Files.exists(runs.resolve("recovery-2.md")));
        kill(second);
        Open third = open();
        assertThat(third.store().offers())
                .extracting(offer -> offer.notebook().title())
                .containsExactlyInAnyOrder("Meanwhile", "Other");
        Recovered other = third.store().offers().stream()
                .filter(offer -> offer.notebook().title().equals("Other"))
                .findFirst()
                .orElseThrow();
        third.store().restore(other);
        assertThat(third.notebook().title()).isEqualTo("Other");
        assertThat(third.store().isSaved(third.notebook())).isFalse();
        third.store().flush();
        assertThat(other.file()).doesNotExist();
        assertThat(Recovery.left(runs))
                .extracting(left -> left.notebook().title())
                .contains("Other");
        third.session().submit(new SessionCommand.Undo());
        assertThat(third.notebook().title()).isEqualTo("Mine");
        third.store().dismiss(third.store().offers().get(0));
        third.store().flush();
        assertThat(third.store().offers()).isEmpty();
    }

    @Test
    void outputsComeBackAndThoseOfDeletedCellsGo() {
        Outputs.run(runs.resolve("first/0001"), 4, 6, Optional.empty());
        new OutputFiles(runs).write(SCENES, Outputs.past(Outputs.data()));
        TrainOutput train = PastRun.read(runs.resolve("first/0001"), 20).orElseThrow();
        new OutputFiles(runs).write(FIRST, new Past(train, 2, 2, "", Optional.empty(), Optional.empty()));
        Open opened = open();
        assertThat(opened.session().state().run(SCENES).earlier()).isTrue();
        assertThat(opened.session().state().state(SCENES)).isEqualTo(CellState.STALE);
        TrainOutput shown = (TrainOutput) opened.session().state().output(FIRST).orElseThrow();
        assertThat(shown.step()).isEqualTo(4);
        assertThat(runs.resolve("outputs/first.json")).exists();
        opened.session().submit(new SessionCommand.Edit(new NotebookEdit.Rename(SCENES, new CellId("pictures"))));
        opened.store().flush();
        assertThat(runs.resolve("outputs/pictures.json")).exists();
        assertThat(runs.resolve("outputs/scenes.json")).doesNotExist();
        opened.store().collapse(Set.of(FIRST));
        opened.store().flush();
        assertThat(opened.store().collapsed()).containsExactly(FIRST);
    }

    @Test
    void aSecondWindowReadsAndSavesOnlyUnderAnotherName() {
        Open first = open();
        Open second = open();
        assertThat(second.store().access()).isEqualTo(Access.READER);
        assertThat(second.store().holder()).isEqualTo("another window of this program");
        assertThat(second.session().places().runs()).isNotEqualTo(runs);
        second.edit("Other");
        assertThatThrownBy(() -> second.store().save(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("open in another window");
        Path copy = folder.resolve("copy.md");
        second.store().save(copy);
        assertThat(second.store().access()).isEqualTo(Access.WRITER);
        assertThat(copy).content().isEqualTo(TEXT.replace("Mine", "Other"));
        assertThatThrownBy(() -> first.store().save(copy)).isInstanceOf(UserFacingException.class);
        assertThat(file).content().isEqualTo(TEXT);
    }

    @Test
    void aChangeOnDiskIsNeverOverwrittenUnasked() throws IOException {
        Open opened = open();
        opened.edit("Here");
        Files.writeString(file, TEXT.replace("Mine", "There"));
        assertThatThrownBy(() -> opened.store().save(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("changed by another program");
        assertThat(file).content().contains("There");
        assertThat(found).contains(OnDisk.CHANGED);
        assertThat(opened.store().onDisk()).contains(TEXT.replace("Mine", "There"));
        opened.store().keepMine();
        assertThat(opened.store().isSaved(opened.notebook())).isFalse();
        opened.store().save(file);
        assertThat(file).content().contains("Here");
        Files.writeString(file, TEXT.replace("Mine", "Again"));
        opened.store().reload();
        assertThat(opened.notebook().title()).isEqualTo("Again");
        assertThat(opened.store().isSaved(opened.notebook())).isTrue();
        opened.session().submit(new SessionCommand.Undo());
        assertThat(opened.notebook().title()).isEqualTo("Here");
    }

    @Test
    void aChangeIsSeenByItselfAndSoIsADeletion() throws IOException {
        Open opened = open();
        Files.writeString(file, TEXT.replace("Mine", "Them"));
        Waiting.until("the change", () -> found.contains(OnDisk.CHANGED));
        opened.store().keepMine();
        Files.delete(file);
        Waiting.until("the deletion", () -> found.contains(OnDisk.DELETED));
        opened.store().save(file);
        assertThat(file).content().isEqualTo(TEXT);
        Waiting.until("all well", () -> found.get(found.size() - 1) == OnDisk.SAME);
    }

    @Test
    void whereNothingCanBeKeptTheNotebookOpensAllTheSame() throws IOException {
        Files.writeString(runs, "in the way");
        Open opened = open();
        assertThat(opened.store().access()).isEqualTo(Access.NOWHERE);
        opened.edit("Other");
        opened.store().save(file);
        assertThat(file).content().contains("Other");
    }

    @Test
    void savedElsewhereThePathsLeadToTheSameFilesAndTheRunsComeAlong() throws IOException {
        Outputs.run(runs.resolve("first/0003"), 4, 4, Optional.of(Run.State.COMPLETED));
        TrainOutput train = PastRun.read(runs.resolve("first/0003"), 4).orElseThrow();
        new OutputFiles(runs).write(FIRST, new Past(train, 2, 2, "", Optional.empty(), Optional.empty()));
        Open opened = open();
        opened.store().collapse(Set.of(SCENES));
        opened.store().flush();
        Path other = Files.createDirectories(folder.resolve("deep/er")).resolve("yours.md");
        opened.store().save(other);
        assertThat(opened.notebook().cell(SCENES).orElseThrow().settings()).isEqualTo(Map.of("file", "../../rows.csv"));
        assertThat(other).content().contains("file: ../../rows.csv");
        assertThat(file).content().isEqualTo(TEXT);
        Path there = folder.resolve("deep/er/yours.runs");
        Waiting.until("the run", () -> Files.exists(there.resolve("outputs/first.json")));
        TrainOutput moved = (TrainOutput) opened.session().state().output(FIRST).orElseThrow();
        assertThat(moved.folder()).isEqualTo(there.resolve("first/0001"));
        assertThat(there.resolve("first/0001/metrics.jsonl"))
                .hasSameBinaryContentAs(runs.resolve("first/0003/metrics.jsonl"));
        assertThat(opened.store().collapsed()).containsExactly(SCENES);
        Open old = open();
        assertThat(old.store().access()).isEqualTo(Access.WRITER);
        assertThat(old.session().state().output(FIRST)).isPresent();
        assertThat(problems).isEmpty();
    }

    @Test
    void notebooksWithoutAFileHaveAFolderEachAndAreFoundAgain() {
        Path home = folder.resolve("home");
        Notebook empty = NotebookFormat.read(TEXT);
        Places one = Untitled.places(home, empty, Optional.of(folder));
        Open first = open(empty, one, Optional.empty());
        Places two = Untitled.places(home, empty, Optional.of(folder));
        assertThat(two.runs()).isNotEqualTo(one.runs());
        assertThat(two.folder()).isEqualTo(folder);
        Open second = open(empty, two, Optional.empty());
        second.edit("Second");
        Waiting.until("recovery", () -> Files.exists(two.runs().resolve("recovery.md")));
        assertThat(Untitled.left(home)).as("both are open").isEmpty();
        runs = two.runs();
        kill(second);
        List<Untitled.Left> left = Untitled.left(home);
        assertThat(left).hasSize(1);
        assertThat(left.get(0).notebook().title()).isEqualTo("Second");
        assertThat(left.get(0).places()).isEqualTo(two);
        Open again = open(left.get(0).notebook(), two, Optional.empty());
        assertThat(again.store().offers()).isEmpty();
        assertThat(again.store().isSaved(again.notebook())).isFalse();
        again.store().save(folder.resolve("second.md"));
        close(again);
        assertThat(two.runs()).doesNotExist();
        close(first);
        assertThat(Untitled.left(home)).isEmpty();
    }

    @Test
    void anExampleLeftAsItWasKeepsWhatItShowed() {
        Path home = folder.resolve("home");
        Notebook example = NotebookFormat.read(TEXT);
        Places places = Untitled.places(home, example, Optional.empty());
        new OutputFiles(places.runs()).write(SCENES, Outputs.past(Outputs.data()));
        close(open(example, places, Optional.empty()));
        assertThat(Untitled.places(home, example, Optional.empty())).isEqualTo(places);
        Open again = open(example, places, Optional.empty());
        assertThat(again.session().state().output(SCENES)).isPresent();
        again.edit("Changed");
        close(again);
        assertThat(places.runs()).as("given up").doesNotExist();
    }
}
