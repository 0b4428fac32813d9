package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many captions in the window: with progress, stopped, sorted, saved, and the way to a picture that went wrong. */
class SampleManyTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;
    private SampleDriver sample;

    @BeforeEach
    void run() {
        fixture =
                new WindowFixture(new FakeEngine(10), WindowFixture.example().replace("1500", "5"), folder, 1280, 980);
        fixture.run(Command.RUN_ALL);
        fixture.await("caption", Kind.DONE);
        sample = new SampleDriver(fixture, "caption");
        sample.reveal();
        sample.look("Many");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private SampleOutput now() {
        return (SampleOutput) fixture.cellNow("caption").outputProperty().get();
    }

    @Test
    void longWorkSaysHowFarItIsAndIsStopped() {
        sample.enter("How many captions", "none");
        assertThat(sample.says("Write a whole number from 1 to 1,000.")).isTrue();
        sample.enter("How many captions", "1000");
        Fx.until("progress", () -> sample.saysNow("writing captions, "));
        ProgressBar bar = sample.all(ProgressBar.class).get(0);
        Fx.until("the bar", () -> bar.getProgress() > 0);
        Button stop = sample.all(Button.class).stream()
                .filter(each -> "Stop: Write 1000".equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        Fx.run(stop::fire);
        assertThat(sample.says("Stopped: nothing was kept.")).isTrue();
        assertThat(Fx.call(() -> now().samples())).isEmpty();
        sample.enter("How many captions", "3");
        Fx.until("samples", () -> now().samples().isPresent());
        assertThat(fixture.texts(fixture.frame("caption"))).anyMatch(text -> text.contains("among 3 ·"));
    }

    @Test
    void everyCaptionIsTheWorstFirstSortedSavedAndLookedAt() throws IOException {
        sample.press("Write one for every validation picture");
        Fx.until("captions", () -> now().captions().isPresent());
        Fx.pulses(2);
        assertThat(sample.says("40 pictures: right to the letter 75.0 %")).isTrue();
        @SuppressWarnings("unchecked")
        TableView<List<Object>> table =
                (TableView<List<Object>>) sample.all(TableView.class).get(0);
        assertThat(Fx.call(() -> table.getItems().get(0).get(1))).isEqualTo(36L);
        Fx.run(() -> {
            TableColumn<List<Object>, ?> row = table.getColumns().get(1);
            table.getSortOrder().add(row);
        });
        Fx.pulses(1);
        assertThat(Fx.call(() -> table.getItems().get(9).get(1)))
                .as("by number, not by letters")
                .isEqualTo(9L);

        Path csv = folder.resolve("captions.csv");
        fixture.dialogs().choose(csv);
        sample.press("Save as CSV…");
        assertThat(Files.readAllLines(csv)).hasSize(41).first().asString().contains("character error rate");

        Fx.run(() -> table.getSelectionModel().select(12));
        sample.press("Look at this picture");
        assertThat(Fx.call(() -> fixture.cellNow("caption").cellProperty().get().settings()))
                .containsEntry("image", "validation 12");
        Fx.until(
                "its caption",
                () -> now().generation()
                        .filter(done -> done.settings().image().equals("validation 12"))
                        .isPresent());
    }
}
