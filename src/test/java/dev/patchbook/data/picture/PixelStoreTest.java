package dev.patchbook.data.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PixelStoreTest {
    @TempDir
    Path folder;

    private static byte[] values(int i) {
        byte[] values = new byte[1000];
        Arrays.fill(values, (byte) i);
        return values;
    }

    @Test
    void whatDoesNotFitInMemoryIsReadFromDisk() {
        PixelStore store = new PixelStore(folder.resolve("cache"), 3500, 1 << 20);
        List<Supplier<byte[]>> kept = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            kept.add(store.keep(values(i)));
            assertThat(kept.get(i).get()).isEqualTo(values(i));
        }
        assertThat(store.onDisk()).isEqualTo(97_000);
        for (int i = 0; i < 100; i++) {
            assertThat(kept.get(i).get()).isEqualTo(values(i));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // there the name goes with the program
    void theFileHasNoNameThatCouldBeLeftBehind() throws IOException {
        PixelStore store = new PixelStore(folder, 0, 1 << 20);
        Supplier<byte[]> kept = store.keep(values(7));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        assertThat(kept.get()).isEqualTo(values(7));
    }

    @Test
    void theDiskIsBoundedToo() throws IOException {
        PixelStore store = new PixelStore(folder, 0, 1500);
        store.keep(values(1));
        assertThatThrownBy(() -> store.keep(values(2)))
                .isInstanceOf(UserFacingException.class)
                .extracting(e -> ((UserFacingException) e).remedy())
                .asString()
                .contains("image-size");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new PixelStore(file, 0, 1500).keep(values(1))).isInstanceOf(UserFacingException.class);
    }
}
