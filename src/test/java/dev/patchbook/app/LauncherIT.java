package dev.patchbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, started as people start it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts the shell script")
class LauncherIT {
    private static final Path PROGRAM =
            Path.of(System.getProperty("patchbook.dist"), "bin", "patchbook").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void startsThroughALinkInAFolderWithBlanks() throws Exception {
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("a folder")).resolve("patch book"), PROGRAM);

        start(link, Map.of("JAVA_HOME", System.getProperty("java.home")));
        Files.delete(link);
    }

    @Test
    void aRunWithoutAWindowLoadsNeitherJavaFxNorNd4j() throws Exception {
        Path log = folder.resolve("classes.log");

        start(
                PROGRAM,
                Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-Xlog:class+load:file=" + log));

        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains(" dev.patchbook.app.Launcher "))
                .noneMatch(line -> line.contains(" javafx.") || line.contains(" org.nd4j."));
    }

    @Test
    void theGenericBuildIsUsedWhenAskedFor() throws Exception {
        String command = start(PROGRAM, Map.of("JAVA_HOME", sayingJdk("17.0.15"), "PATCHBOOK_CPU", "generic"));

        assertThat(command).contains("/lib/generic/*").doesNotContain("/lib/avx2/*");
    }

    @Test
    void exactlyOneBuildIsOnTheClassPath() throws Exception {
        String command = start(PROGRAM, Map.of("JAVA_HOME", sayingJdk("17.0.15")));

        assertThat(command.contains("/lib/generic/*")).isNotEqualTo(command.contains("/lib/avx2/*"));
    }

    @Test
    void flagsOfNewerJdksAreGivenToThoseOnly() throws Exception {
        assertThat(start(PROGRAM, Map.of("JAVA_HOME", sayingJdk("17.0.15")))).doesNotContain("native-access");
        assertThat(start(PROGRAM, Map.of("JAVA_HOME", sayingJdk("25"))))
                .contains("--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void theUsersFlagsComeLast() throws Exception {
        String command = start(PROGRAM, Map.of("JAVA_HOME", sayingJdk("17.0.15"), "JAVA_OPTS", "-Xmx1g -Da=*"));

        assertThat(command).containsPattern("-XX:.*-Dpatchbook\\.home=.* -Xmx1g -Da=\\* -classpath");
    }

    /** A JDK of that version whose only skill is to print the command it was started with. */
    private String sayingJdk(String version) throws IOException {
        Path home = folder.resolve("jdk-" + version);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s ' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home.toString();
    }

    private String start(Path program, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "--help").directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.equals("PATCHBOOK_CPU") || name.equals("JAVA_OPTS"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
