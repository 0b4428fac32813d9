package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window shows what of a model trains, and what is frozen or has adapters. */
class WhatTrainsTest {
    private static final String NOTEBOOK = """
            ---
            patchbook: 1
            title: Some parts train
            ---

            ```patchbook data
            id: scenes
            file: sample:scenes
            ```

            ```patchbook model
            id: small
            ```

            ```patchbook train
            id: learning
            lora: rank 4, alpha 8, query+value of decoder
            stages: projector 6; projector+lora 30
            ```
            """;

    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<String> wordsNow() {
        return fixture.frameNow("learning").lookupAll(".training-picture").stream()
                .filter(Node::isVisible)
                .map(Node::getAccessibleText)
                .toList();
    }

    private Set<Node> boxes(String cell, String style) {
        return Fx.call(() -> fixture.frameNow(cell).lookupAll(".model-box." + style));
    }

    @Test
    void modelAndRunShowWhatIsFrozenAndWhatHasAdapters() {
        fixture = new WindowFixture(new FakeEngine(2), NOTEBOOK, folder, 1100, 900);
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("learning")));
        fixture.await("learning", Kind.DONE);
        Fx.pulses(2);
        assertThat(Fx.call(this::wordsNow))
                .singleElement()
                .asString()
                .startsWith("Stage 2 of 2: projector, lora train, ")
                .contains("vision transformer frozen; projector trains; causal decoder frozen, adapters train: ")
                .endsWith("language head frozen");
        assertThat(boxes("learning", "frozen")).hasSize(3);
        assertThat(boxes("learning", "adapted")).hasSize(1);
        assertThat(boxes("small", "frozen")).hasSize(2);
        assertThat(fixture.texts(fixture.frame("small")))
                .anyMatch(text -> text.startsWith("learning at first trains "));
        assertThat(Fx.call(() -> fixture.cellNow("learning").sentenceProperty().get()))
                .contains("36 steps");
        both();

        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("learning"), without()));
        Fx.pulses(2);
        assertThat(boxes("small", "frozen")).isEmpty();
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("learning")));
        Fx.until("the second run", () -> wordsNow().isEmpty());
        fixture.await("learning", Kind.DONE);
    }

    private static Map<String, String> without() {
        return Map.of("lora", "none", "stages", "none");
    }

    private void both() {
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("small")));
        fixture.picture("trains-light");
        Fx.run(fixture.appearance()::toggleTheme);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("learning")));
        fixture.picture("trains-dark");
        Fx.run(fixture.appearance()::toggleTheme);
    }
}
