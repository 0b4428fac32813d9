package dev.patchbook.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsPutIsThereAtTheNextStart() {
        Path file = folder.resolve("deep/preferences.properties");
        new FilePreferences(file).put("theme", "dark");
        assertThat(new FilePreferences(file).get("theme")).contains("dark");
        assertThat(new FilePreferences(file).get("other")).isEmpty();
    }

    @Test
    void whatAnotherWindowWroteMeanwhileStays() {
        Path file = folder.resolve("preferences.properties");
        new FilePreferences(file).put("outside-consent", "old");
        FilePreferences one = new FilePreferences(file);
        FilePreferences other = new FilePreferences(file);
        one.put("outside-consent", "");
        other.put("theme", "dark");
        assertThat(new FilePreferences(file).get("outside-consent")).contains("");
        assertThat(new FilePreferences(file).get("theme")).contains("dark");
    }

    @Test
    void aFileThatCannotBeWrittenStopsNobody() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
        FilePreferences preferences = new FilePreferences(blocked.resolve("preferences.properties"));
        preferences.put("theme", "dark");
        assertThat(preferences.get("theme")).contains("dark");
    }

    @Test
    void nonsenseIsRememberedAsNothing() {
        Appearance appearance = new Appearance(new MemoryPreferences("font-scale", "NaN", "theme", "purple"));
        assertThat(appearance.scaleProperty().get()).isEqualTo(1);
        assertThat(appearance.darkProperty().get()).isFalse();
        assertThat(new Appearance(new MemoryPreferences("font-scale", "99"))
                        .scaleProperty()
                        .get())
                .isEqualTo(2);
    }

    @Test
    void choicesAreRemembered() {
        MemoryPreferences preferences = new MemoryPreferences();
        Appearance appearance = new Appearance(preferences);
        appearance.toggleTheme();
        appearance.zoom(3);
        Appearance next = new Appearance(preferences);
        assertThat(next.darkProperty().get()).isTrue();
        assertThat(next.scaleProperty().get()).isEqualTo(1.3);
    }
}
