package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.SafetensorsFile;
import dev.patchbook.config.ParameterLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that was stopped and gone on with by another process gives the bits of one that was not. */
class ResumeIT {
    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void twentyAndTwentyStepsInTwoProcessesAreFortyInOne() throws Exception {
        TinyData.write(folder);
        process("straight", 40, false);
        process("parts", 20, false);
        assertThat(folder.resolve("parts/checkpoints/000020")).isDirectory();
        process("parts", 40, true);
        Checkpoint straight = Checkpoint.read(folder.resolve("straight"));
        Checkpoint parts = Checkpoint.read(folder.resolve("parts"));
        assertThat(parts.step()).isEqualTo(40);
        ParameterLayout layout = ParameterLayout.of(straight.info().model());
        try (SafetensorsFile one = straight.openModel();
                SafetensorsFile other = parts.openModel();
                SafetensorsFile moments = straight.openOptimizer();
                SafetensorsFile otherMoments = parts.openOptimizer()) {
            for (ParameterLayout.Entry entry : layout.entries()) {
                assertThat(other.floats(entry.name())).as(entry.name()).containsExactly(one.floats(entry.name()));
                for (String prefix : List.of(Checkpoint.FIRST_MOMENT, Checkpoint.SECOND_MOMENT)) {
                    String name = prefix + entry.name();
                    assertThat(otherMoments.floats(name)).as(name).containsExactly(moments.floats(name));
                }
            }
        }
        assertThat(lines("parts", "metrics.jsonl")).isEqualTo(lines("straight", "metrics.jsonl"));
        assertThat(lines("parts", "captions.jsonl")).isEqualTo(lines("straight", "captions.jsonl"));
    }

    /** What a run noted, but for times and for where it was stopped. */
    private List<String> lines(String run, String file) throws IOException {
        return Files.readAllLines(folder.resolve(run).resolve(file)).stream()
                .map(line -> line.replaceAll("\"(ms|data_ms)\":[^,}]*,", ""))
                .toList();
    }

    private void process(String run, int steps, boolean resume) throws Exception {
        Path log = folder.resolve(run + steps + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ResumeProcess.class.getName(),
                        folder + "",
                        run,
                        steps + "",
                        resume + "")
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as(Files.readString(log))
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
