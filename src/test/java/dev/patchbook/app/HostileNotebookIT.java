package dev.patchbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.SessionState;
import dev.patchbook.store.Access;
import dev.patchbook.store.NotebookStore;
import dev.patchbook.store.OnDisk;
import dev.patchbook.store.StoreListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's notebook, run whole by the real engine with its store: nothing but its runs folder is written. */
class HostileNotebookIT {
    private static final String SOUND = """
            ---
            patchbook: 1
            ---
            ```patchbook data
            id: scenes
            file: sample:three-pictures
            image-size: 16
            ```
            ```patchbook model
            id: small
            preset: tiny
            patch-size: 8
            ```
            """;
    private static final String HOSTILE = """
            ```patchbook train
            id: first
            from: small
            steps: 2
            evaluate-every: 0
            ```
            ```patchbook train
            id: linked
            from: small
            steps: 2
            ```
            ```patchbook data
            id: above
            file: ../secret/data.csv
            ```
            ```patchbook data
            id: absolute
            file: SECRET/data.csv
            ```
            ```patchbook data
            id: link
            file: link.csv
            ```
            ```patchbook data
            id: pictures
            file: names.csv
            ```
            ```patchbook data
            id: letters
            file: sample:three-pictures
            alphabet: ../secret/data.csv
            ```
            ```patchbook model
            id: huge
            from: scenes
            vision-width: 4096
            vision-blocks: 64
            decoder-width: 4096
            decoder-blocks: 64
            heads: 64
            ```
            ```patchbook train
            id: out
            from: small
            out: ../secret
            ```
            ```patchbook train
            id: ../../secret/evil
            from: small
            steps: 1
            ```
            ```patchbook train
            id: many
            from: small
            steps: 99999999999999
            ```
            ```patchbook patches
            id: look
            from: small
            image: ../secret/picture.png
            ```
            """;

    @TempDir
    private Path outer;

    @Test
    @Timeout(300)
    void nothingButTheRunsFolderIsWritten() throws Exception {
        Path secret = Files.createDirectories(outer.resolve("secret"));
        Path folder = Files.createDirectories(outer.resolve("notes"));
        Path sample = Path.of("sample-data", "three-pictures.csv").toAbsolutePath();
        Files.copy(sample, secret.resolve("data.csv"));
        Files.write(secret.resolve("picture.png"), new byte[] {1});
        Files.createSymbolicLink(folder.resolve("link.csv"), secret.resolve("data.csv"));
        Files.writeString(folder.resolve("names.csv"), "image,caption\n../secret/picture.png,a\n/etc/passwd.png,b\n");
        Path file = Files.writeString(folder.resolve("mine.md"), SOUND + HOSTILE.replace("SECRET", secret.toString()));
        Files.createDirectories(folder.resolve("mine.runs"));
        Files.createSymbolicLink(folder.resolve("mine.runs/linked"), secret);
        Map<String, String> before = tree();

        SessionState end = run(file);

        Map<String, String> after = tree();
        after.keySet().removeIf(path -> path.startsWith("notes/mine.runs/"));
        before.keySet().removeIf(path -> path.startsWith("notes/mine.runs/"));
        assertThat(after).isEqualTo(before);
        assertThat(folder.resolve("mine.runs/first/0001/run.json"))
                .as(failure(end, "scenes") + failure(end, "small") + failure(end, "first"))
                .exists();
        for (String outside : new String[] {"above", "absolute", "link", "letters", "look"}) {
            assertThat(failure(end, outside)).as(outside).contains("outside");
        }
        assertThat(failure(end, "pictures")).contains("outside");
        assertThat(failure(end, "linked")).contains("is a link that leads out of");
        assertThat(failure(end, "huge")).isNotEmpty();
        assertThat(end.output(new CellId("many"))).isEmpty();
        assertThat(end.output(new CellId("out"))).isEmpty();
    }

    private static String failure(SessionState state, String cell) {
        return state.run(new CellId(cell)).failure().map(CellFailure::what).orElse("");
    }

    private static SessionState run(Path file) throws InterruptedException {
        Notebook notebook = NotebookFiles.open(file);
        BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        AtomicBoolean restored = new AtomicBoolean(); // before, what is asked for is held back
        try (Engine engine = new LocalEngine(2);
                NotebookSession session =
                        new NotebookSession(engine, notebook, Places.beside(file), tasks::add, tasks::add)) {
            session.subscribe(change -> change.commands().stream()
                    .filter(SessionCommand.Restored.class::isInstance)
                    .forEach(command -> restored.set(((SessionCommand.Restored) command).last())));
            try (NotebookStore store =
                    NotebookStore.open(session, Optional.of(file), Duration.ofMillis(10), listener())) {
                assertThat(store.access()).isEqualTo(Access.WRITER);
                until(tasks, restored::get);
                for (Cell cell : notebook.cells()) { // all at once would end at the first that fails
                    session.submit(new SessionCommand.Run(cell.id()));
                    until(tasks, () -> !session.state().busy() && tasks.isEmpty());
                }
            }
            return session.state();
        }
    }

    /** The session's owner: runs what comes until something holds. */
    private static void until(BlockingQueue<Runnable> tasks, BooleanSupplier condition) throws InterruptedException {
        do {
            Runnable task = tasks.poll(10, TimeUnit.MILLISECONDS);
            if (task != null) {
                task.run();
            }
        } while (!condition.getAsBoolean());
    }

    private static StoreListener listener() {
        return new StoreListener() {
            @Override
            public void found(OnDisk now) {}

            @Override
            public void cannotKeep(UserFacingException why) {}
        };
    }

    /** Every file and link with what it holds. */
    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(outer)) {
            all.forEach(path -> tree.put(outer.relativize(path).toString(), content(path)));
        }
        return tree;
    }

    private static String content(Path path) {
        try {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    ? Files.size(path) + " " + Files.getLastModifiedTime(path)
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
