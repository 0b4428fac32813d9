package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.TensorView;
import dev.patchbook.chart.AttentionWeights;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.PatchView;
import dev.patchbook.ui.Fx;
import dev.patchbook.ui.view.Invented.Size;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Patch grid and attention maps: choosing by mouse and keyboard, and what is said of what was chosen. */
class MapsTest {
    private static final AttentionView ONE = Invented.attention(new Size(6, 3, 4), 1, "a red circle");
    private static final AttentionView MANY = Invented.attention(new Size(6, 3, 4), 37, "a red circle");

    @Test
    void patchesAreChosenByKeyboardAndPreviewedByMouse() {
        PatchView patches = Invented.patches(6, 8);
        PatchGridView view = Fx.call(PatchGridView::new);
        Stage stage = Nodes.show(view, 900, 500);
        Fx.run(() -> {
            view.show(patches);
            view.choose(0);
        });
        Fx.focus(view.pictureCanvas());
        Fx.press(KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(Fx.call(() -> view.fact("patch"))).isEqualTo("7 of 36");
        assertThat(Fx.call(() -> view.fact("row, column"))).isEqualTo("1, 1");
        assertThat(Fx.call(() -> view.fact("norm")))
                .isEqualTo(Numbers.significant(patches.norms().data()[7], 3));
        assertThat(Fx.call(() -> view.pictureCanvas().getAccessibleText()))
                .startsWith("patch 7, row 1, column 1, norm");
        double cell = Fx.call(view.pictureCanvas()::cell);
        Fx.move(view.pictureCanvas(), 3.5 * cell, 2.5 * cell);
        assertThat(Fx.call(() -> view.fact("patch"))).isEqualTo("15 of 36");
        Fx.move(view.pictureCanvas(), 7 * cell, 2.5 * cell);
        assertThat(Fx.call(() -> view.fact("patch"))).isEqualTo("7 of 36");
        Fx.press(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> view.fact("patch"))).startsWith("point at one");
        Fx.close(stage);
    }

    @Test
    void theGridAndItsMapChooseTogether() {
        PatchGridView view = Fx.call(PatchGridView::new);
        Stage stage = Nodes.show(view, 900, 500);
        List<String> chosenViews = new ArrayList<>();
        Fx.run(() -> {
            view.setOnView(chosenViews::add);
            view.show(Invented.patches(6, 8));
            view.setView("position");
        });
        Fx.pulses(2);
        double cell = Fx.call(view.mapCanvas()::cell);
        Fx.click(view.mapCanvas(), 0.5 * cell, 5.5 * cell);
        assertThat(Fx.call(() -> view.pictureCanvas().chosen())).isEqualTo(30);
        assertThat(Fx.call(() -> view.fact("patch"))).isEqualTo("30 of 36");
        assertThat(chosenViews).isEmpty();
        Fx.close(stage);
    }

    @Test
    void anyPatchSizeFits() {
        for (int grid : new int[] {1, 2, 14, 16, 32}) {
            PatchGridView view = Fx.call(PatchGridView::new);
            Stage stage = Nodes.show(view, 900, 500);
            Fx.run(() -> {
                view.show(Invented.patches(grid, 4));
                view.setView("norm");
                view.choose(grid * grid - 1);
            });
            Fx.pulses(1);
            assertThat(Fx.call(() -> view.fact("row, column"))).isEqualTo((grid - 1) + ", " + (grid - 1));
            Fx.close(stage);
        }
    }

    @Test
    void arrowKeysChooseBlockAndHead() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        Stage stage = Nodes.show(view, 1000, 500);
        List<HeadPlace> heard = new ArrayList<>();
        Fx.run(() -> {
            view.setOnPlace((layer, head) -> heard.add(new HeadPlace(layer, head)));
            view.show(ONE);
            view.choose(1, 1);
        });
        Fx.pulses(2);
        Fx.focus(view.vision().matrix());
        Fx.press(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(heard).containsExactly(new HeadPlace(2, 1), new HeadPlace(2, 2));
        assertThat(Fx.call(() -> view.vision().caption().getText())).startsWith("Block 2, head 2: softmax weights");
        double cell =
                Fx.call(() -> view.vision().matrix().cell(view.vision().matrix().getWidth()));
        double left = Fx.call(view.vision().matrix()::left);
        Fx.click(view.vision().matrix(), left + cell / 2, 24 + cell / 2);
        assertThat(heard).endsWith(new HeadPlace(0, 0));
        Fx.close(stage);
    }

    @Test
    void theWeightPointedAtIsTheModels() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        Stage stage = Nodes.show(view, 1000, 500);
        Fx.run(() -> {
            view.show(ONE);
            view.choose(2, 3);
            view.vision().large().choose(8);
        });
        double weight = ONE.vision().at(2, 3, 0, 9);
        assertThat(Fx.call(() -> view.vision().facts().value("patch"))).isEqualTo("(1, 2)");
        assertThat(Fx.call(() -> view.vision().facts().value("weight"))).isEqualTo(Numbers.weight(weight));
        double self = ONE.vision().at(2, 3, 0, 0);
        assertThat(Fx.call(() -> view.vision().facts().value("on CLS itself"))).isEqualTo(Numbers.weight(self));
        Fx.close(stage);
    }

    @Test
    void aBlockTheModelDoesNotHaveIsTheNearestOne() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        Fx.run(() -> {
            view.choose(40, 9);
            view.show(ONE);
        });
        assertThat(Fx.call(() -> view.vision().caption().getText()))
                .startsWith("There is no block 40, head 9: the model has 3 blocks of 4 heads. Block 2, head 3");
    }

    @Test
    void withOneVisualTokenItSaysThatNoCharacterReadsPatches() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        Fx.run(() -> {
            view.show(ONE);
            view.setView("text");
        });
        assertThat(Fx.call(() -> view.text().note().getText())).contains("such a map does not exist");
        Fx.run(() -> view.show(MANY));
        assertThat(Fx.call(() -> view.text().note().getText())).startsWith("Patches that “e” at 12 reads");
    }

    @Test
    void queriesReadKeysAndNotLaterOnes() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        Stage stage = Nodes.show(view, 1000, 800);
        Fx.run(() -> {
            view.setView("text");
            view.show(ONE);
            view.choose(1, 2);
        });
        Fx.pulses(2);
        TokenMatrix matrix = view.text().large();
        double cell = Fx.call(() -> matrix.cell(matrix.getWidth()));
        Fx.move(matrix, TokenMatrix.margin() + 2.5 * cell, TokenMatrix.margin() + 5.5 * cell);
        double weight = ONE.text().at(1, 2, 5, 2);
        assertThat(Fx.call(() -> view.text().readout().getText()))
                .isEqualTo("“e” at 4 reads “a” at 1: " + Numbers.weight(weight));
        Fx.move(matrix, TokenMatrix.margin() + 6.5 * cell, TokenMatrix.margin() + 5.5 * cell);
        assertThat(Fx.call(() -> view.text().readout().getText()))
                .contains("cannot see")
                .contains("comes later");
        Fx.focus(matrix);
        Fx.press(KeyCode.LEFT, KeyCode.LEFT);
        assertThat(Fx.call(matrix::getAccessibleText)).startsWith("“e” at 4 reads");
        Fx.close(stage);
    }

    @Test
    void rowsThatSeeOneTokenDoNotHideTheOthers() {
        AttentionWeights weights = AttentionWeights.ofText(new TensorView(new float[] {1, 0, 0.3f, 0.7f}, 1, 1, 2, 2));
        assertThat(weights.range(new HeadPlace(0, 0), false).max()).isCloseTo(0.7, within(1e-6));
        assertThat(weights.at(new HeadPlace(0, 0))[1]).isNaN();
    }

    @Test
    void whatItDoesNotShowIsSaidOnRequest() {
        Limits limits = Fx.call(Limits::new);
        Fx.run(() -> {
            limits.setText("nothing about causes");
            limits.link().fire();
        });
        assertThat(Fx.call(() -> limits.words().isVisible())).isTrue();
        assertThat(Fx.call(() -> limits.link().getAccessibleText())).endsWith("nothing about causes");
    }
}
