package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.DataCheck;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.MemoryPreferences;
import dev.patchbook.ui.rows.RowCounts;
import dev.patchbook.ui.rows.RowReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on rows: ten thousand of them, filtered and saved. */
class RowReportTest {
    @TempDir
    private Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private RowReport report;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.start();
        report = Fx.call(() -> new RowReport(dialogs, () -> folder));
        stage = Fx.show(report, 700, 400);
        Fx.run(() -> new Appearance(new MemoryPreferences()).install(stage.getScene()));
        Fx.run(() -> report.show(problems(), Map.of("bad-base64", 12_000L, "too-long", 345L), 12_345));
        Fx.pulses(2);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    private static List<RowProblem> problems() {
        List<RowProblem> problems = new ArrayList<>();
        for (int i = 1; i <= DataCheck.MOST_PROBLEMS; i++) {
            boolean odd = i % 100 == 0;
            problems.add(new RowProblem(
                    i,
                    i + 1L,
                    odd ? "caption" : "image",
                    odd ? "too-long" : "bad-base64",
                    odd
                            ? "The caption has 300 characters; at most 256, \"é\"."
                            : "The picture of " + i + " is no base64.",
                    "Shorten it."));
        }
        return problems;
    }

    private ListView<?> list() {
        return (ListView<?>) report.lookup(".problem-list");
    }

    private String texts() {
        StringBuilder all = new StringBuilder();
        for (Node node : report.lookupAll(".label")) {
            all.append(((Labeled) node).getText()).append('\n');
        }
        return all.toString();
    }

    @Test
    void onlyWhatIsInViewIsInTheWindow() {
        assertThat(Fx.call(() -> report.lookupAll(".list-cell").size())).isLessThan(60);
        Fx.run(() -> list().scrollTo(9_999));
        Fx.until(
                "the last one",
                () -> report.lookupAll(".list-cell").stream()
                        .anyMatch(
                                cell -> String.valueOf(cell.getAccessibleText()).startsWith("row 10000, line 10001")));
        assertThat(Fx.call(() -> report.lookupAll(".list-cell").size())).isLessThan(60);
        assertThat(Fx.call(this::texts)).contains("The first 10,000 of 12,345 are listed");
    }

    @Test
    @SuppressWarnings("unchecked")
    void kindsAndWordsNarrowIt() throws IOException {
        ComboBox<String> kinds = Fx.call(() -> (ComboBox<String>) report.lookup(".combo-box"));
        assertThat(Fx.call(() -> kinds.getConverter().toString("bad-base64"))).isEqualTo("bad base64 (12,000)");
        Fx.run(() -> kinds.setValue("too-long"));
        assertThat(Fx.call(() -> list().getItems().size())).isEqualTo(100);
        Fx.run(() -> ((TextField) report.lookup(".text-field")).setText("Row 9900 "));
        assertThat(Fx.call(() -> list().getItems().size())).isEqualTo(1);
        assertThat(Fx.call(this::texts)).contains("1 of 10,000 rows");
        Path file = folder.resolve("bad.csv");
        dialogs.choose(file);
        Fx.run(() -> report.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> "Save as CSV…".equals(button.getText()))
                .forEach(Button::fire));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "row,line,field,code,reason,remedy",
                        "9900,9901,caption,too-long,\"The caption has 300 characters; at most 256, \"\"é\"\".\",Shorten it.");
        Fx.run(() -> ((TextField) report.lookup(".text-field")).setText("nothing of the kind"));
        assertThat(Fx.call(() -> list().getItems().size())).isZero();
        assertThat(dialogs.asked()).containsExactly("save Save the row report");
    }

    @Test
    void aReportThatCannotBeWrittenIsSaid() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "no folder");
        dialogs.choose(blocked.resolve("bad.csv"));
        Fx.run(() -> report.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> "Save as CSV…".equals(button.getText()))
                .forEach(Button::fire));
        assertThat(dialogs.asked()).last().asString().startsWith("problem The report");
    }

    @Test
    void countsAreWords() {
        assertThat(RowCounts.words(97, 100)).isEqualTo("Train on 97 of 100 rows: 3 cannot be used.");
        assertThat(RowCounts.words(100, 100)).isEqualTo("All 100 rows can be used.");
        assertThat(RowCounts.words(0, 100)).isEqualTo("None of 100 rows can be used.");
    }
}
