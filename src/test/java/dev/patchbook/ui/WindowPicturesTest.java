package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window in the states a person meets, as pictures to look at, in both themes. */
class WindowPicturesTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(double width, double height, long delay) {
        fixture = new WindowFixture(new FakeEngine(delay), WindowFixture.example(), folder, width, height);
    }

    private void column(String name) {
        Fx.pulses(2);
        Fx.picture(Fx.call(() -> fixture.window().view().getContent()), name, 1);
    }

    @Test
    void notRun() {
        open(1280, 980, 2);
        fixture.pictures("window-first");
        assertThat(fixture.cell("first").statusProperty().get().kind()).isEqualTo(Kind.IDLE);
    }

    @Test
    void everythingDone() {
        open(1280, 980, 2);
        fixture.run(Command.RUN_ALL);
        fixture.await("first", Kind.RUNNING);
        Fx.until(
                "some steps",
                () -> fixture.cellNow("first").statusProperty().get().share() > 0.5);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("first")));
        fixture.pictures("window-running");
        fixture.await("caption", Kind.DONE);
        column("column-light");
        Fx.run(fixture.appearance()::toggleTheme);
        column("column-dark");
    }

    @Test
    void formFailureAndStale() {
        open(1280, 980, 1);
        fixture.run(Command.RUN_ALL);
        fixture.await("caption", Kind.DONE);
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("scenes"), Map.of("file", "missing.csv")));
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("scenes")));
        fixture.await("scenes", Kind.FAILED);
        CellFrame small = fixture.frame("small");
        Fx.run(small::edit);
        Fx.pulses(2);
        fixture.pictures("window-failed");
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("small")));
        fixture.pictures("window-form");
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("looks")));
        fixture.pictures("window-stale");
    }

    @Test
    void smallWindow() {
        open(900, 600, 1);
        fixture.run(Command.RUN_ALL);
        fixture.await("caption", Kind.DONE);
        fixture.pictures("window-small");
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("first")));
        fixture.picture("window-small-train");
        Fx.run(() -> fixture.appearance().setScale(2));
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("first")));
        fixture.picture("window-small-200");
        column("column-small-200");
    }

    @Test
    void longTextsAndOddCells() {
        String odd = """
                ---
                patchbook: 1
                title: A notebook with a title so long that it needs more than one line of a window that is not so wide
                ---

                # A heading

                A note with a-word-that-does-not-end-anywhere-because-nobody-thought-of-a-space-in-it-at-all-ever-so-it-runs-on and `code`.

                ```patchbook data
                id: a-data-cell-with-a-rather-long-name-indeed
                file: a/folder/within/a/folder/within/a/folder/with-a-long-name/and-a-file-with-a-long-name-too.csv
                ```

                ```patchbook model
                id: faulty
                heads: many
                ```

                ```patchbook diffusion
                id: later
                steps: 3
                ```
                """;
        fixture = new WindowFixture(new FakeEngine(1), odd, folder, 900, 900);
        Fx.run(() ->
                fixture.window().notebook().commands().run(new CellId("a-data-cell-with-a-rather-long-name-indeed")));
        fixture.await("a-data-cell-with-a-rather-long-name-indeed", Kind.FAILED);
        fixture.pictures("window-odd");
        assertThat(fixture.texts(fixture.frame("later"))).anyMatch(text -> text.contains("does not know"));
        assertThat(fixture.texts(fixture.frame("faulty"))).anyMatch(text -> text.contains("heads"));
    }

    @Test
    void writingANoteAndAnEmptyNotebook() {
        open(1000, 700, 1);
        Fx.run(() -> fixture.window().notebook().commands().cells().add(1, CellKind.NOTE));
        Fx.pulses(2);
        Fx.type(fixture.stage().getScene(), "## Findings\n\nIt **looks** at shapes first.\n\n- one\n- two");
        fixture.pictures("window-note");
        Fx.run(() -> {
            while (!fixture.window().notebook().cells().isEmpty()) {
                fixture.window().notebook().commands().cells().delete();
            }
        });
        fixture.pictures("window-empty");
        assertThat(Fx.call(() -> fixture.window().notebook().cells())).isEmpty();
    }
}
