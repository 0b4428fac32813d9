package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.MemoryPreferences;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help, the desktop's colours, and the window's place. */
class HelpTest {
    @TempDir
    private Path folder;

    private final MemoryPreferences preferences = new MemoryPreferences("open-notebooks", "");

    private WindowFixture start(double... size) {
        return WindowFixture.started(new FakeEngine(1), folder, preferences, size);
    }

    @Test
    void helpTellsOfTheProgramAndWhereTheLogIs() {
        try (WindowFixture fixture = start(900, 600)) {
            fixture.run(Command.ABOUT);
            assertThat(fixture.dialogs().asked().get(0)).contains("Patchbook test", "JavaFX", "Apache", "Open Font");
            fixture.run(Command.LOG);
            Fx.until("the folder is told", () -> fixture.dialogs().asked().size() == 2);
            assertThat(fixture.dialogs().asked().get(1)).contains(folder.toString());
        }
    }

    @Test
    void theDesktopsColoursAreTakenUntilAPersonChooses() {
        Fx.start();
        Appearance appearance = new Appearance(preferences);
        appearance.desktop(() -> Optional.of(true));
        Fx.until("dark as the desktop", () -> appearance.darkProperty().get());
        assertThat(new Appearance(preferences).darkProperty().get())
                .as("known at the next start before the desktop has answered")
                .isTrue();
        Fx.run(appearance::toggleTheme);
        Fx.run(appearance::askDesktop);
        assertThat(appearance.darkProperty().get()).isFalse();
        assertThat(new Appearance(preferences).followsDesktop()).isFalse();
        Fx.run(appearance::followDesktop);
        Fx.until("dark again", () -> appearance.darkProperty().get());
    }

    @Test
    void theWindowsPlaceIsRemembered() {
        try (WindowFixture fixture = start(760, 540)) {
            fixture.run(Command.QUIT);
        }
        assertThat(preferences.get("window")).contains("0,0,760,540,normal");
    }
}
