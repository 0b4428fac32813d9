package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.TraceLook.Way;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import dev.patchbook.ui.view.CaptionChips;
import dev.patchbook.ui.view.TraceView;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The patches behind the character chosen, beside a caption's chips: asked for, followed, told in other ways. */
class SampleTraceTest {
    private static final int GRID = 3;

    @TempDir
    private Path folder;

    private WindowFixture fixture;
    private SampleDriver sample;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(FakeEngine engine, String variant, double width) {
        String text = WindowFixture.example().replace("steps: 1500", "steps: 100\nevaluate-every: 20");
        text = text.replace("id: small\n", "id: small\n" + variant);
        fixture = new WindowFixture(engine, text, folder, width, 980);
        fixture.run(Command.RUN_ALL);
        fixture.await("caption", Kind.DONE);
        sample = new SampleDriver(fixture, "caption");
        sample.reveal();
    }

    private TraceView trace() {
        return sample.all(TraceView.class).get(0);
    }

    private List<String> textsNow() {
        return fixture.frameNow("caption").lookup(".trace-view").lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> String.valueOf(((Labeled) label).getText()))
                .toList();
    }

    private boolean saysNow(String beginning) {
        return textsNow().stream().anyMatch(text -> text.startsWith(beginning));
    }

    private void says(String beginning) {
        Fx.until("“" + beginning + "” in " + Fx.call(this::textsNow), () -> saysNow(beginning));
    }

    /** The strongest patch of a token as it is said. */
    private static String strongest(int token, Way way) {
        int patch = FakeTraces.strongest(token, way, GRID * GRID);
        return "Strongest at patch (" + patch / GRID + ", " + patch % GRID + ")";
    }

    private void toggle(String accessible) {
        fixture.toggle(fixture.frame("caption"), accessible);
        Fx.pulses(1);
    }

    @Test
    void aCharacterChosenWithKeysShowsItsPatches() {
        open(new FakeEngine(0), "", 1280);
        says("Choose a character");
        CaptionChips chips = sample.chips();
        Fx.focus(chips);
        Fx.press(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT);
        says("character 3, “g”: length of the gradient");
        says(strongest(2, Way.GRADIENT));
        says("This decoder sees the picture as one token");
        TraceView trace = trace();
        Node canvas = Fx.call(() -> trace.lookup(".patch-canvas"));
        assertThat(Fx.call(canvas::getAccessibleText)).startsWith("gradient by patch, strongest at patch (0, 1)");
        Fx.focus(canvas);
        Fx.press(KeyCode.HOME, KeyCode.RIGHT);
        assertThat(Fx.call(canvas::getAccessibleText)).startsWith("patch 1, gradient ");
        says("Patch (0, 1): ");
        Fx.focus(chips);
        Fx.press(KeyCode.RIGHT);
        says("character 4, “r”: length of the gradient");
        says("Patch (0, 1): ");
    }

    @Test
    void withEveryPatchATokenItIsAttentionUntilAnotherWayIsChosen() {
        open(new FakeEngine(0), "variant: git\n", 1280);
        sample.select(4);
        says(
                "character 5, “e”: weight on each patch at the place it is written from, mean over decoder blocks and heads");
        says(strongest(4, Way.ATTENTION));
        toggle("told by: gradient");
        says("character 5, “e”: length of the gradient");
        toggle("told by: covering");
        says("character 5, “e”: fall of its log-probability, in nats");
        says(strongest(4, Way.COVERING));
        toggle("told by: attention");
        says("character 5, “e”: weight on each patch");
    }

    @Test
    void coveringSaysHowFarItIsAndCanBeStoppedAndBegunAgain() {
        open(new FakeEngine(20), "", 1280);
        sample.select(1);
        says("character 2, “␣”");
        toggle("told by: covering");
        says("covering patches");
        sample.press("Cancel");
        says("Stopped.");
        sample.select(2);
        Fx.pulses(2);
        assertThat(Fx.call(() -> saysNow("Stopped.")))
                .as("not begun again by itself")
                .isTrue();
        sample.press("Compute");
        says("covering patches");
        toggle("told by: gradient");
        says("character 3, “g”: length of the gradient");
    }

    @Test
    void itFollowsTheReplayAndTheBranches() {
        open(new FakeEngine(0), "", 1280);
        sample.press("Start");
        says("Choose a character");
        sample.press("Step");
        says("character 1, “a”: ");
        sample.press("Step");
        says("character 2, “␣”: ");
        toggle("Pace: fast");
        sample.press("Play");
        Fx.until("the end", () -> textsNow().stream().anyMatch(text -> text.contains(", “<end>”: ")));
        sample.select(2);
        sample.pick(1);
        Fx.until("a branch", () -> !output().branches().isEmpty());
        String other = Fx.call(() -> output().branches().get(0).scores().vocabulary())
                .get(output().branches().get(0).ids().get(0));
        sample.select(2);
        says("character 3, “" + other + "”: ");
        assertThat(other).isNotEqualTo("g");
    }

    private SampleOutput output() {
        return (SampleOutput) fixture.cellNow("caption").outputProperty().get();
    }

    @Test
    void itIsOfTheCheckpointLookedBackAtAndOfARunThatGoesOn() {
        open(new FakeEngine(2), "", 1280);
        sample.select(1);
        says("character 2, “␣”: ");
        Fx.run(() -> fixture.window().notebook().commands().training().lookAt(new CellId("first"), 40));
        Fx.until(
                "the weights of then",
                () -> textsNow().stream().anyMatch(text -> text.contains("On the weights after step 40.")));
        Fx.run(() -> fixture.window().notebook().commands().training().lookAt(new CellId("first"), 0));
        Fx.run(() -> fixture.window().notebook().commands().training().more(new CellId("first"), 100_000));
        Fx.until(
                "it goes on, the newest caption shown",
                () -> fixture.cellNow("first").statusProperty().get().kind() == Kind.RUNNING
                        && fixture.cellNow("caption").lookBackProperty().get() == null);
        sample.select(2);
        says("character 3, “g”: ");
        assertThat(Fx.call(() -> saysNow("This decoder"))).isTrue();
        Fx.run(() -> fixture.window().notebook().commands().interrupt(new CellId("first")));
        fixture.await("first", Kind.DONE);
    }

    @Test
    void theMapIsOfferedAsAPictureAndAsNumbers() {
        open(new FakeEngine(0), "", 1280);
        assertThat(offered()).doesNotContain("Patches behind the character");
        sample.select(0);
        says("character 1, “a”: ");
        assertThat(offered()).contains("Patches behind the character", "Patches behind each character, by gradient");
    }

    private List<String> offered() {
        Fx.focus(fixture.frame("caption"));
        Fx.press(KeyCode.E);
        Fx.until("the menu", () -> menuNow() != null);
        return Fx.call(() -> {
            ContextMenu menu = menuNow();
            List<String> titles =
                    menu.getItems().stream().map(MenuItem::getText).toList();
            menu.hide();
            return titles;
        });
    }

    private static ContextMenu menuNow() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "560, true"})
    void itStandsBesideTheChipsOrBelowThem(double width, boolean below) {
        open(new FakeEngine(0), "", width);
        sample.select(3);
        says("character 4, “r”: ");
        Fx.pulses(2);
        Bounds chips = bounds(sample.chips());
        Bounds map = bounds(trace());
        Bounds bars = bounds(sample.bars());
        assertThat(map.getMinY() >= chips.getMaxY()).isEqualTo(below);
        assertThat(map.getMinX() >= chips.getMaxX()).isEqualTo(!below);
        assertThat(bars.getMinY() >= map.getMaxY()).isEqualTo(below);
        String name = below ? "narrow" : "wide";
        Fx.picture(fixture.frame("caption"), "trace-" + name + "-light", 1);
        Fx.run(fixture.appearance()::toggleTheme);
        Fx.pulses(2);
        Fx.picture(fixture.frame("caption"), "trace-" + name + "-dark", 1);
    }

    private static Bounds bounds(Node node) {
        return Fx.call(() -> node.localToScene(node.getLayoutBounds()));
    }
}
