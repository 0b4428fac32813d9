package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Choosing data, asking to read outside, and the row report: each in a wide window, a narrow one and with large letters. */
class ImportPicturesTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;
    private StatePicturesTest.Look look;

    private void open(StatePicturesTest.Look is, String text) throws IOException {
        look = is;
        Path notebook = Files.writeString(
                Files.createDirectories(folder.resolve("mine")).resolve("mine.md"), text);
        fixture = WindowFixture.opened(new FakeEngine(1), notebook, folder, is.width(), is.height());
        Fx.run(() -> fixture.appearance().setScale(is.scale()));
        Fx.pulses(2);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Node root() {
        return fixture.stage().getScene().getRoot();
    }

    private void picture(String name) {
        String full = "import-" + name + "-" + look.name().toLowerCase(Locale.ROOT);
        fixture.picture(full + "-light");
        Fx.run(fixture.appearance()::toggleTheme);
        fixture.picture(full + "-dark");
        Fx.run(fixture.appearance()::toggleTheme);
        assertThat(Fx.call(() -> root().lookupAll(".import-panel .button").stream()
                        .filter(Labeled.class::isInstance)
                        .filter(node -> node.getStyleClass().contains("accent"))
                        .allMatch(node ->
                                node.localToScene(node.getLayoutBounds()).getMaxX()
                                        <= node.getScene().getWidth())))
                .as("nothing is cut at the right")
                .isTrue();
    }

    static String messy(int rows) {
        StringBuilder text = new StringBuilder("Nr;Das Bild;Was man sieht;split\n");
        for (int i = 0; i < rows; i++) {
            String picture = i == 2 ? "n/a" : i == 7 ? "" : Integer.toString(i);
            String caption = FakePictures.caption(i) + (i == 4 ? ", seen from far away on a clear morning" : "");
            text.append(i + 1)
                    .append(';')
                    .append(picture)
                    .append(';')
                    .append(caption)
                    .append(";train\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(StatePicturesTest.Look.class)
    void ofChoosing(StatePicturesTest.Look is) throws IOException {
        open(is, "---\npatchbook: 1\ntitle: Mine\n---\n\n```patchbook data\nid: birds\n```\n");
        Path csv = Files.writeString(folder.resolve("mine/vögel.csv"), messy(40));
        Drop.files(fixture.stage().getScene(), csv);
        ImportDriver driver = new ImportDriver(fixture);
        driver.says("has no column");
        picture("columns");
        driver.column("Picture column", "Das Bild");
        driver.column("Caption column", "Was man sieht");
        driver.rows(8);
        picture("rows");
        driver.write("Longest caption", "45");
        Fx.run(() -> root().lookupAll(".import-panel .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(each -> "Longer captions cut".equals(each.getAccessibleText()))
                .forEach(ToggleButton::fire));
        driver.says("1 caption is changed");
        picture("cut");
        driver.press("Check all rows");
        driver.says("Train on 38 of 40 rows");
        picture("report");
    }

    @ParameterizedTest
    @EnumSource(StatePicturesTest.Look.class)
    void ofAsking(StatePicturesTest.Look is) throws IOException {
        open(is, "---\npatchbook: 1\ntitle: Mine\n---\n\n```patchbook data\nid: birds\nfile: ../far/birds.csv\n```\n");
        Path far = Files.createDirectories(folder.resolve("far"));
        Files.writeString(
                far.resolve("birds.csv"), messy(40).replace("Das Bild", "image").replace("Was man sieht", "caption"));
        fixture.press("birds", "Run");
        fixture.await("birds", Kind.FAILED);
        picture("ask-cell");
        fixture.run(Command.CHOOSE_DATA);
        Fx.pulses(2);
        picture("ask-sheet");
        Fx.press(KeyCode.ESCAPE);
        fixture.pressButton("Allow for this notebook");
        fixture.await("birds", Kind.DONE);
        Fx.run(() -> ((Hyperlink) fixture.frameNow("birds").lookup(".problem-summary")).fire());
        Fx.pulses(2);
        Fx.run(() -> fixture.window().view().setVvalue(1));
        picture("cell-report");
        fixture.run(Command.OUTSIDE);
        picture("allowed");
    }
}
