package dev.patchbook.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.JsonLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
    @TempDir
    Path folder;

    private static JsonLine line(int step) {
        return new JsonLine().put("step", step);
    }

    @Test
    void whatCannotBeWrittenIsKeptUntilItCan() throws IOException {
        Path path = Files.createDirectory(folder.resolve("lines"));
        try (LineFile file = new LineFile(path)) {
            assertThatThrownBy(() -> file.append(line(1))).isInstanceOf(UnwritableException.class);
            assertThatThrownBy(() -> file.append(line(2))).isInstanceOf(UnwritableException.class);
            assertThatThrownBy(file::flush).isInstanceOf(UnwritableException.class);
            Files.delete(path);
            file.flush();
            file.flush();
            file.append(line(3));
        }
        assertThat(path).hasContent("{\"step\":1}\n{\"step\":2}\n{\"step\":3}");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNamed() {
        LineFile file = new LineFile(Path.of("/dev/full"));
        assertThatThrownBy(() -> file.append(line(1)))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContaining("The disk is full");
    }

    @Test
    void linesAreAddedToThoseThereAre() throws IOException {
        Path path = Files.writeString(folder.resolve("lines"), "{\"step\":1}\n");
        try (LineFile file = new LineFile(path)) {
            file.append(line(2));
        }
        assertThat(path).hasContent("{\"step\":1}\n{\"step\":2}");
    }
}
