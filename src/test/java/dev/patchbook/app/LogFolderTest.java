package dev.patchbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogFolderTest {
    private static final Path HOME = Path.of("home");

    @Test
    void isWhereEachSystemKeepsLogs() {
        assertThat(LogFolder.of("Linux", HOME, Map.of())).isEqualTo(HOME.resolve(".local/state/patchbook"));
        assertThat(LogFolder.of("Mac OS X", HOME, Map.of())).isEqualTo(HOME.resolve("Library/Logs/Patchbook"));
        assertThat(LogFolder.of("Windows 11", HOME, Map.of())).isEqualTo(HOME.resolve("AppData/Local/Patchbook/Logs"));
    }

    @Test
    void followsTheEnvironment() {
        assertThat(LogFolder.of("Linux", HOME, Map.of("XDG_STATE_HOME", "state")))
                .isEqualTo(Path.of("state", "patchbook"));
        assertThat(LogFolder.of("Linux", HOME, Map.of("XDG_STATE_HOME", " ")))
                .isEqualTo(HOME.resolve(".local/state/patchbook"));
        assertThat(LogFolder.of("Windows 11", HOME, Map.of("LOCALAPPDATA", "local")))
                .isEqualTo(Path.of("local", "Patchbook", "Logs"));
    }
}
