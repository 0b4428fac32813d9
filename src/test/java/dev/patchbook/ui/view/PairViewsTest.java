package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeadFusion;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Rollout;
import dev.patchbook.chart.VisionChoice.Kind;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.SideView;
import dev.patchbook.export.Sheet;
import dev.patchbook.ui.FakePairs;
import dev.patchbook.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Two sides: what is drawn, how hovering and keys go through all three maps, what is said. */
class PairViewsTest {
    private static final SideView LEFT = FakePairs.side(new VisionConfig(48, 8, 32, 3, 4), 3, 20);
    private static final SideView RIGHT = FakePairs.side(new VisionConfig(48, 8, 32, 3, 4), 3, 60);

    private static String fact(PairMapView view, String name) {
        return Fx.call(() -> view.maps().facts().value(name));
    }

    private static String three(double number) {
        return Numbers.significant(number, 3);
    }

    private static float weight(SideView side, int query, int patch) {
        return side.vision().at(1, 2, query, 1 + patch);
    }

    @Test
    void arrowKeysInAnyMapMarkThePatchInAllAndTellBothValues() {
        PairMapView view = Fx.call(() -> InsideGallery.pair("attention", "head", 8));
        Stage stage = Nodes.show(view, 1000, 800);
        for (PatchCanvas canvas :
                List.of(view.maps().left(), view.maps().right(), view.maps().difference())) {
            Fx.focus(canvas);
            Fx.press(KeyCode.HOME, KeyCode.RIGHT, KeyCode.DOWN);
            for (PatchCanvas each :
                    List.of(view.maps().left(), view.maps().right(), view.maps().difference())) {
                assertThat(Fx.call(each::chosen)).isEqualTo(7);
            }
            double less = weight(RIGHT, 0, 7) - weight(LEFT, 0, 7);
            assertThat(Fx.call(canvas::getAccessibleText))
                    .isEqualTo("patch (1, 1), left " + three(weight(LEFT, 0, 7)) + ", right "
                            + three(weight(RIGHT, 0, 7)) + ", right less left " + (less < 0 ? "−" : "+")
                            + three(Math.abs(less)));
        }
        assertThat(fact(view, "patch")).isEqualTo("(1, 1)");
        assertThat(fact(view, "left")).isEqualTo(three(weight(LEFT, 0, 7)));
        assertThat(fact(view, "right")).isEqualTo(three(weight(RIGHT, 0, 7)));
        Fx.press(KeyCode.ESCAPE);
        assertThat(Fx.call(view.maps().left()::chosen)).isEqualTo(-1);
        Fx.close(stage);
    }

    @Test
    void pointingIsLinkedAndGivesWayToWhatIsChosen() {
        PairMapView view = Fx.call(() -> InsideGallery.pair("norm", "head", 8));
        Stage stage = Nodes.show(view, 1000, 800);
        PatchCanvas right = view.maps().right();
        double cell = Fx.call(right::cell);
        Fx.move(right, 2.5 * cell, 3.5 * cell);
        assertThat(fact(view, "patch")).isEqualTo("(3, 2)");
        assertThat(fact(view, "left")).isEqualTo(three(LEFT.norms().data()[20]));
        assertThat(fact(view, "right − left"))
                .endsWith(three(Math.abs(RIGHT.norms().data()[20] - LEFT.norms().data()[20])));
        assertThat(Fx.call(view.maps().left()::chosen))
                .as("pointing chooses nothing")
                .isEqualTo(8);
        Fx.close(stage);
    }

    @Test
    void enterMakesAPatchTheOneThatLooksOnBothSidesAndGivesItBack() {
        PairMapView view = Fx.call(() -> InsideGallery.pair("attention", "head", 8));
        Stage stage = Nodes.show(view, 1000, 800);
        Fx.focus(view.maps().difference());
        Fx.press(KeyCode.HOME, KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(Fx.call(() -> view.maps().said().get(0)))
                .isEqualTo("Block 1, head 2: softmax weights of the query of patch 1; left and right share one scale.");
        Fx.press(KeyCode.RIGHT);
        assertThat(fact(view, "left")).isEqualTo(three(weight(LEFT, 2, 2)));
        assertThat(fact(view, "right")).isEqualTo(three(weight(RIGHT, 2, 2)));
        assertThat(Fx.call(() -> view.controls().from().button(1).isSelected())).isTrue();
        Fx.press(KeyCode.LEFT, KeyCode.SPACE);
        assertThat(Fx.call(() -> view.maps().said().get(0))).contains("the CLS query");
        Fx.run(() -> view.controls().from().button(1).fire());
        assertThat(Fx.call(() -> view.maps().said().get(0))).contains("the query of patch 1;");
        Fx.close(stage);
    }

    @Test
    void whatIsDrawnAndSubtractedIsSaid() {
        PairMapView view = Fx.call(() -> InsideGallery.pair("attention", "rollout", 8));
        Fx.run(() -> view.maps().left().choose(9));
        float one = Rollout.of(LEFT.vision(), 1, 0, HeadFusion.MEAN, true)[10];
        float other = Rollout.of(RIGHT.vision(), 1, 0, HeadFusion.MEAN, true)[10];
        assertThat(fact(view, "left")).isEqualTo(three(one));
        assertThat(fact(view, "right − left")).endsWith(three(Math.abs(other - one)));
        List<String> said = Fx.call(view.maps()::said);
        assertThat(said.get(0))
                .startsWith("Rollout through blocks 0 to 1, mean over heads, with the residual path")
                .endsWith("; left and right share one scale.");
        assertThat(said.get(1))
                .startsWith("Right − left: “first, run 2, step 60” less “first, run 2, step 20”, patch by patch.")
                .contains("Scale around zero, ±");
        assertThat(Fx.call(() -> view.maps().reach().map())).isEqualTo(ColorMap.BLUE_ORANGE);
        assertThat(Fx.call(() -> view.maps().reach().range().min()))
                .isEqualTo(-Fx.call(() -> view.maps().reach().range().max()));
    }

    @Test
    void choicesAreToldToBeWritten() {
        PairMapView view = Fx.call(() -> InsideGallery.pair("attention", "rollout", 8));
        List<Map<String, String>> told = new ArrayList<>();
        Stage stage = Nodes.show(view, 1000, 900);
        Fx.run(() -> {
            view.setOnSettings(told::add);
            view.views().button(2).fire();
            view.controls().residual().fire();
            view.controls().kinds().setValue(Kind.MAX);
        });
        Fx.focus(view.controls().matrix());
        Fx.press(KeyCode.RIGHT);
        assertThat(told)
                .containsExactly(
                        Map.of("view", "position"),
                        Map.of("method", "rollout", "residual", "no"),
                        Map.of("method", "max", "residual", "yes"),
                        Map.of("layer", "1", "head", "3"));
        assertThat(Fx.call(view.controls().matrix()::getAccessibleText)).contains("largest difference ");
        Fx.close(stage);
    }

    @Test
    void otherGridsAreMarkedAtTheSamePlaceAndHaveNoDifference() {
        PairMapView view = Fx.call(() -> InsideGallery.pair("attention", "head", 12));
        Stage stage = Nodes.show(view, 1000, 800);
        assertThat(Fx.call(view.maps()::differs)).isFalse();
        assertThat(Fx.call(() -> view.maps().said().get(1)))
                .contains("the left picture is cut into 6 × 6 patches, the right one into 4 × 4");
        Fx.focus(view.maps().left());
        Fx.press(KeyCode.END);
        assertThat(Fx.call(view.maps().right()::chosen)).isEqualTo(15);
        assertThat(fact(view, "on the right")).isEqualTo("(3, 3)");
        assertThat(Fx.call(view.maps().left()::getAccessibleText)).endsWith("no difference: the grids differ");
        Fx.focus(view.maps().right());
        Fx.press(KeyCode.HOME, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(Fx.call(view.maps().right()::chosen))
                .as("it stays where it was put")
                .isEqualTo(4);
        assertThat(Fx.call(() -> view.maps().said().get(0))).contains("the query of patch 12");
        assertThat(Fx.call(view.controls().words()::getText)).contains("of the left");
        Fx.close(stage);
    }

    @Test
    void aBlockThatOneSideHasNotIsSaid() {
        PairMapView view = Fx.call(() -> InsideGallery.pair("attention", "head", 8));
        Fx.run(() -> view.settle("attention", "head", true, new HeadPlace(7, 0)));
        assertThat(Fx.call(() -> view.maps().said().get(0)))
                .startsWith(
                        "There is no block 7, head 0 on both sides: they share 3 blocks of 4 heads. Block 2, head 0");
    }

    @Test
    void tablesHoldBothSidesAndTheDifference() {
        PairMapView view = Fx.call(() -> InsideGallery.pair("norm", "head", 8));
        Sheet norms = Fx.call(view::sheets).get(0);
        assertThat(norms.head()).containsExactly("patch", "row", "column", "left", "right", "right − left");
        assertThat(norms.rows()).hasSize(36);
        float less = RIGHT.norms().data()[8] - LEFT.norms().data()[8];
        assertThat(norms.rows().get(8)).endsWith((double) RIGHT.norms().data()[8], (double) less);
        Fx.run(() -> view.settle("caption", "head", true, new HeadPlace(0, 0)));
        assertThat(Fx.call(view::sheets))
                .extracting(Sheet::name)
                .containsExactly("compare-captions", "compare-characters");
        assertThat(Fx.call(view::svg)).isEmpty();
    }

    @Test
    void charactersOfTheOwnCaptionAreChosenInBoth() {
        PairMapView view = Fx.call(() -> InsideGallery.pair("caption", "head", 8));
        Stage stage = Nodes.show(view, 900, 700);
        PairCaptionsPane pane = view.captions();
        Fx.focus(pane.right());
        Fx.press(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(Fx.call(pane.left()::selected)).isEqualTo(2);
        double less = RIGHT.logs().data()[2] - LEFT.logs().data()[2];
        assertThat(Fx.call(() -> pane.facts().value("its right − left")))
                .isEqualTo((less < 0 ? "−" : "+") + three(Math.abs(less)) + " nats");
        assertThat(Fx.call(() -> pane.facts().value("its log p, left")))
                .isEqualTo(three(LEFT.logs().data()[2]) + " nats");
        assertThat(Fx.call(() -> pane.rightText().getAccessibleText())).isEqualTo("writes “" + RIGHT.written() + "”");
        Fx.press(KeyCode.ESCAPE);
        assertThat(Fx.call(pane.left()::selected)).isEqualTo(-1);
        Fx.close(stage);
    }
}
