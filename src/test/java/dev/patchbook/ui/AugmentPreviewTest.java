package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed training pictures look like, beside the setting; and the warning where captions name a side. */
class AugmentPreviewTest {
    private static final String SIDES = "Pictures are mirrored, but 1000 captions name a side";

    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(double width) {
        fixture = new WindowFixture(new FakeEngine(1), WindowFixture.example(), folder, width, 900);
    }

    private void edit() {
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("first")));
        Fx.pulses(2);
        Fx.run(() -> fixture.frameNow("first").edit());
        Fx.pulses(2);
    }

    private void write(String key, String text) {
        Fx.run(() -> fixture.field(fixture.frameNow("first"), key).setText(text));
    }

    private boolean says(String text) {
        return fixture.frameNow("first").lookupAll(".label").stream()
                .filter(node -> node instanceof Label)
                .filter(AugmentPreviewTest::shown)
                .anyMatch(label -> String.valueOf(((Label) label).getText()).startsWith(text));
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private int pictures() {
        return fixture.frameNow("first")
                .lookupAll(".augment-panel .picture-view")
                .size();
    }

    @Test
    void picturesAreShownBeforeAndAtSomeStepsAsTheSettingIsWritten() {
        open(1100);
        edit();
        assertThat(Fx.call(
                        () -> fixture.frameNow("first").lookup(".augment-panel").isVisible()))
                .isFalse();
        write("Augment", "rotate 5");
        Fx.until("asked to run the data", () -> says("Run the data cell to see"));
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("scenes")));
        fixture.await("scenes", Kind.DONE);
        write("Augment", "rotate 6");
        Fx.until("pictures", () -> pictures() == 18);
        assertThat(Fx.call(() -> says("Pictures are mirrored"))).isFalse();
        write("Augment", "rotate 6, flip");
        Fx.until("the warning", () -> says(SIDES));
        assertThat(Fx.call(() -> says("step 4"))).isTrue();
        Node panel = Fx.call(() -> fixture.frameNow("first").lookup(".augment-panel"));
        Fx.picture(Fx.call(panel::getParent), "augment-light", 1);
        Fx.run(fixture.appearance()::toggleTheme);
        Fx.picture(Fx.call(panel::getParent), "augment-dark", 1);
        write("Augment", "nonsense");
        Fx.until(
                "put away",
                () -> !fixture.frameNow("first").lookup(".augment-panel").isVisible());
    }

    @Test
    void theWarningStandsAtTheCellBeforeAndWhileItRuns() {
        open(560);
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("scenes")));
        fixture.await("scenes", Kind.DONE);
        Fx.run(() -> fixture.window().notebook().reveal(new CellId("first")));
        Fx.pulses(2);
        assertThat(Fx.call(() -> says(SIDES))).isFalse();
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("first"), Map.of("augment", "flip")));
        Fx.until("before", () -> says(SIDES));
        fixture.picture("augment-warning");
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("first")));
        fixture.await("first", Kind.RUNNING);
        assertThat(Fx.call(() -> says(SIDES))).isTrue();
        Fx.run(() -> fixture.window().notebook().commands().set(new CellId("first"), Map.of("augment", "none")));
        Fx.until("gone", () -> !says(SIDES));
        edit();
        write("Augment", "flip");
        Fx.until("pictures", () -> pictures() == 18);
        Fx.run(() -> fixture.appearance().setScale(2));
        Fx.pulses(3);
        Fx.picture(fixture.frame("first"), "augment-large", 1);
        assertThat(Fx.call(() -> fixture.frameNow("first").lookupAll(".augment-panel .picture-view").stream()
                        .mapToDouble(each ->
                                each.localToScene(each.getLayoutBounds()).getMaxX())
                        .max()
                        .orElseThrow()))
                .isLessThan(560);
    }
}
