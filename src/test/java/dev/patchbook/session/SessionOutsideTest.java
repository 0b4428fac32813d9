package dev.patchbook.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.NotebookFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be read outside of a notebook's folder is allowed file by file, for data and for the pictures of cells. */
class SessionOutsideTest {
    private static final String TEXT = "---\npatchbook: 1\n---\n"
            + "```patchbook data\nid: one\nfile: ../far/one.csv, near.csv\nalphabet: ../far/letters.txt\n```\n"
            + "```patchbook data\nid: two\n```\n"
            + "```patchbook model\nid: small\nfrom: two\n```\n"
            + "```patchbook patches\nid: pieces\nimage: ../far/x.png\n```\n"
            + "```patchbook sample\nid: caption\nimage: ../far/y.png\n```\n";

    @TempDir
    private Path given;

    private final FakeEngine engine = new FakeEngine();
    private NotebookSession session;
    private Path far;
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        far = Files.createDirectories(given.toRealPath().resolve("far"));
        folder = Files.createDirectories(given.toRealPath().resolve("mine"));
        session = new NotebookSession(
                engine,
                NotebookFormat.read(TEXT),
                Places.beside(folder.resolve("book.md")),
                Runnable::run,
                Runnable::run);
        engine.eager = true;
    }

    private <T> T asked(String cell, Class<T> type) {
        session.submit(new SessionCommand.Run(new CellId(cell)));
        List<Object> requests = engine.requests;
        Object last = requests.get(requests.size() - 1);
        session.submit(new SessionCommand.Interrupt());
        return type.cast(last);
    }

    @Test
    void dataIsAllowedOnlyWithAllFilesItNames() {
        assertThat(asked("one", DataRequest.class).allowOutside()).isFalse();
        session.allow(Set.of(far.resolve("one.csv"), folder.resolve("near.csv")));
        assertThat(asked("one", DataRequest.class).allowOutside())
                .as("not the alphabet")
                .isFalse();
        session.allow(Set.of(far.resolve("one.csv"), folder.resolve("near.csv"), far.resolve("letters.txt")));
        assertThat(asked("one", DataRequest.class).allowOutside()).isTrue();
        assertThat(asked("two", DataRequest.class).allowOutside())
                .as("another cell")
                .isFalse();
    }

    @Test
    void aCellsPictureIsAllowedByItself() {
        session.submit(new SessionCommand.Run(new CellId("two")));
        engine.last().result.complete(Samples.data(1));
        session.submit(new SessionCommand.Run(new CellId("small")));
        engine.last().result.complete(Samples.model(2));
        session.allow(Set.of(far.resolve("x.png")));
        assertThat(asked("pieces", LookRequest.class).allowOutside()).isTrue();
        assertThat(asked("pieces", LookRequest.class).folder()).isEqualTo(folder);
        assertThat(asked("caption", SampleRequest.class).allowOutside()).isFalse();
        session.allow(Set.of(far.resolve("y.png")));
        assertThat(asked("pieces", LookRequest.class).allowOutside()).isFalse();
        assertThat(asked("caption", SampleRequest.class).allowOutside()).isTrue();
    }
}
