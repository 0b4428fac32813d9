package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving and copying what cells show, and the report, from the window and by keyboard. */
class ExportsTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @BeforeEach
    void runEverything() {
        fixture =
                new WindowFixture(new FakeEngine(0), WindowFixture.example().replace("1500", "60"), folder, 1200, 900);
        Fx.run(() -> fixture.window().actions().run(Command.RUN_ALL));
        fixture.await("caption", Kind.DONE);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** The menu that opens with the key, while the cell has the keyboard. */
    private ContextMenu menu(String cell) {
        CellFrame frame = fixture.frame(cell);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId(cell)));
        Fx.focus(frame);
        Fx.press(KeyCode.E);
        Fx.until("the menu of " + cell, () -> showing().isPresent());
        return Fx.call(() -> showing().orElseThrow());
    }

    private static Optional<ContextMenu> showing() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing)
                .findFirst();
    }

    private static List<String> titles(ContextMenu menu) {
        return Fx.call(() -> menu.getItems().stream()
                .map(MenuItem::getText)
                .filter(Objects::nonNull)
                .toList());
    }

    private Path saved(String cell, String title, String item, String name) {
        Path file = folder.resolve(name);
        fixture.dialogs().choose(file);
        fire(cell, title, item);
        return file;
    }

    private void fire(String cell, String title, String item) {
        ContextMenu menu = menu(cell);
        Fx.run(() -> {
            Menu sub = (Menu) menu.getItems().stream()
                    .filter(each -> title.equals(each.getText()))
                    .findFirst()
                    .orElseThrow();
            sub.getItems().stream()
                    .filter(each -> item.equals(each.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
        });
    }

    @Test
    void everyCellOffersItsPicturesAndTablesByKey() {
        List<String> all = new ArrayList<>();
        for (String cell : List.of("scenes", "small", "first", "pieces", "looks", "caption")) {
            ContextMenu menu = menu(cell);
            all.addAll(titles(menu));
            Fx.run(menu::hide);
        }
        assertThat(all)
                .containsExactly(
                        "Rows in view",
                        "Examples",
                        "Rows that cannot be used",
                        "Captions by length, characters",
                        "Characters by frequency",
                        "Words by frequency",
                        "Pictures by size, pixels",
                        "Pictures by mean brightness, % from black to white",
                        "Diagram",
                        "Parts of the model, in the order the data flows",
                        "Loss chart",
                        "What the chart shows",
                        "Training loss of each step",
                        "Looks at the validation rows",
                        "Patches",
                        "Picture",
                        "Length of each patch's embedding",
                        "Attention",
                        "Map shown: block 0, head 0, CLS",
                        "Entropy and distance of each head",
                        "Weight of each patch for CLS, by block and head",
                        "Weight of each token for the last one, by block and head",
                        "Picture",
                        "Picture as the model sees it",
                        "Caption and candidates",
                        "Each character and what else it could have been",
                        "Its own caption, as the model reads it");
    }

    @Test
    void whatIsComparedIsOfferedAsPictureAndTables() throws IOException {
        Fx.run(() -> fixture.window().notebook().commands().cells().add(6, CellKind.COMPARE));
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("compare")));
        fixture.await("compare", Kind.DONE);
        ContextMenu menu = menu("compare");
        assertThat(titles(menu))
                .containsExactly(
                        "Side by side",
                        "Block 0, head 0: softmax weights of the CLS query",
                        "Length of each patch's embedding, before positions are added",
                        "What each side writes",
                        "The own caption by character, on either side");
        Fx.run(menu::hide);
        Path svg = saved("compare", "Side by side", "Save as SVG…", "difference.svg");
        assertThat(Jsoup.parse(Files.readString(svg), "", Parser.xmlParser())
                        .select("svg")
                        .attr("aria-label"))
                .startsWith("Right − left: “first, run 1, step 60” less “first, run 1, step 20”");
        Path csv = saved("compare", "Block 0, head 0: softmax weights of the CLS query", "Save as CSV…", "maps.csv");
        assertThat(Files.readAllLines(csv).get(0)).isEqualTo("patch,row,column,left,right,right − left");
    }

    @Test
    void chartsAreSavedAsPngAndSvg() throws IOException {
        Path png = saved("first", "Loss chart", "Save as PNG…", "loss.png");
        assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(400);
        Path svg = saved("first", "Loss chart", "Save as SVG…", "loss.svg");
        Document drawing = Jsoup.parse(Files.readString(svg), "", Parser.xmlParser());
        assertThat(drawing.select("svg").attr("aria-label")).startsWith("Loss chart, 60 steps");
        assertThat(drawing.select("path")).hasSizeGreaterThan(4);
        assertThat(drawing.select("text").eachText()).contains("training", "validation", "learning rate");
        Path map = saved("looks", "Attention", "Save as SVG…", "map.svg");
        assertThat(Jsoup.parse(Files.readString(map), "", Parser.xmlParser())
                        .select("rect")
                        .size())
                .isGreaterThan(64);
        Path picture = saved("caption", "Picture", "Save as PNG…", "picture.png");
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(192);
    }

    @Test
    void tablesAreSavedAndCopiedAsCsv() throws IOException {
        Path csv = saved("first", "Training loss of each step", "Save as CSV…", "losses.csv");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(61);
        assertThat(lines.get(0)).isEqualTo("step,training loss,learning rate,gradient norm,milliseconds");
        fire("scenes", "Examples", "Copy as CSV");
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("part,row,caption\r\ntrain,0,");
        fire("pieces", "Picture", "Copy the picture");
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().hasImage())).isTrue();
    }

    @Test
    void numbersAreShownAsATableUntilEscape() {
        fire("first", "Training loss of each step", "Show as a table");
        Fx.pulses(2);
        Stage stage = Fx.call(() -> Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(each -> each.getTitle().startsWith("Training loss"))
                .findFirst()
                .orElseThrow());
        Fx.picture(stage.getScene().getRoot(), "table-window", 1);
        TableView<?> table = Fx.call(() -> (TableView<?>) stage.getScene().lookup(".table-view"));
        assertThat(Fx.call(() -> table.getItems().size())).isEqualTo(60);
        assertThat(Fx.call(() -> table.getColumns().get(1).getCellData(0)))
                .asString()
                .matches("[0-9.]+");
        assertThat(Fx.call(table::getAccessibleText)).isEqualTo("Training loss of each step, 60 rows");
        Fx.press(KeyCode.ESCAPE);
        assertThat(Fx.call(stage::isShowing)).isFalse();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        fixture.dialogs().choose(folder.resolve("none/loss.png"));
        fire("first", "Loss chart", "Save as PNG…");
        assertThat(fixture.dialogs().asked())
                .anyMatch(text -> text.startsWith("problem ") && text.contains("loss.png"));
    }

    @Test
    void theReportIsSavedAndItsPlaceSaid() throws IOException {
        Path page = folder.resolve("my report.html");
        fixture.dialogs().choose(page);
        Fx.run(() -> fixture.window().actions().run(Command.REPORT));
        Fx.until("the report", () -> fixture.dialogs().asked().contains("saved my report.html"));
        Document report = Jsoup.parse(Files.readString(page));
        assertThat(report.title()).isEqualTo("A circle above a square");
        assertThat(report.select(".cell")).hasSize(6);
        assertThat(report.select(".muted").get(0).text()).startsWith("6 of 6 cells done");
    }

    @Test
    void aReportNeverTakesTheNotebooksPlace() throws IOException {
        Path notebook = folder.resolve("mine.md");
        fixture.dialogs().choose(notebook);
        Fx.run(() -> fixture.window().actions().run(Command.SAVE));
        String before = Files.readString(notebook);
        Fx.run(() -> fixture.window().actions().run(Command.REPORT));
        assertThat(fixture.dialogs().asked()).anyMatch(text -> text.endsWith("is the notebook itself."));
        assertThat(Files.readString(notebook)).isEqualTo(before);
    }
}
