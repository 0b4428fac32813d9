package dev.patchbook.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import javafx.scene.text.Font;

/** What is settled around the toolkit's start in tests: the platform before it, the fonts after. */
final class FxSetting {
    private FxSetting() {}

    static void headlessUnlessChosen() {
        if (System.getProperty("glass.platform") == null && System.getenv("DISPLAY") == null) {
            System.setProperty("glass.platform", "Monocle");
            System.setProperty("monocle.platform", "Headless");
            System.setProperty("headless.geometry", "1600x1200-32");
            System.setProperty("prism.order", "sw");
        }
    }

    /** The project's own fonts, so that pictures are the same on every machine. */
    static void loadFonts() {
        Path assets = Path.of(System.getProperty("patchbook.assets", "assets"));
        if (!Files.isDirectory(assets)) {
            return;
        }
        try (Stream<Path> files = Files.walk(assets)) {
            files.filter(file -> file.toString().matches(".*\\.(ttf|otf)"))
                    .sorted(Comparator.naturalOrder())
                    .forEach(file -> Font.loadFont(file.toUri().toString(), 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
