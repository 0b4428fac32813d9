package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.local.LocalEngine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job in the window with the real engine: everything a person does, on the smallest preset. */
class MainJobIT {
    @TempDir
    private Path folder;

    @Test
    void fromDataToCaption() {
        MainJob job = new MainJob(new LocalEngine(), folder, "real-");
        try (WindowFixture window = job.fixture()) {
            job.set("small", Map.of("preset", "tiny"));
            job.set("first", Map.of("steps", "1000000", "evaluate-every", "50"));
            job.set("caption", Map.of("max-tokens", "24"));
            job.run();
            assertThat(job.caption()).isNotNull();
            assertThat(window.dialogs().asked()).isEmpty();
        }
    }
}
