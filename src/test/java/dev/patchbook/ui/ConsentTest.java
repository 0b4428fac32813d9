package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.MemoryPreferences;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files outside of a notebook's folder: asked for, refused, allowed, remembered by place, taken back. */
class ConsentTest {
    private static final String TEXT =
            "---\npatchbook: 1\ntitle: Mine\n---\n\n```patchbook data\nid: birds\nfile: ../far/birds.csv\n```\n";

    private static final String QUESTION = "May this notebook read a file outside";

    @TempDir
    private Path folder;

    private final MemoryPreferences preferences = new MemoryPreferences("outline", "true");
    private WindowFixture fixture;
    private Path notebook;

    @BeforeEach
    void write() throws IOException {
        Path far = Files.createDirectories(folder.resolve("far"));
        Files.writeString(far.resolve("birds.csv"), "image;caption\n1;a red circle\n2;a blue one\n");
        Files.writeString(far.resolve("other.csv"), "image;caption\n1;a red circle\n");
        notebook = Files.writeString(
                Files.createDirectories(folder.resolve("mine")).resolve("mine.md"), TEXT);
        open(notebook);
    }

    private void open(Path file) {
        fixture = WindowFixture.started(new FakeEngine(1), folder, preferences, 1280, 900);
        Fx.run(() -> fixture.window().open(file));
        Fx.pulses(2);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void run() {
        fixture.press("birds", "Run");
    }

    @Test
    void nothingIsReadBeforeItIsAllowedAndThatIsRemembered() throws IOException {
        String before = Files.readString(notebook);
        run();
        fixture.await("birds", Kind.FAILED);
        assertThat(fixture.says(QUESTION)).isTrue();
        assertThat(fixture.says(folder.resolve("far/birds.csv").toRealPath().toString()))
                .isTrue();
        fixture.pressButton("Not now");
        assertThat(fixture.says(QUESTION)).isFalse();
        run();
        Fx.until("the question again", () -> fixture.frameNow("birds").lookup(".ask") != null);
        fixture.pressButton("Allow for this notebook");
        fixture.await("birds", Kind.DONE);
        assertThat(fixture.says(QUESTION)).isFalse();
        assertThat(Files.readString(notebook))
                .as("the notebook itself allows nothing")
                .isEqualTo(before);
        fixture.close();
        open(notebook);
        run();
        fixture.await("birds", Kind.DONE);
    }

    @Test
    void aCopyElsewhereAndAnotherFileAreAskedForAnew() throws IOException {
        run();
        fixture.await("birds", Kind.FAILED);
        fixture.pressButton("Allow for this notebook");
        fixture.await("birds", Kind.DONE);
        fixture.close();
        Path copy = Files.createDirectories(folder.resolve("copy")).resolve("mine.md");
        Files.copy(notebook, copy);
        open(copy);
        run();
        fixture.await("birds", Kind.FAILED);
        assertThat(fixture.says(QUESTION)).isTrue();
        fixture.close();
        Files.writeString(notebook, TEXT.replace("birds.csv", "other.csv"));
        open(notebook);
        run();
        fixture.await("birds", Kind.FAILED);
        assertThat(fixture.says(QUESTION)).isTrue();
    }

    @Test
    void whatWasAllowedIsTakenBack() {
        run();
        fixture.await("birds", Kind.FAILED);
        assertThat(Fx.call(() -> fixture.window().actions().enabled(Command.OUTSIDE)))
                .isFalse();
        fixture.pressButton("Allow for this notebook");
        fixture.await("birds", Kind.DONE);
        fixture.run(Command.OUTSIDE);
        fixture.pressButton("Take back");
        assertThat(fixture.says("Nothing is allowed.")).isTrue();
        Fx.press(KeyCode.ESCAPE);
        run();
        fixture.await("birds", Kind.FAILED);
        assertThat(preferences.get("outside-consent")).contains("");
    }

    @Test
    void whoSavesTheNotebookElsewhereKeepsWhatWasAllowedAndIsAskedForTheRest() throws IOException {
        Files.writeString(notebook, TEXT + "\n```patchbook data\nid: near\nfile: near.csv\n```\n");
        Files.writeString(folder.resolve("mine/near.csv"), "image;caption\n1;a red circle\n");
        fixture.close();
        open(notebook);
        run();
        fixture.await("birds", Kind.FAILED);
        fixture.pressButton("Allow for this notebook");
        fixture.await("birds", Kind.DONE);
        Path other = Files.createDirectories(folder.resolve("deep/er")).resolve("mine.md");
        fixture.dialogs().choose(other);
        fixture.run(Command.SAVE_AS);
        assertThat(Files.readString(other)).contains("../../far/birds.csv").contains("../../mine/near.csv");
        run();
        fixture.await("birds", Kind.DONE);
        fixture.press("near", "Run");
        fixture.await("near", Kind.FAILED);
        assertThat(fixture.says(QUESTION)).isTrue();
        fixture.close();
        open(other);
        run();
        fixture.await("birds", Kind.DONE);
    }

    @Test
    void theSheetAsksBeforeItReads() {
        ImportDriver driver = new ImportDriver(fixture);
        fixture.press("birds", "Choose data");
        driver.says(QUESTION);
        assertThat(Fx.call(() ->
                        driver.table() == null || driver.table().getItems().isEmpty()))
                .isTrue();
        driver.press("Not now");
        driver.says("Nothing was read");
        driver.press("Allow…");
        driver.press("Allow for this notebook");
        driver.rows(2);
        Fx.press(KeyCode.ESCAPE);
        run();
        fixture.await("birds", Kind.FAILED); // given up: it was allowed for the look alone
        fixture.press("birds", "Choose data");
        driver.press("Allow for this notebook");
        driver.press("Use and run");
        fixture.await("birds", Kind.DONE);
    }

    @Test
    void picturesThatRowsNameAreAskedForInTheReport() throws IOException {
        Files.writeString(folder.resolve("mine/rows.csv"), "image;caption\n1;a red circle\n../far/x.png;a blue one\n");
        Files.writeString(notebook, TEXT.replace("../far/birds.csv", "rows.csv"));
        fixture.close();
        open(notebook);
        run();
        fixture.await("birds", Kind.DONE);
        assertThat(fixture.says("May this notebook read pictures outside")).isTrue();
        fixture.pressButton("Allow for this notebook");
        fixture.await("birds", Kind.DONE);
        assertThat(preferences.get("outside-consent").orElse("")).contains("rows.csv");
    }
}
