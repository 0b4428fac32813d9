package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.Notebook;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guided tour points at real controls, by keyboard alone, and stands in nobody's way. */
class TourTest {
    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @BeforeEach
    void open() {
        fixture = new WindowFixture(new FakeEngine(1), WindowFixture.example(), folder, 1280, 860);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Node root() {
        return fixture.stage().getScene().getRoot();
    }

    private boolean running() {
        return Fx.call(() -> root().lookup(".tour") != null);
    }

    private String title() {
        return Fx.call(() -> ((Label) root().lookup(".tour-title")).getText());
    }

    private Bounds bounds(String selector) {
        return Fx.call(() -> {
            Node node = root().lookup(selector);
            return node.localToScene(node.getLayoutBounds());
        });
    }

    @Test
    void goesFromStopToStopByKeyboard() {
        fixture.run(Command.TOUR);
        Fx.pulses(2);
        List<String> titles = new ArrayList<>();
        while (running()) {
            Fx.pulses(2);
            titles.add(title());
            Bounds bubble = bounds(".tour-bubble");
            assertThat(bubble.getMinX()).isNotNegative();
            assertThat(bubble.getMaxX()).isLessThanOrEqualTo(1280);
            assertThat(bubble.getMinY()).isNotNegative();
            assertThat(bubble.getMaxY()).isLessThanOrEqualTo(860);
            fixture.picture("tour-" + titles.size() + "-light");
            if (titles.size() == 2) {
                Fx.press(KeyCode.LEFT);
                assertThat(title()).isEqualTo(titles.get(0));
                Fx.press(KeyCode.RIGHT);
            }
            Fx.press(KeyCode.ENTER);
        }
        assertThat(titles).hasSize(8).doesNotHaveDuplicates();
        assertThat(Fx.call(() -> fixture.stage().getScene().getFocusOwner())).isInstanceOf(CellFrame.class);
    }

    @Test
    void opensTheWelcomeNotebookAndEscapeLeaves() {
        Fx.run(() -> fixture.window().tabs().pages().stream()
                .toList()
                .forEach(page -> fixture.window().actions().run(Command.CLOSE)));
        fixture.run(Command.NEW);
        fixture.run(Command.TOUR);
        Fx.pulses(2);
        assertThat(Fx.call(() -> fixture.window().notebook().titleProperty().get()))
                .isEqualTo("A circle above a square");
        Fx.press(KeyCode.ESCAPE);
        assertThat(running()).isFalse();
    }

    @Test
    void theOutlineFollowsThePartItPointsAt() {
        fixture.run(Command.TOUR);
        Fx.pulses(2);
        Bounds before = bounds(".tour-ring");
        Fx.run(() -> fixture.stage().setWidth(1000));
        Fx.pulses(3);
        Bounds after = bounds(".tour-ring");
        assertThat(after.getWidth()).isLessThan(before.getWidth());
        Bounds card = Fx.call(() -> {
            Node node = root().lookup(".cell-card.data");
            return node.localToScene(node.getLayoutBounds());
        });
        assertThat(after.contains(card.getCenterX(), card.getCenterY())).isTrue();
    }

    @Test
    void aPartThatIsNotThereIsLeftOut() {
        fixture.run(Command.OUTLINE);
        fixture.run(Command.TOUR);
        Fx.pulses(2);
        List<String> titles = new ArrayList<>();
        while (running()) {
            titles.add(title());
            Fx.press(KeyCode.RIGHT);
        }
        assertThat(titles).hasSize(7).doesNotContain("Where you are");
    }

    @Test
    void whatIsBeneathCanBeUsedMeanwhile() {
        fixture.run(Command.TOUR);
        Fx.pulses(2);
        Node all = Fx.call(() -> root().lookup(".bar-button.run-all"));
        Fx.click(all);
        assertThat(Fx.call(() -> fixture.window().notebook().busyProperty().get()))
                .isTrue();
        assertThat(running()).isTrue();
    }

    @Test
    void inLittleRoomAndLargeLettersTheBubbleIsWhole() {
        Fx.run(() -> fixture.window().show(Notebook.empty("Other")));
        Fx.run(() -> {
            fixture.stage().setWidth(560);
            fixture.appearance().setScale(2);
            fixture.appearance().toggleTheme();
        });
        fixture.run(Command.TOUR);
        for (int i = 1; running(); i++) {
            Fx.pulses(2);
            Bounds bubble = bounds(".tour-bubble");
            assertThat(bubble.getMinX()).isNotNegative();
            assertThat(bubble.getMaxX()).isLessThanOrEqualTo(560);
            assertThat(bubble.getMaxY()).isLessThanOrEqualTo(860);
            fixture.picture("tour-small-" + i + "-dark");
            Fx.press(KeyCode.RIGHT);
        }
    }
}
