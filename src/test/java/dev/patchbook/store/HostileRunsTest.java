package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.checkpoint.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A runs folder that came with a stranger's notebook: links planted in it lead nowhere that is written. */
class HostileRunsTest extends StoreFixture {
    private static final String SECRET = "not to be written";

    @TempDir
    Path outside;

    private Path victim;
    private Path elsewhere;

    @BeforeEach
    void victims() throws IOException {
        victim = Files.writeString(outside.resolve("victim.txt"), SECRET);
        elsewhere = Files.createDirectories(outside.resolve("elsewhere"));
    }

    private void untouched() throws IOException {
        assertThat(victim).hasContent(SECRET);
        try (Stream<Path> all = Files.list(elsewhere)) {
            assertThat(all).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".lock", ".recovery.md.new", "recovery.md", "view.json", ".view.json.new"})
    void aFilesLinkIsNotWrittenThrough(String name) throws IOException {
        Files.createDirectories(runs);
        Files.createSymbolicLink(runs.resolve(name), victim);
        Open opened = open();
        opened.edit("Other");
        opened.store().collapse(Set.of(SCENES));
        opened.store().flush();
        close(opened);
        untouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.runs", "mine.runs/outputs"})
    void aFoldersLinkIsNotWrittenThrough(String name) throws IOException {
        Path link = folder.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, elsewhere);
        Open opened = open();
        assertThat(opened.store().access()).isEqualTo(Access.NOWHERE);
        opened.edit("Other");
        opened.store().flush();
        close(opened);
        untouched();
    }

    @Test
    void aRunIsNotGoneOnWithThroughItsLinks() throws IOException {
        Path run = folder.resolve("run");
        RunFolder.create(run, Map.of(), null).close();
        AtomicFiles.delete(run.resolve("checkpoints"));
        Files.createSymbolicLink(run.resolve("checkpoints"), elsewhere);
        assertThatThrownBy(() -> RunFolder.resume(run))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("is a link that leads out of");
        untouched();
    }
}
