package dev.patchbook.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.ImageUse;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.ui.Fx;
import dev.patchbook.ui.fx.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilmStripTest {
    private final List<Double> heard = new ArrayList<>();
    private FilmStrip strip;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.start();
        Fonts.load();
        strip = Fx.call(() -> new FilmStrip((pin, of) -> new Label(pin)));
        strip.setOnPointed(heard::add);
        stage = Fx.show(Fx.call(() -> new StackPane(strip)), 800, 400);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    private static Evaluated look(long step, String... captions) {
        return new Evaluated(step, 2.5, List.of(captions), List.of("validation 0", "train 3"), ImageUse.NONE);
    }

    private ListView<?> list() {
        return (ListView<?>) strip.lookup(".film-list");
    }

    private Node row(String words) {
        return Fx.call(() -> strip.lookupAll(".strip-row").stream()
                .filter(node -> node.isVisible()
                        && String.valueOf(node.getAccessibleText()).startsWith(words))
                .findFirst()
                .orElseThrow());
    }

    private List<String> spoken() {
        return Fx.call(this::spokenNow);
    }

    private List<String> spokenNow() {
        return strip.lookupAll(".strip-row").stream()
                .filter(node -> node.isVisible() && node.getAccessibleText() != null)
                .map(node -> node.getAccessibleText())
                .toList();
    }

    @Test
    void keysGoFromRowToRowAndPointAtTheirStep() {
        Fx.run(() -> strip.show(List.of(look(10, "a red", "a"), look(20, "a red circle", "a"))));
        Fx.pulses(2);
        assertThat(spoken())
                .contains("Step 20, validation loss 2.50; validation picture 0: a red circle, new: circle;"
                        + " training picture 3: a");
        Fx.focus(list());
        assertThat(Fx.call(() -> list().getAccessibleText()))
                .startsWith("Pinned pictures, ")
                .contains("2 rows");
        Fx.press(KeyCode.END, KeyCode.UP);
        assertThat(heard).endsWith(20.0, 10.0);
        Fx.press(KeyCode.ESCAPE);
        assertThat(heard).endsWith(10.0, Double.NaN);
    }

    @Test
    void theMousePointsAndGoesBackToTheRowChosen() {
        Fx.run(() -> strip.show(List.of(look(10, "a red", "a"), look(20, "a red circle", "a"))));
        Fx.until("the rows' height", () -> list().getHeight() == list().prefHeight(list().getWidth()));
        Fx.pulses(3);
        Fx.focus(list());
        Fx.press(KeyCode.HOME);
        Fx.move(row("Step 10,"), 300, 4);
        Fx.move(row("Step 20,"), 300, 8);
        Fx.until("the second row", () -> heard.get(heard.size() - 1) == 20);
        Fx.move(list(), 300, -20);
        Fx.until("the row chosen", () -> heard.get(heard.size() - 1) == 10);
    }

    @Test
    void aStepPointedAtElsewhereMarksItsRow() {
        Fx.run(() -> strip.show(IntStream.range(0, 300)
                .mapToObj(i -> look(10L * i, "a " + i, "b"))
                .toList()));
        Fx.pulses(3);
        Fx.run(() -> strip.follow(57));
        Fx.pulses(2);
        assertThat(strip.pointed()).isEqualTo(5);
        assertThat(heard).isEmpty();
        assertThat(spoken()).anyMatch(words -> words.startsWith("Step 50,"));
        Fx.run(() -> strip.follow(Double.NaN));
        assertThat(strip.pointed()).isEqualTo(-1);
        Fx.until("the newest again", () -> spokenNow().stream().anyMatch(words -> words.startsWith("Step 2,990,")));
    }

    @Test
    void ofHundredsOnlyThoseInViewAreMadeAndTheNewestIsSeen() {
        List<Evaluated> looks = new ArrayList<>(IntStream.range(0, 400)
                .mapToObj(i -> look(10L * i, "a " + i, "b"))
                .toList());
        Fx.run(() -> strip.show(List.copyOf(looks)));
        Fx.pulses(3);
        assertThat(spoken()).hasSizeLessThan(60).anyMatch(words -> words.startsWith("Step 3,990,"));
        looks.add(look(4000, "a", "b"));
        Fx.run(() -> strip.show(List.copyOf(looks)));
        Fx.until(
                "the row that was added",
                () -> spokenNow().stream().anyMatch(words -> words.startsWith("Step 4,000,")));
        Fx.focus(list());
        Fx.press(KeyCode.HOME);
        looks.add(look(4010, "a", "b"));
        Fx.run(() -> strip.show(List.copyOf(looks)));
        Fx.pulses(3);
        assertThat(spoken())
                .anyMatch(words -> words.startsWith("Step 0,"))
                .noneMatch(words -> words.startsWith("Step 4,010"));
    }

    @Test
    void inLittleRoomPicturesAreTurnedOver() {
        Fx.run(() -> {
            stage.setWidth(280);
            strip.show(List.of(new Evaluated(40, 1, List.of("one", "two", "three"))));
        });
        Fx.until("one column", () -> strip.inView().equals(List.of("validation 0")));
        Fx.run(() -> strip.lookupAll(".button").stream()
                .filter(node -> "The next pinned pictures".equals(node.getAccessibleText()))
                .forEach(node -> ((javafx.scene.control.Button) node).fire()));
        assertThat(strip.inView()).containsExactly("validation 1");
        Fx.pulses(2);
        assertThat(spoken()).containsExactly("Step 40, validation loss 1.00; validation picture 1: two");
    }

    @Test
    void rowsMadeInMuchRoomHaveAsManyColumnsAsThereIsRoomForLater() {
        List<Evaluated> looks = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(i -> look(10L * i, "a " + i, "b"))
                .toList());
        Fx.run(() -> strip.show(List.copyOf(looks)));
        Fx.pulses(3);
        Fx.run(() -> {
            stage.setWidth(280);
            strip.setStyle("-fx-font-size: 26;");
        });
        Fx.until("one column", () -> strip.inView().equals(List.of("validation 0")));
        for (int i = 30; i < 33; i++) {
            looks.add(look(10L * i, "a " + i, "b"));
            Fx.run(() -> strip.show(List.copyOf(looks)));
            Fx.pulses(1);
        }
        Fx.focus(list());
        Fx.press(KeyCode.HOME);
        Fx.pulses(2);
        assertThat(spoken()).isNotEmpty().noneMatch(words -> words.contains("training picture"));
        Fx.press(KeyCode.END);
        Fx.pulses(2);
        assertThat(spoken()).isNotEmpty().noneMatch(words -> words.contains("training picture"));
    }
}
