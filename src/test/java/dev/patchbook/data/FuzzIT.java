package dev.patchbook.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changed bytes of every kind of file that is read: what comes of them is a correct result or a reported problem, within 256 MB
 * and half a minute. {@code -Dpatchbook.fuzz=N} tries N cases, {@code -Dpatchbook.fuzz.seed=S} those of a failed run again.
 */
class FuzzIT {
    @TempDir
    Path folder;

    @Test
    @Timeout(36_000)
    void damageIsReadOrReported() throws Exception {
        String cases = System.getProperty("patchbook.fuzz", "10000");
        String seed = System.getProperty("patchbook.fuzz.seed", "1");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FuzzRun.class.getName(),
                        folder.toString(),
                        cases,
                        seed)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(cases + " cases").contains("seed " + seed);
        System.out.println(output);
    }
}
