package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.chart.HeadFusion;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.RankCorrelation;
import dev.patchbook.chart.Rollout;
import dev.patchbook.chart.VisionChoice.Kind;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.Progress;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.export.Sheet;
import dev.patchbook.ui.FakeInside;
import dev.patchbook.ui.Fx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Closer looks into a model: what the controls draw, what the keyboard reaches, what is said. */
class InsideViewsTest {
    private static final AttentionView ONE = Invented.attention(new Invented.Size(6, 3, 4), 1, InsideGallery.CAPTION);

    @Test
    void rolloutIsDrawnWithAndWithoutTheResidualPath() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        Fx.run(() -> {
            view.show(ONE);
            view.choose(1, 2);
            view.vision().controls().kinds().setValue(Kind.ROLLOUT);
            view.vision().large().choose(8);
        });
        assertThat(Fx.call(() -> view.vision().caption().getText()))
                .startsWith("Rollout through blocks 0 to 1, mean over heads, with the residual path");
        float with = Rollout.of(ONE.vision(), 1, 0, HeadFusion.MEAN, true)[9];
        assertThat(Fx.call(() -> view.vision().facts().value("weight"))).isEqualTo(Numbers.weight(with));
        Fx.run(() -> view.vision().controls().residual().fire());
        float without = Rollout.of(ONE.vision(), 1, 0, HeadFusion.MEAN, false)[9];
        assertThat(Fx.call(() -> view.vision().facts().value("weight")))
                .isEqualTo(Numbers.weight(without))
                .isNotEqualTo(Numbers.weight(with));
        assertThat(Fx.call(() -> view.vision().caption().getText())).contains("without the residual path");
    }

    @Test
    void aPatchMayBeTheOneThatLooks() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        Stage stage = Nodes.show(view, 1000, 600);
        Fx.run(() -> {
            view.show(ONE);
            view.choose(0, 1);
            view.vision().controls().from().button(1).fire();
        });
        assertThat(Fx.call(() -> view.vision().caption().getText())).startsWith("Choose a patch");
        Fx.focus(view.vision().large());
        Fx.press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(Fx.call(() -> view.vision().caption().getText())).contains("the query of patch 7,");
        assertThat(Fx.call(() -> view.vision().large().getAccessibleText()))
                .isEqualTo("patch (1, 1), weight " + Numbers.weight(ONE.vision().at(0, 1, 8, 8)));
        double onPatches = 0;
        for (int patch = 0; patch < 36; patch++) {
            onPatches += ONE.vision().at(0, 1, 8, 1 + patch);
        }
        assertThat(onPatches + ONE.vision().at(0, 1, 8, 0)).isCloseTo(1, within(1e-5));
        assertThat(Fx.call(() -> view.vision().facts().value("on CLS"))).isEqualTo(Numbers.weight(1 - onPatches));
        Fx.close(stage);
    }

    @Test
    void onlyThePatchesThatHoldAShareOfTheMassAreShown() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        Fx.run(() -> {
            view.show(ONE);
            view.vision().controls().keep().setValue(50);
        });
        int kept = Integer.parseInt(
                Fx.call(() -> view.vision().facts().value("shown")).split(" ", 2)[0]);
        assertThat(kept).isBetween(1, 18);
        assertThat(Fx.call(() -> view.vision().caption().getText())).contains("hold 50 % of the mass");
        int[] pixels = Fx.call(() -> view.vision().large().heat()).argb();
        assertThat(Arrays.stream(pixels).filter(argb -> argb >>> 24 == 255).count())
                .isEqualTo(kept);
    }

    @Test
    void headsAreSpokenWithEntropyAndDistance() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        Stage stage = Nodes.show(view, 1000, 600);
        Fx.run(() -> {
            view.show(ONE);
            view.vision().controls().tiles().button(1).fire();
        });
        Fx.focus(view.vision().matrix());
        Fx.press(KeyCode.DOWN);
        assertThat(Fx.call(view.vision().matrix()::getAccessibleText))
                .contains("block 1 of 3, head 0 of 4")
                .contains("entropy ")
                .contains("distance ");
        Sheet heads = Fx.call(view::sheets).get(1);
        assertThat(heads.rows()).hasSize(12);
        Fx.close(stage);
    }

    @Test
    void aMapsTableHoldsItsNumbers() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        Fx.run(() -> {
            view.show(ONE);
            view.choose(2, 3);
        });
        Sheet map = Fx.call(view::sheets).get(0);
        HeadPlace place = new HeadPlace(2, 3);
        assertThat(map.rows()).hasSize(36);
        assertThat((double) map.rows().get(8).get(3))
                .isCloseTo(ONE.vision().at(place.layer(), place.head(), 0, 9), within(1e-9));
        assertThat(map.title()).isEqualTo("Map shown: block 2, head 3, CLS");
    }

    @Test
    void arrowKeysMoveOverCharactersAndEveryLaneFollows() {
        AttentionMapView view = Fx.call(() -> InsideGallery.characters(true));
        Stage stage = Nodes.show(view, 1000, 800);
        Fx.focus(view.lanes().chips());
        Fx.press(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT);
        for (int lane = 0; lane < 3; lane++) {
            int each = lane;
            assertThat(Fx.call(() -> view.lanes().lane(each).caption().getText()))
                    .startsWith("“r” at 2: ")
                    .contains("; scale of this map.");
        }
        Fx.focus(view.lanes().lane(2).canvas());
        Fx.press(KeyCode.HOME, KeyCode.RIGHT);
        assertThat(Fx.call(() -> view.lanes().lane(2).canvas().getAccessibleText()))
                .startsWith("patch 1, covering ")
                .endsWith(" nats");
        assertThat(Fx.call(() -> view.lanes().lane(0).canvas().chosen())).isEqualTo(1);
        List<String> tokens = new ArrayList<>(List.of(InsideGallery.CAPTION.split("")));
        tokens.add("<end>");
        TokenMaps maps = FakeInside.maps(Invented.scene(48, 0), 6, tokens, true);
        double expected = RankCorrelation.of(
                maps.attention().orElseThrow().slice(2).data(),
                maps.occlusion().slice(2).data());
        assertThat(Fx.call(() -> view.lanes().agreement().getText()))
                .contains("attention and covering " + Numbers.significant(expected, 2) + " (mean over characters ");
        assertThat(Fx.call(view::sheets).get(0).rows()).hasSize(tokens.size() * 36);
        Fx.close(stage);
    }

    @Test
    void withOneVisualTokenThereIsNoLaneOfAttentionAndItSaysSo() {
        AttentionMapView view = Fx.call(() -> InsideGallery.characters(false));
        assertThat(Fx.call(() -> view.lanes().note().getText())).contains("there is no map of attention");
        assertThat(Fx.call(() -> view.lanes().lane(0).isVisible())).isFalse();
        assertThat(Fx.call(() -> view.lanes().agreement().getText()))
                .contains("gradient and covering ")
                .doesNotContain("attention");
    }

    @Test
    void anotherTextIsAskedForWithEnter() {
        TokenLanes lanes = Fx.call(TokenLanes::new);
        Stage stage = Nodes.show(lanes, 900, 500);
        List<String> asked = new ArrayList<>();
        Fx.run(() -> {
            lanes.onText((source, text) -> asked.add(source + " " + text));
            lanes.sources().button(1).fire();
            lanes.sources().button(2).fire();
        });
        assertThat(asked).containsExactly(TextLook.Source.WRITTEN + " ");
        Fx.run(() -> lanes.another().setText("a blue square"));
        Fx.focus(lanes.another());
        Fx.press(KeyCode.ENTER);
        assertThat(asked).endsWith(TextLook.Source.GIVEN + " a blue square");
        Fx.close(stage);
    }

    @Test
    void whatIsComputedSaysHowFarItIsAndCanBeStopped() {
        Waiting waiting = Fx.call(() -> new Waiting("Compute"));
        List<String> heard = new ArrayList<>();
        Fx.run(() -> {
            waiting.onAsked(() -> heard.add("begin"), () -> heard.add("stop"));
            waiting.button().fire();
            waiting.busy(new Progress("covering patches", 8, 36));
        });
        assertThat(Fx.call(waiting::words)).isEqualTo("covering patches 8 of 36");
        assertThat(Fx.call(() -> waiting.button().getText())).isEqualTo("Cancel");
        Fx.run(() -> {
            waiting.button().fire();
            waiting.idle("Stopped.");
        });
        assertThat(heard).containsExactly("begin", "stop");
        assertThat(Fx.call(() -> waiting.button().getText())).isEqualTo("Compute");
    }

    @Test
    void theLensIsReadWithArrowKeys() {
        AttentionMapView view = Fx.call(() -> InsideGallery.lens(1));
        Stage stage = Nodes.show(view, 1000, 600);
        LensMatrix matrix = view.lens().matrix();
        Fx.focus(matrix);
        Fx.press(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(Fx.call(matrix::getAccessibleText))
                .startsWith("After block 2, at “␣” at 2")
                .contains("In the text “r” follows: probability");
        Fx.press(KeyCode.UP, KeyCode.UP, KeyCode.UP);
        assertThat(Fx.call(() -> view.lens().where().getText())).startsWith("Before the first block, at ");
        double[] middle = Fx.call(() -> matrix.middle(1, 5));
        Fx.move(matrix, middle[0], middle[1]);
        assertThat(Fx.call(() -> view.lens().where().getText())).startsWith("After block 0, at “e” at 4");
        assertThat(Fx.call(view::sheets).get(0).rows()).hasSize(4 * (2 + InsideGallery.CAPTION.length()) * 5);
        Fx.close(stage);
    }
}
