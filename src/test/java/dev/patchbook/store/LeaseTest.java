package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer for a notebook, be it this process or another. */
class LeaseTest {
    @TempDir
    private Path folder;

    private Process holder(Path runs) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        runs.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                        .readLine())
                .isEqualTo("WRITER");
        return process;
    }

    @Test
    void anotherProcessHasItUntilItDies() throws Exception {
        Path runs = folder.resolve("a.runs");
        Process process = holder(runs);
        Lease refused = Lease.take(runs);
        assertThat(refused.access()).isEqualTo(Access.READER);
        assertThat(refused.holder()).startsWith("process " + process.pid() + ", since ");
        refused.end();
        assertThat(Lease.take(runs).access()).isEqualTo(Access.READER);
        process.destroyForcibly().waitFor();
        Lease taken = Lease.take(runs);
        assertThat(taken.access()).isEqualTo(Access.WRITER);
        taken.end();
        assertThat(runs).doesNotExist();
    }

    @Test
    void lookingWhetherItIsFreeDoesNotFreeIt() throws Exception {
        Path runs = folder.resolve("a.runs");
        Lease mine = Lease.take(runs);
        for (int i = 0; i < 3; i++) {
            Lease second = Lease.take(runs);
            assertThat(second.access()).isEqualTo(Access.READER);
            assertThat(second.holder()).isEqualTo("another window of this program");
            second.end();
        }
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        runs.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8)).readLine())
                .isEqualTo("READER");
        other.destroyForcibly().waitFor();
        mine.end();
    }

    @Test
    void aFolderWithSomethingInItStays() throws IOException {
        Path runs = folder.resolve("a.runs");
        Lease lease = Lease.take(runs);
        Files.writeString(runs.resolve("view.json"), "{}");
        lease.end();
        assertThat(runs.resolve("view.json")).exists();
        Lease again = Lease.take(runs);
        assertThat(again.access()).isEqualTo(Access.WRITER);
        again.remove();
        assertThat(runs).doesNotExist();
    }

    @Test
    void whereNothingCanBeWrittenThatIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("a.runs"), "in the way");
        assertThat(Lease.take(file).access()).isEqualTo(Access.NOWHERE);
        assertThat(file).content().isEqualTo("in the way");
    }
}
