package dev.patchbook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.source.DataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourceTest {
    @TempDir
    Path outer;

    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        folder = Files.createDirectories(outer.resolve("notes"));
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/in.csv"), "x");
        Files.writeString(outer.resolve("out.csv"), "x");
    }

    private void assertRefused(String name, boolean allowOutside, String part) {
        assertThatThrownBy(() -> DataSource.resolve(folder, name, allowOutside))
                .isInstanceOfSatisfying(UserFacingException.class, e -> {
                    assertThat(e.what() + " " + e.remedy()).contains(part);
                });
    }

    @Test
    void pathsAreRelativeToTheFolder() {
        assertThat(DataSource.resolve(folder, "sub/in.csv", false)).isEqualTo(folder.resolve("sub/in.csv"));
        assertThat(DataSource.resolve(folder, "sub/../sub/in.csv", false)).isEqualTo(folder.resolve("sub/in.csv"));
    }

    @Test
    void leavingTheFolderMustBeAllowed() {
        assertRefused("../out.csv", false, "--allow-outside");
        assertRefused(outer.resolve("out.csv").toString(), false, "--allow-outside");
        assertThat(DataSource.resolve(folder, "../out.csv", true)).isEqualTo(outer.resolve("out.csv"));
    }

    @Test
    void aLinkThatLeadsOutIsOutside() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.csv"), outer.resolve("out.csv"));
        assertRefused("link.csv", false, "--allow-outside");
        assertThat(DataSource.resolve(folder, "link.csv", true)).exists();
    }

    @Test
    void missingFilesAreExplainedWithWhatIsThere() {
        assertRefused("sub/im.csv", false, "CSV files there: in.csv");
        assertRefused("sub", false, "is a folder");
        assertRefused("none/in.csv", false, "folder");
        assertRefused(" ", false, "No file is named");
        assertRefused("a\0b", false, "not a file name");
    }

    @Test
    void samplesAreFoundByName() {
        assertThat(DataSource.resolve(folder, "sample:scenes", false)).exists().hasFileName("scenes.csv");
        assertRefused("sample:none", false, "sample:scenes, sample:three-pictures");
        assertRefused("sample:../pom", true, "There is no sample data");
    }

    @Test
    void anInstalledProgramHasItsOwnSamples() throws IOException {
        Path samples = Files.createDirectories(outer.resolve("share/sample-data"));
        Files.writeString(samples.resolve("mine.csv"), "x");
        String before = System.getProperty("patchbook.home");
        System.setProperty("patchbook.home", outer.toString());
        try {
            assertThat(DataSource.resolve(folder, "sample:mine", false)).isEqualTo(samples.resolve("mine.csv"));
            assertRefused("sample:scenes", false, "sample:mine");
        } finally {
            if (before == null) {
                System.clearProperty("patchbook.home");
            } else {
                System.setProperty("patchbook.home", before);
            }
        }
    }
}
