package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.session.SessionCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A notebook's file with sessions and their stores. */
abstract class StoreFixture {
    static final String TEXT = """
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
    static final CellId SCENES = new CellId("scenes");
    static final CellId FIRST = new CellId("first");

    @TempDir
    Path folder;

    Path file;
    Path runs;
    final List<OnDisk> found = new CopyOnWriteArrayList<>();
    final List<String> problems = new CopyOnWriteArrayList<>();
    final List<Open> open = new ArrayList<>();

    /** A session with its store. */
    record Open(NotebookSession session, NotebookStore store) {
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

    final Open open() {
        return open(NotebookFiles.open(file), Places.beside(file), Optional.of(file));
    }

    final Open open(Notebook notebook, Places places, Optional<Path> from) {
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
    final void kill(Open opened) {
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

    final void close(Open opened) {
        open.remove(opened);
        opened.close();
    }
}
