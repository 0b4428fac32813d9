package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Dialogs.Unsaved;
import dev.patchbook.ui.fx.MemoryPreferences;
import dev.patchbook.ui.start.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start of the program shows: the start page, examples, recent notebooks, what was open last; files dropped. */
class StartTest {
    @TempDir
    private Path folder;

    private final MemoryPreferences preferences = new MemoryPreferences();
    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void start(double... size) {
        fixture = WindowFixture.started(
                new FakeEngine(1), folder, preferences, size.length == 0 ? new double[] {1280, 900} : size);
    }

    private void notFirst() {
        preferences.put("open-notebooks", "");
    }

    private Path notebook(String title) throws IOException {
        Path file = folder.resolve(title + ".md");
        Files.writeString(file, "---\npatchbook: 1\ntitle: " + title + "\n---\n\nHello\n");
        return file;
    }

    private List<String> names() {
        return Fx.call(() -> fixture.window().tabs().pages().stream()
                .map(page -> page.nameProperty().get())
                .toList());
    }

    private String front() {
        return Fx.call(() ->
                fixture.window().tabs().current().orElseThrow().nameProperty().get());
    }

    private Node lookup(String accessible) {
        return Fx.call(() -> fixture.stage().getScene().getRoot().lookupAll("*").stream()
                .filter(node -> String.valueOf(node.getAccessibleText()).startsWith(accessible))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing called " + accessible)));
    }

    @Test
    void theVeryFirstStartShowsTheWelcomeNotebookAndOffersTheTour() {
        start();
        assertThat(names()).containsExactly("Start", "A circle above a square");
        assertThat(front()).isEqualTo("A circle above a square");
        assertThat(fixture.texts(fixture.stage().getScene().getRoot())).contains("New here?");
        fixture.pictures("start-first");
        Fx.press(KeyCode.ESCAPE);
        assertThat(fixture.texts(fixture.stage().getScene().getRoot())).doesNotContain("New here?");
    }

    @Test
    void everyExampleOpensFromItsCardAsACopy() {
        notFirst();
        start();
        for (Example example : Example.values()) {
            fixture.run(Command.START);
            Fx.pulses(2);
            Fx.focus(lookup(example.title() + ". "));
            Fx.press(KeyCode.ENTER);
            assertThat(front()).isEqualTo(example.title());
            assertThat(Fx.call(() -> fixture.window().document().file())).isEmpty();
            assertThat(Fx.call(
                            () -> fixture.window().document().unsavedProperty().get()))
                    .isFalse();
        }
        assertThat(names()).hasSameSizeAs(Example.values()).doesNotContain("Start");
    }

    @Test
    void theStartPageLooksRight() throws IOException {
        notFirst();
        preferences.put("recent-notebooks", notebook("Mine") + "\n" + folder.resolve("gone.md"));
        start();
        Node row = lookup("Open " + folder.resolve("Mine.md"));
        Fx.until(
                "missing is seen",
                () -> !fixture.stage()
                        .getScene()
                        .getRoot()
                        .lookupAll(".recent-row:disabled")
                        .isEmpty());
        assertThat(Fx.call(() -> fixture.stage().getScene().getFocusOwner().getAccessibleText()))
                .startsWith(Example.WELCOME.title());
        fixture.pictures("start-page");
        Fx.run(() -> fixture.stage().setWidth(560));
        fixture.pictures("start-page-narrow");
        Fx.run(() -> fixture.appearance().setScale(2));
        Fx.pulses(2);
        fixture.pictures("start-page-200");
        Fx.run(() -> fixture.appearance().setScale(1));
        Fx.pulses(2);
        Fx.focus(row);
        Fx.press(KeyCode.SPACE);
        assertThat(front()).isEqualTo("Mine");
    }

    @Test
    void aMissingRecentNotebookSaysSoAndIsTakenOffTheList() {
        notFirst();
        preferences.put("recent-notebooks", folder.resolve("gone.md").toString());
        start();
        Node root = Fx.call(() -> fixture.stage().getScene().getRoot());
        Fx.until(
                "missing is seen", () -> !root.lookupAll(".recent-row:disabled").isEmpty());
        Fx.run(((Button) lookup("Take gone.md off"))::fire);
        assertThat(preferences.get("recent-notebooks")).contains("");
        assertThat(fixture.texts(root)).noneMatch(text -> text.contains("gone.md"));
    }

    @Test
    void whatWasOpenComesBack() throws IOException {
        notFirst();
        start();
        Path one = notebook("One");
        Path two = notebook("Two");
        Fx.run(() -> fixture.window().open(one));
        Fx.run(() -> fixture.window().open(two));
        fixture.run(Command.PREVIOUS_TAB);
        fixture.close();
        start();
        assertThat(names()).containsExactly("One", "Two");
        assertThat(front()).isEqualTo("One");
        assertThat(preferences.get("recent-notebooks")).contains(two + "\n" + one);
    }

    @Test
    void leavingAsksOnceForAllThatIsUnsaved() throws IOException {
        notFirst();
        start();
        Path one = notebook("One");
        Path two = notebook("Two");
        for (Path file : List.of(one, two)) {
            Fx.run(() -> fixture.window().open(file));
            Fx.run(() -> fixture.window().notebook().commands().cells().add(1, CellKind.MODEL));
        }
        fixture.run(Command.QUIT);
        assertThat(fixture.dialogs().asked()).containsExactly("unsaved One, Two");
        assertThat(Fx.call(() -> fixture.stage().isShowing())).isTrue();
        fixture.dialogs().answer(Unsaved.SAVE);
        fixture.run(Command.QUIT);
        assertThat(Fx.call(() -> fixture.stage().isShowing())).isFalse();
        assertThat(Files.readString(one)).contains("patchbook model");
        assertThat(Files.readString(two)).contains("patchbook model");
    }

    @Test
    void theLastTabGivesWayToTheStartPageAndThatToNothing() {
        notFirst();
        start();
        fixture.run(Command.NEW);
        assertThat(names()).containsExactly("Untitled");
        fixture.run(Command.CLOSE);
        assertThat(names()).containsExactly("Start");
        fixture.run(Command.CLOSE);
        assertThat(Fx.call(() -> fixture.stage().isShowing())).isFalse();
    }

    @Test
    void aDroppedNotebookIsOpenedAndACsvBeginsOne() throws IOException {
        notFirst();
        start();
        Path csv = folder.resolve("my birds.csv");
        Files.writeString(csv, "image;caption\n1;a red circle\n");
        Path picture = folder.resolve("bird.PNG");
        Files.writeString(picture, "");
        Drop.over(fixture.stage().getScene(), csv);
        fixture.picture("drop-light");
        Drop.files(fixture.stage().getScene(), notebook("Mine"), csv, picture);
        assertThat(names()).containsExactly("Mine", "bird");
        assertThat(Fx.call(() -> fixture.cellNow("caption").cellProperty().get().settings()))
                .containsEntry("image", "bird.PNG");
        new ImportDriver(fixture).use();
        assertThat(names()).containsExactly("Mine", "bird", "my birds");
        assertThat(Fx.call(() -> fixture.cellNow("data").cellProperty().get().settings()))
                .containsEntry("file", "my birds.csv");
        assertThat(Fx.call(() -> fixture.window().notebook().cells().stream()
                        .map(cell -> cell.cellProperty().get().kind())
                        .toList()))
                .containsExactly(CellKind.NOTE, CellKind.DATA, CellKind.MODEL, CellKind.TRAIN, CellKind.SAMPLE);
        assertThat(Fx.call(() ->
                        fixture.window().notebook().cell(new CellId("caption")).isPresent()))
                .isTrue();
    }

    @Test
    void whatCannotBeOpenedIsSaid() throws IOException {
        notFirst();
        start();
        Path other = folder.resolve("talk.pptx");
        Files.writeString(other, "");
        Drop.files(fixture.stage().getScene(), other);
        assertThat(fixture.dialogs().asked())
                .singleElement()
                .asString()
                .contains("talk.pptx")
                .contains("not a file");
        assertThat(names()).containsExactly("Start");
    }

    @Test
    void aDroppedFolderAndListBeginANotebookTogether() throws IOException {
        notFirst();
        start();
        Path pictures = Files.createDirectories(folder.resolve("birds"));
        Path list = Files.writeString(folder.resolve("Cats.JSONL"), "image;caption\n3;a cat\n");
        Drop.files(fixture.stage().getScene(), pictures, list);
        new ImportDriver(fixture).use();
        assertThat(names()).containsExactly("birds");
        assertThat(Fx.call(() -> fixture.cellNow("data").cellProperty().get().settings()))
                .containsEntry("file", "birds, Cats.JSONL");
    }

    @Test
    void yourOwnCsvBeginsANotebook() throws IOException {
        notFirst();
        start();
        Path csv = folder.resolve("birds.csv");
        Files.writeString(csv, "image;caption\n1;a red circle\n");
        fixture.dialogs().choose(csv);
        fixture.run(Command.OWN_PICTURES);
        new ImportDriver(fixture).use();
        assertThat(front()).isEqualTo("birds");
        fixture.dialogs().choose(Files.createDirectories(folder.resolve("photos")));
        fixture.run(Command.OWN_FOLDER);
        new ImportDriver(fixture).use();
        assertThat(front()).isEqualTo("photos");
        assertThat(fixture.dialogs().asked()).contains("folder Choose a folder of pictures");
    }
}
