package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.Places;
import dev.patchbook.store.Untitled;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window says of a notebook as a file: left unsaved, changed or deleted by others, open elsewhere. */
class TrustTest {
    @TempDir
    private Path folder;

    private Path file;
    private WindowFixture fixture;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("mine.md"), WindowFixture.example());
    }

    private void open() {
        fixture = WindowFixture.opened(new FakeEngine(2), file, folder, 900, 700);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private String title() {
        return Fx.call(() -> fixture.window().notebook().titleProperty().get());
    }

    private boolean unsaved() {
        return Fx.call(() -> fixture.window().document().unsavedProperty().get());
    }

    private void edit(String title) {
        Fx.run(() -> fixture.window().notebook().commands().writeTitle(title));
        Fx.pulses(1);
    }

    private void untilSaid(String text) {
        Fx.until(text, () -> fixture.window() != null && said(text));
    }

    private boolean said(String text) {
        return fixture.stage().getScene().getRoot().lookupAll(".notice-what").stream()
                .anyMatch(node -> ((Label) node).getText().contains(text));
    }

    @Test
    void whatWasNotSavedIsOfferedAndBroughtBack() throws IOException {
        Path recovery = Files.createDirectories(folder.resolve("mine.runs")).resolve("recovery.md");
        Files.writeString(
                recovery,
                WindowFixture.example()
                        .replace("A circle above", "A star above")
                        .replace("steps: 1500", "steps: 900"));
        open();
        untilSaid("Patchbook was closed before “mine.md” was saved");
        assertThat(title()).isEqualTo("A circle above a square");
        assertThat(unsaved()).isFalse();
        fixture.pressButton("Compare");
        assertThat(fixture.says("+") || fixture.says("title: A star")).isTrue();
        fixture.picture("trust-recovery");
        Fx.run(() -> fixture.appearance().toggleTheme());
        fixture.picture("trust-recovery-dark");
        fixture.pressButton("Restore");
        assertThat(title()).isEqualTo("A star above a square");
        assertThat(unsaved()).isTrue();
        assertThat(fixture.says("Patchbook was closed")).isFalse();
        fixture.run(Command.SAVE);
        assertThat(Files.readString(file)).contains("A star above", "steps: 900");
        Fx.until("nothing to recover", () -> !Files.exists(recovery));
    }

    @Test
    void whatIsBeingWrittenInANoteIsKeptToo() {
        open();
        CellId note = Fx.call(() -> fixture.window().notebook().cells().get(0).id());
        Fx.run(() -> fixture.window().notebook().reveal(note));
        Fx.run(() -> fixture.window().view().frame(note).orElseThrow().edit());
        Fx.pulses(2);
        Fx.type(fixture.stage().getScene(), " Written a moment ago.");
        Path recovery = folder.resolve("mine.runs/recovery.md");
        Fx.until("the draft", () -> {
            try {
                return Files.exists(recovery) && Files.readString(recovery).contains("Written a moment ago.");
            } catch (IOException e) {
                return false;
            }
        });
        assertThat(fixture.window().notebook().notebook().cells().get(0).text()).doesNotContain("Written");
    }

    @Test
    void whatWasNotSavedCanBeGivenUp() throws IOException {
        Path recovery = Files.createDirectories(folder.resolve("mine.runs")).resolve("recovery.md");
        Files.writeString(recovery, WindowFixture.example().replace("circle", "star"));
        open();
        fixture.pressButton("Open the saved file");
        assertThat(title()).isEqualTo("A circle above a square");
        Fx.until("given up", () -> !Files.exists(recovery));
        assertThat(fixture.says("Patchbook was closed")).isFalse();
    }

    @Test
    void aChangeOnDiskIsShownAndNeverOverwrittenUnasked() throws IOException {
        open();
        edit("Here");
        String there = WindowFixture.example().replace("A circle above a square", "There");
        Files.writeString(file, there);
        fixture.run(Command.SAVE);
        assertThat(fixture.dialogs().asked()).anyMatch(text -> text.startsWith("problem mine.md was changed"));
        assertThat(Files.readString(file)).isEqualTo(there);
        untilSaid("“mine.md” was changed by another program");
        fixture.pressButton("Compare");
        fixture.picture("trust-changed");
        fixture.pressButton("Close");
        fixture.pressButton("Keep mine");
        Fx.until("decided", () -> !said("was changed"));
        fixture.run(Command.SAVE);
        assertThat(Files.readString(file)).contains("title: Here");
        Files.writeString(file, there);
        untilSaid("“mine.md” was changed by another program");
        fixture.pressButton("Reload");
        assertThat(title()).isEqualTo("There");
        assertThat(unsaved()).isFalse();
        fixture.run(Command.UNDO);
        assertThat(title()).isEqualTo("Here");
    }

    @Test
    void aDeletedFileIsSavedAgainWhenAskedFor() throws IOException {
        open();
        Files.delete(file);
        untilSaid("“mine.md” is no longer where it was");
        fixture.pressButton("Save again");
        assertThat(Files.readString(file)).isEqualTo(WindowFixture.example());
        Fx.until("all well", () -> !said("no longer"));
    }

    @Test
    void aNotebookOpenElsewhereIsReadOnlyAndSavedUnderAnotherName() throws IOException {
        open();
        try (WindowFixture second = WindowFixture.opened(new FakeEngine(2), file, folder.resolve("2"), 560, 700)) {
            WindowFixture first = fixture;
            fixture = second;
            untilSaid("“mine.md” is open elsewhere: another window");
            second.picture("trust-elsewhere");
            edit("Other");
            fixture.run(Command.SAVE);
            assertThat(second.dialogs().asked()).anyMatch(text -> text.startsWith("problem mine.md is open"));
            Path copy = folder.resolve("copy.md");
            second.dialogs().choose(copy);
            second.pressButton("Save as…");
            assertThat(Files.readString(copy)).contains("title: Other");
            assertThat(second.says("“mine.md” is open elsewhere")).isFalse();
            fixture = first;
        }
        assertThat(Files.readString(file)).isEqualTo(WindowFixture.example());
    }

    @Test
    void outputsAreThereAgainAndSayThatTheyAreFromBefore() {
        open();
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("pieces")));
        fixture.await("scenes", CellStatus.Kind.DONE);
        fixture.await("small", CellStatus.Kind.DONE);
        Fx.until("kept", () -> Files.exists(folder.resolve("mine.runs/outputs/small.json")));
        fixture.close();
        open();
        fixture.await("small", CellStatus.Kind.DONE);
        assertThat(Fx.call(() -> fixture.cellNow("small").statusProperty().get().word()))
                .endsWith("· earlier");
        assertThat(Fx.call(() -> fixture.cellNow("small").outputProperty().get()))
                .isNotNull();
        fixture.picture("trust-earlier");
    }

    @Test
    void aNotebookThatWasNeverSavedIsThereAgain() throws IOException {
        Path home = folder.resolve("home");
        Places places = Untitled.places(home, NotebookFormat.read("---\npatchbook: 1\n---\n"), Optional.empty());
        Files.writeString(
                places.runs().resolve("recovery.md"), WindowFixture.example().replace("circle", "star"));
        open();
        Fx.run(() -> fixture.window().recover(Untitled.left(home)));
        Fx.pulses(2);
        assertThat(title()).isEqualTo("A star above a square");
        assertThat(unsaved()).isTrue();
        untilSaid("was never saved");
    }
}
