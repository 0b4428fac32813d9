package dev.patchbook.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files settings name, and whether they lie outside. */
class NamedFilesTest {
    @TempDir
    private Path given;

    private List<Path> outside(Path folder, String... settings) {
        return NamedFiles.outside(folder, NamedFiles.of(folder, Map.of(settings[0], settings[1])));
    }

    @Test
    void whatLiesOutsideIsFoundHoweverItIsWritten() throws IOException {
        Path root = given.toRealPath();
        Path folder = Files.createDirectories(root.resolve("mine/sub")).getParent();
        Path far = Files.writeString(root.resolve("far.csv"), "");
        Files.createSymbolicLink(folder.resolve("link.csv"), far);
        assertThat(outside(folder, "file", "a.csv, sub/../b.csv, sample:scenes"))
                .isEmpty();
        assertThat(outside(folder, "file", "a.csv, ../far.csv")).containsExactly(far);
        assertThat(outside(folder, "file", far.toString())).containsExactly(far);
        assertThat(outside(folder, "file", "sub/../../far.csv")).containsExactly(far);
        assertThat(outside(folder, "file", "link.csv"))
                .as("a link that leads out")
                .containsExactly(far);
        assertThat(outside(folder, "alphabet", "../letters.txt")).containsExactly(root.resolve("letters.txt"));
        assertThat(outside(folder, "image", "../x.png")).containsExactly(root.resolve("x.png"));
        assertThat(outside(folder, "image", "validation 3")).isEmpty();
        assertThat(outside(folder, "file", "../a\0b")).as("no path at all").isEmpty();
    }

    @Test
    void allMustBeAllowedAndThereMustBeSome() {
        Path one = Path.of("/a/one.csv");
        Path two = Path.of("/b/two.csv");
        assertThat(NamedFiles.allIn(Set.of(one), List.of(one, two))).isFalse();
        assertThat(NamedFiles.allIn(Set.of(one, two), List.of(one, two))).isTrue();
        assertThat(NamedFiles.allIn(Set.of(one), List.of())).isFalse();
    }
}
