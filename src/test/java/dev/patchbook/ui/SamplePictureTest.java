package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.Png;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.view.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture of a person's own on a sample cell, with the real engine: opened, dropped, pasted, from outside, and none at all. */
class SamplePictureTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;

    private void open() throws IOException {
        Path file = Files.writeString(
                Files.createDirectories(folder.resolve("mine")).resolve("say.md"), SampleJourneyTest.TEXT);
        fixture = WindowFixture.opened(new LocalEngine(), file, folder, 1280, 980);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("say")));
        Fx.pulses(2);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Picture picture(int argb) {
        int[] all = new int[30 * 20];
        Arrays.fill(all, argb);
        return new Picture(30, 20, all);
    }

    private Path png(String name, int argb) throws IOException {
        return Files.write(folder.resolve(name), Png.encode(picture(argb)));
    }

    private Generation caption() {
        return ((SampleOutput) fixture.cell("say").outputProperty().get())
                .generation()
                .orElseThrow();
    }

    private String image() {
        return Fx.call(
                () -> fixture.cellNow("say").cellProperty().get().settings().getOrDefault("image", ""));
    }

    private void drop(Path file) {
        Node frame = fixture.frame("say");
        Point2D at = Fx.call(() -> frame.localToScene(200, 30));
        Drop.at(fixture.stage().getScene(), at.getX(), at.getY(), file);
    }

    @Test
    void aFileBesideTheNotebookIsOpenedAndOneOutsideIsAskedFor() throws IOException {
        open();
        drop(png("mine/red.png", 0xFFFF0000));
        fixture.await("say", Kind.DONE);
        assertThat(image()).isEqualTo("red.png");
        assertThat(caption().picture().width()).isEqualTo(30);
        assertThat(caption().resized().width()).isEqualTo(16);
        assertThat(fixture.texts(fixture.frame("say")))
                .contains("red.png", "as the model sees it: 16 × 16 pixels")
                .noneMatch(text -> text.startsWith("its own caption"));
        fixture.dialogs().choose(png("blue.png", 0xFF0000FF));
        fixture.pressText("say", "Open…");
        fixture.await("say", Kind.FAILED);
        assertThat(fixture.says("May this notebook read a file outside")).isTrue();
        fixture.pressButton("Allow for this notebook");
        fixture.await("say", Kind.DONE);
        assertThat(caption().picture().argb()[0]).isEqualTo(0xFF0000FF);
    }

    @Test
    void aPastedPictureIsKeptBesideTheNotebook() throws IOException {
        open();
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(Views.image(picture(0xFF00FF00)));
            Clipboard.getSystemClipboard().setContent(content);
            fixture.window().notebook().select(new CellId("say"));
        });
        Fx.focus(fixture.frame("say"));
        fixture.run(Command.PASTE);
        fixture.await("say", Kind.DONE);
        assertThat(image()).matches("say\\.runs/pictures/pasted-[0-9a-f]{16}\\.png");
        assertThat(folder.resolve("mine").resolve(image())).isRegularFile();
        assertThat(caption().picture().argb()[0]).isEqualTo(0xFF00FF00);
    }

    @Test
    void whatIsNoPictureIsSaidAndWithoutAFileNothingIsKept() throws IOException {
        open();
        drop(Files.writeString(folder.resolve("mine/not.png"), "no picture at all"));
        fixture.await("say", Kind.FAILED);
        assertThat(fixture.texts(fixture.frame("say"))).anyMatch(text -> text.contains("not.png"));
        fixture.close();
        String example = WindowFixture.example().replace("1500", "5");
        fixture = new WindowFixture(new FakeEngine(0), example, folder, 1280, 980);
        fixture.run(Command.RUN_ALL);
        fixture.await("caption", Kind.DONE);
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(Views.image(picture(0xFF00FF00)));
            Clipboard.getSystemClipboard().setContent(content);
        });
        fixture.pressText("caption", "Paste");
        List<String> asked = fixture.dialogs().asked();
        assertThat(asked).anyMatch(text -> text.startsWith("problem A pasted picture is kept beside the notebook"));
    }
}
