package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.chart.RunSeries;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.view.RunChart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A train cell is copied, changed and raced; both are drawn on one chart with their difference. */
class RaceTest {
    private static final String COPY = "first-2";

    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(int steps, String more) {
        String text = WindowFixture.example().replace("steps: 1500", "steps: " + steps) + more;
        fixture = new WindowFixture(new FakeEngine(2), text, folder, 1280, 980);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("first")));
        Fx.pulses(2);
        Fx.run(() -> fixture.frameNow("first").requestFocus());
        Fx.chord(List.of(KeyCode.SHIFT), KeyCode.R);
    }

    private Node bar(String id) {
        return fixture.frameNow(id).lookup(".race-bar");
    }

    private List<String> words(String id) {
        return fixture.texts(Objects.requireNonNull(Fx.call(() -> bar(id))));
    }

    private void race(String id) {
        Fx.run(() -> bar(id).lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> "Race".equals(button.getText()) && button.isVisible())
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private RunChart chart(String id) {
        return (RunChart) fixture.frameNow(id).lookup(".run-chart");
    }

    private boolean live(String id) {
        return fixture.cellNow(id).outputProperty().get() instanceof TrainOutput run
                && run.summary().isEmpty()
                && run.step() > 2;
    }

    private void stop(String id) {
        Fx.run(() -> fixture.window().notebook().commands().interrupt(new CellId(id)));
        fixture.await(id, Kind.DONE);
    }

    @Test
    void aCopyIsChangedAndRacedWithItsDifferenceOnOneChart() {
        open(100_000, "");
        assertThat(words(COPY))
                .contains(
                        "Race with “first”: both train from the beginning, a step each in turn. Earlier runs are kept.",
                        "They do not differ yet: change a setting, or their curves will be the same.");
        TextField rate = Fx.call(() -> fixture.field(fixture.frameNow(COPY), "Learning rate"));
        Fx.run(() -> rate.setText("0.0005"));
        race(COPY);
        Fx.until("both train", () -> live("first") && live(COPY));
        assertThat(words(COPY))
                .contains("Racing “first”, a step each in turn.")
                .anyMatch(text -> text.matches("“first” and this cell differ: learning-rate \\S+ and 0\\.0005\\."))
                .noneMatch(text -> text.contains("same batches"));
        Fx.until("both drawn", () -> chart(COPY) != null && chart(COPY).runs().size() == 2);
        assertThat(Fx.call(
                        () -> chart(COPY).runs().stream().map(RunSeries::name).toList()))
                .containsExactly("first-2 0001", "first 0001");
        Fx.until("the difference", () -> chart(COPY).svg().contains("first-2 0001 − first 0001"));
        int before = Fx.call(() -> chart(COPY).runs().get(1).size());
        Fx.until("it is followed", () -> chart(COPY).runs().get(1).size() > before + 5);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId(COPY)));
        for (String size : List.of("wide", "narrow-large")) {
            Fx.pulses(3);
            Fx.picture(fixture.frame(COPY), "state-race-" + size, 1);
            Fx.run(() -> {
                fixture.appearance().toggleTheme();
                fixture.appearance().setScale(2);
                fixture.stage().setWidth(560);
            });
        }
        stop(COPY);
        stop("first");
        assertThat(Fx.call(() -> chart(COPY).runs())).hasSize(2);
    }

    @Test
    void itIsSaidWhereTheTwoDoNotSeeTheSameBatchesAndTheFormIsHeld() {
        open(400, "");
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId(COPY), Map.of("batch", "8", "seed", "5")));
        assertThat(words(COPY))
                .anyMatch(text ->
                        text.matches("The two do not see the same batches: seed is 1 and 5, batch is \\d+ and 8\\."));
        Fx.run(() -> fixture.cellNow(COPY).editingProperty().set(false));
        Fx.run(() -> fixture.cellNow(COPY).editingProperty().set(true));
        Fx.pulses(2);
        TextField rate = Fx.call(() -> fixture.field(fixture.frameNow(COPY), "Learning rate"));
        Fx.run(() -> rate.setText("fast"));
        race(COPY);
        Fx.pulses(2);
        assertThat(Fx.call(() -> fixture.window().notebook().busyProperty().get()))
                .isFalse();
        fixture.run(Command.UNDO);
        fixture.run(Command.UNDO);
        assertThat(Fx.call(() -> fixture.window().notebook().cell(new CellId(COPY))))
                .isEmpty();
    }

    @Test
    void anotherTrainCellUnderWayIsCaughtUpWith() {
        String second = "\n```patchbook train\nid: second\nfrom: small\nsteps: 100000\nlearning-rate: 0.01\n```\n";
        open(100_000, second);
        MenuItem item = Fx.call(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .filter(each -> each.getText().equals("“second”"))
                .findFirst()
                .orElseThrow());
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("second")));
        Fx.until("it trains", () -> live("second"));
        Fx.run(() -> {
            item.fire();
            item.getParentPopup().hide();
        });
        assertThat(words("first")).contains("Race with “second”: it is under way, and this cell catches up with it.");
        race("first");
        Fx.until("both train", () -> live("first") && live("second"));
        Fx.until("both drawn", () -> chart("first").runs().size() == 2);
        stop("first");
        stop("second");
    }
}
