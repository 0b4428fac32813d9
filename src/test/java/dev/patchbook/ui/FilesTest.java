package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Dialogs.Unsaved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, saving and leaving. */
class FilesTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @BeforeEach
    void open() {
        fixture = new WindowFixture(new FakeEngine(2), WindowFixture.example(), folder, 1000, 700);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void edit() {
        fixture.delete("caption");
        Fx.pulses(1);
    }

    private boolean unsaved() {
        return Fx.call(() -> fixture.window().document().unsavedProperty().get());
    }

    @Test
    void anUntouchedNotebookIsSavedByteForByte() throws IOException {
        Path file = folder.resolve("mine.md");
        fixture.dialogs().choose(file);
        assertThat(Fx.call(fixture.window()::save)).isTrue();
        assertThat(Files.readString(file)).isEqualTo(WindowFixture.example());
        assertThat(unsaved()).isFalse();
    }

    @Test
    void anEditIsUnsavedUntilSavedOrTakenBack() {
        assertThat(unsaved()).isFalse();
        edit();
        assertThat(unsaved()).isTrue();
        fixture.run(Command.UNDO);
        assertThat(unsaved()).isFalse();
        edit();
        fixture.dialogs().choose(folder.resolve("mine.md"));
        Fx.run(fixture.window()::save);
        assertThat(unsaved()).isFalse();
        assertThat(fixture.stage().getTitle()).isEqualTo("A circle above a square – Patchbook");
    }

    @Test
    void opensAnotherNotebook() throws IOException {
        Path file = folder.resolve("other.md");
        Files.writeString(file, "---\npatchbook: 1\ntitle: Other\n---\n\nHello\n");
        fixture.dialogs().choose(file);
        Fx.run(fixture.window()::open);
        assertThat(Fx.call(() -> fixture.window().notebook().titleProperty().get()))
                .isEqualTo("Other");
        assertThat(fixture.stage().getTitle()).isEqualTo("Other – Patchbook");
    }

    @Test
    void whatIsNoNotebookIsSaidAndNothingIsLost() throws IOException {
        Path file = folder.resolve("no.md");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        fixture.dialogs().choose(file);
        Fx.run(fixture.window()::open);
        assertThat(fixture.dialogs().asked()).anyMatch(text -> text.startsWith("problem"));
        assertThat(Fx.call(() -> fixture.window().notebook().titleProperty().get()))
                .isEqualTo("A circle above a square");
    }

    @Test
    void closingAsksForUnsavedChanges() {
        edit();
        fixture.dialogs().answer(Unsaved.CANCEL);
        assertThat(requestClose()).as("stays").isTrue();
        fixture.dialogs().answer(Unsaved.SAVE);
        fixture.dialogs().choose(folder.resolve("mine.md"));
        assertThat(requestClose()).as("leaves").isFalse();
        assertThat(folder.resolve("mine.md")).exists();
    }

    /** Whether the window refused to close. */
    private boolean requestClose() {
        return Fx.call(() -> {
            WindowEvent event = new WindowEvent(fixture.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
            Event.fireEvent(fixture.stage(), event);
            return fixture.stage().isShowing();
        });
    }
}
