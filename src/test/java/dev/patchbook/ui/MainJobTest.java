package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job in the window, and what can go wrong in it, over an engine that only pretends. */
class MainJobTest {
    @TempDir
    private Path folder;

    private MainJob job;
    private WindowFixture fixture;

    @BeforeEach
    void open() {
        job = new MainJob(new FakeEngine(10), folder, "cell-");
        fixture = job.fixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void fromDataToCaption() {
        job.set("first", Map.of("steps", "100000", "evaluate-every", "10"));
        job.run();
        assertThat(job.caption()).contains("circle");
    }

    @Test
    void aFailureIsSaidInTheCellAndMendedThere() {
        job.set("scenes", Map.of("file", "missing.csv"));
        fixture.press("scenes", "Run this cell");
        fixture.await("scenes", Kind.FAILED);
        CellFrame frame = fixture.frame("scenes");
        assertThat(fixture.texts(frame)).anyMatch(text -> text.contains("There is no file “missing.csv”"));
        assertThat(fixture.texts(frame)).anyMatch(text -> text.contains("Check the spelling"));
        Fx.picture(frame, "cell-failed", 2);

        job.set("scenes", Map.of("file", "sample:scenes"));
        fixture.press("scenes", "Run this cell");
        fixture.await("scenes", Kind.DONE);
        assertThat(fixture.texts(frame)).noneMatch(text -> text.contains("missing.csv"));
    }

    @Test
    void changingSettingsMarksWhatFollowsStale() {
        fixture.press("small", "Run this cell");
        fixture.await("small", Kind.DONE);
        CellFrame frame = fixture.frame("small");
        Node sentence = Fx.call(() -> frame.lookup(".sentence"));
        Fx.run(((Button) sentence)::fire);
        Fx.pulses(2);
        Fx.run(() -> fixture.field(frame, "Vision blocks").setText("2"));
        Fx.pulses(1);
        fixture.pressText("small", "Apply");
        Fx.pulses(1);
        assertThat(fixture.cell("small").sentenceProperty().get()).contains("2 × 96");
        assertThat(fixture.cell("small").statusProperty().get().kind()).isEqualTo(Kind.STALE);
        fixture.run(Command.UNDO);
        Fx.pulses(1);
        assertThat(fixture.cell("small").statusProperty().get().kind()).isEqualTo(Kind.DONE);
    }

    @Test
    void aWrongSettingIsSaidBesideItsField() {
        CellFrame frame = fixture.frame("small");
        Fx.run(frame::edit);
        Fx.pulses(2);
        Fx.run(() -> fixture.field(frame, "Heads").setText("many"));
        Fx.pulses(1);
        assertThat(fixture.texts(frame)).anyMatch(text -> text.contains("a whole number"));
        Fx.run(() -> fixture.field(frame, "Heads").setText("5"));
        Fx.pulses(1);
        fixture.pressText("small", "Apply");
        Fx.pulses(2);
        assertThat(fixture.texts(frame)).anyMatch(text -> text.contains("multiple of heads"));
        assertThat(fixture.cell("small").editingProperty().get()).isTrue();
        Fx.picture(frame, "cell-form-wrong", 2);
    }

    @Test
    void aCellIsRenamedAndWhatBuildsOnItFollows() {
        fixture.press("scenes", "Run this cell");
        fixture.await("scenes", Kind.DONE);
        CellFrame frame = fixture.frame("scenes");
        Fx.run(frame::edit);
        Fx.pulses(2);
        Fx.run(() -> fixture.field(frame, "Name").setText("small"));
        Fx.pulses(1);
        assertThat(fixture.texts(frame)).anyMatch(text -> text.contains("called so"));
        Fx.run(() -> fixture.field(frame, "Name").setText("drawings"));
        Fx.pulses(1);
        fixture.pressText("scenes", "Apply");
        Fx.pulses(2);
        assertThat(fixture.cell("drawings").statusProperty().get().kind()).isEqualTo(Kind.DONE);
        assertThat(fixture.cell("small").linksProperty().get().fromWords()).isEqualTo("from drawings");
    }

    @Test
    void whatACellBuildsOnIsChosenInItsForm() {
        CellFrame frame = fixture.frame("caption");
        Fx.run(frame::edit);
        Fx.pulses(2);
        fixture.toggle(frame, "Builds on small");
        Fx.pulses(1);
        fixture.pressText("caption", "Apply");
        Fx.pulses(1);
        assertThat(fixture.cell("caption").linksProperty().get().fromWords()).isEqualTo("from small");
    }
}
