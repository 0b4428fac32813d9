package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every closer look into a model that was trained a little, drawn in both themes to {@code target/pictures/inside}. */
@Timeout(900)
class InsidePicturesIT {
    private static final String NOTEBOOK = """
            ---
            patchbook: 1
            title: Inside
            ---

            ```patchbook data
            id: scenes
            file: sample:scenes
            ```

            ```patchbook model
            id: small
            variant: %s
            patch-size: 16
            vision-width: 48
            decoder-width: 48
            ```

            ```patchbook train
            id: learning
            steps: 150
            ```

            ```patchbook patches
            id: cut
            ```

            ```patchbook attention
            id: look
            ```

            ```patchbook images
            id: all
            ```

            ```patchbook compare
            id: sides
            from: [small, learning]
            ```
            """;

    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void withOneVisualToken() {
        draw("standard");
    }

    @Test
    void withAllPatchesAsTokens() {
        draw("git");
    }

    private void draw(String variant) {
        fixture = new WindowFixture(new LocalEngine(2), NOTEBOOK.formatted(variant), folder, 1100, 1000);
        for (String cell : List.of("cut", "look", "all", "sides")) {
            Fx.run(() -> fixture.window().notebook().commands().run(new CellId(cell)));
            Fx.until(cell, () -> fixture.cellNow(cell).statusProperty().get().kind() == Kind.DONE, 500);
        }
        Map.of("cut", List.of("filters", "nearest", "lab"), "look", List.of("vision", "text", "characters", "lens"))
                .forEach((cell, views) -> views.forEach(view -> draw(variant, cell, "view", view)));
        List.of("attention", "norm", "position", "caption").forEach(view -> draw(variant, "sides", "view", view));
        List.of("pca", "tsne").forEach(method -> draw(variant, "all", "method", method));
    }

    private void draw(String variant, String cell, String key, String view) {
        Fx.run(() -> {
            fixture.window().notebook().commands().set(new CellId(cell), Map.of(key, view));
            fixture.window().notebook().reveal(new CellId(cell));
        });
        Fx.until(view + " is computed", () -> !waits(fixture.frameNow(cell)), 120);
        for (String theme : List.of("light", "dark")) {
            Fx.pulses(3);
            Path file = Fx.picture(fixture.frame(cell), "inside/" + variant + "-" + view + "-" + theme, 1);
            assertThat(file).isNotEmptyFile();
            Fx.run(() -> fixture.appearance().toggleTheme());
        }
    }

    /** Whether something is still computed: a bar is seen. */
    private static boolean waits(Node frame) {
        return frame.lookupAll(".progress-bar").stream().anyMatch(InsidePicturesIT::seen);
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
