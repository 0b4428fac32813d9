package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunShelfTest {
    @TempDir
    Path runs;

    private RunShelf shelf;

    @BeforeEach
    void runs() throws IOException {
        Outputs.run(runs.resolve("small/0001"), 8, 11, Optional.of(Run.State.COMPLETED));
        Outputs.run(runs.resolve("small/0002"), 4, 4, Optional.of(Run.State.CANCELLED));
        Outputs.run(runs.resolve("big/0001"), 8, 11, Optional.empty());
        Files.createDirectories(runs.resolve("outputs"));
        Files.writeString(runs.resolve("outputs/small.json"), "{}");
        shelf = new RunShelf(runs);
    }

    private RunInfo run(String title) {
        return shelf.list().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsEveryRun() {
        assertThat(shelf.list()).extracting(RunInfo::title).containsExactly("big 0001", "small 0001", "small 0002");
        RunInfo run = run("small 0001");
        assertThat(run.state()).isEqualTo("completed");
        assertThat(run.steps()).isEqualTo(8);
        assertThat(run.bytes()).isGreaterThan(1000);
        assertThat(run.created()).isAfter(Instant.EPOCH).isBeforeOrEqualTo(run.changed());
        assertThat(run.writing()).isFalse();
        assertThat(run.settings()).containsKey("train");
        assertThat(run.problem()).isEmpty();
        assertThat(new RunShelf(runs.resolve("none")).list()).isEmpty();
    }

    @Test
    void whatARunNotedIsReadUpToItsCheckpoint() {
        assertThat(RunShelf.output(run("small 0001")).series().size()).isEqualTo(8);
        try (RunFolder young = RunFolder.create(runs.resolve("young/0001"), Map.of(), null)) {
            young.step(0, 4, 10);
        }
        assertThatThrownBy(() -> RunShelf.output(run("young 0001"))).hasMessageContaining("no checkpoint");
    }

    @Test
    void aRunThatCannotBeReadSaysWhy() throws IOException {
        Files.writeString(runs.resolve("big/0001/run.json"), "{");
        assertThat(run("big 0001").problem())
                .hasValueSatisfying(why -> assertThat(why).contains("run.json"));
        shelf.delete(run("big 0001"));
        assertThat(shelf.list()).hasSize(2);
    }

    @Test
    void namesAndWhatIsPutAsideStay() throws IOException {
        RunInfo named = shelf.rename(run("small 0002"), " with dropout ");
        assertThat(named.title()).isEqualTo("with dropout");
        shelf.archive(named, true);
        assertThat(run("with dropout").archived()).isTrue();
        assertThat(shelf.archive(run("with dropout"), false).archived()).isFalse();
        shelf.rename(run("with dropout"), "");
        assertThat(run("small 0002").name()).isEmpty();
        Files.writeString(runs.resolve("small/0002/about.json"), "no");
        assertThat(run("small 0002").name()).isEmpty();
    }

    @Test
    void deletingCanBeUndone() throws IOException {
        byte[] before = Files.readAllBytes(runs.resolve("small/0001/run.json"));
        RunInfo deleted = shelf.delete(run("small 0001"));
        assertThat(shelf.list()).extracting(RunInfo::title).containsExactly("big 0001", "small 0002");
        assertThat(shelf.deleted()).isEqualTo(List.of(deleted));
        RunInfo back = shelf.restore(deleted);
        assertThat(back.folder()).isEqualTo(runs.resolve("small/0001"));
        assertThat(runs.resolve("small/0001/run.json")).hasBinaryContent(before);
        assertThat(shelf.deleted()).isEmpty();
    }

    @Test
    void aPlaceThatIsTakenMeanwhileIsNotOverwritten() {
        RunInfo deleted = shelf.delete(run("small 0002"));
        Outputs.run(runs.resolve("small/0002"), 4, 4, Optional.of(Run.State.CANCELLED));
        RunInfo again = shelf.delete(run("small 0002"));
        assertThat(shelf.deleted()).hasSize(2);
        Outputs.run(runs.resolve("small/0002"), 4, 4, Optional.of(Run.State.CANCELLED));
        assertThat(shelf.restore(deleted).number()).isEqualTo("0003");
        shelf.purge(again);
        assertThat(shelf.deleted()).isEmpty();
        assertThatThrownBy(() -> shelf.purge(run("small 0001"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(shelf.list()).hasSize(4);
    }

    @Test
    void aRunUnderWayIsNotDeleted() {
        try (RunFolder open = RunFolder.create(runs.resolve("live/0001"), Map.of(), null)) {
            assertThat(open.run().state()).isEqualTo(Run.State.RUNNING);
            assertThat(run("live 0001").writing()).isTrue();
            assertThatThrownBy(() -> shelf.delete(run("live 0001")))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("under way");
        }
        shelf.delete(run("live 0001"));
    }
}
