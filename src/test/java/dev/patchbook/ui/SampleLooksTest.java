package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.session.Branch;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view of a sample cell, as pictures: in both themes, in a narrow window, with large letters. */
class SampleLooksTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;
    private SampleDriver sample;

    private void open(double width, double scale, boolean dark) {
        fixture =
                new WindowFixture(new FakeEngine(0), WindowFixture.example().replace("1500", "20"), folder, width, 980);
        Fx.run(() -> fixture.appearance().setScale(scale));
        if (dark) {
            Fx.run(fixture.appearance()::toggleTheme);
        }
        fixture.run(Command.RUN_ALL);
        fixture.await("caption", Kind.DONE);
        sample = new SampleDriver(fixture, "caption");
        sample.reveal();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void picture(String name) {
        Fx.pulses(2);
        Fx.picture(fixture.frame("caption"), "sample-" + name, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "wide-light, 1280, 1, false",
        "wide-dark, 1280, 1, true",
        "narrow-light, 560, 1, false",
        "narrow-dark, 560, 1, true",
        "large-light, 1000, 2, false",
        "large-dark, 1000, 2, true"
    })
    void ofEveryView(String name, double width, double scale, boolean dark) {
        open(width, scale, dark);
        picture("whole-" + name);
        sample.select(4);
        sample.pick(2);
        Fx.until("a branch", () -> !branches().isEmpty());
        sample.press("Start");
        for (int i = 0; i < 9; i++) {
            sample.press("Step");
        }
        sample.knob("temperature", 1.4);
        sample.knob("top-k", 3);
        picture("write-" + name);
        sample.enter("Seed", "4");
        sample.press("Step");
        Fx.until("another branch", () -> branches().size() == 2);
        sample.look("Branches");
        picture("branches-" + name);
        sample.look("Many");
        sample.press("Write 10");
        Fx.until("samples", () -> now().samples().isPresent());
        sample.press("Write one for every validation picture");
        Fx.until("captions", () -> now().captions().isPresent());
        picture("many-" + name);
        sample.look("Both ways");
        sample.press("Write it with the articles' loop, too");
        Fx.until("both", () -> sample.saysNow("They part at character 11"));
        picture("both-" + name);
    }

    private SampleOutput now() {
        return (SampleOutput) fixture.cellNow("caption").outputProperty().get();
    }

    private List<Branch> branches() {
        return now().branches();
    }

    @Test
    void whileItIsWrittenAndBefore() {
        fixture = new WindowFixture(
                new FakeEngine(120), WindowFixture.example().replace("1500", "20"), folder, 1280, 980);
        sample = new SampleDriver(fixture, "caption");
        sample.reveal();
        picture("empty");
        fixture.run(Command.RUN_ALL);
        Fx.until(
                "characters",
                () -> fixture.cellNow("caption").outputProperty().get() instanceof SampleOutput now
                        && now.tokens().size() > 4
                        && now.generation().isEmpty());
        picture("running");
        fixture.await("caption", Kind.DONE);
        assertThat(sample.drawn()).startsWith("a␣");
    }
}
