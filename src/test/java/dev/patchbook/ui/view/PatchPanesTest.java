package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.chart.Numbers;
import dev.patchbook.ui.Fx;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Filters, nearest characters, patches made otherwise: what the keyboard reaches, what is said. */
class PatchPanesTest {
    @Test
    void patchesAndTheirPointsChooseTogether() {
        PatchGridView view = Fx.call(() -> InsideGallery.patches("filters", 1));
        Stage stage = Nodes.show(view, 1000, 700);
        ProjectionPane pane = view.panes().projection();
        Fx.focus(pane.grid());
        Fx.press(KeyCode.HOME, KeyCode.RIGHT);
        assertThat(Fx.call(() -> pane.scatter().chosen())).isEqualTo(1);
        double[] at = Fx.call(() -> pane.scatter().at(20));
        Fx.click(pane.scatter(), at[0], at[1]);
        assertThat(Fx.call(() -> pane.grid().chosen()))
                .isEqualTo(Fx.call(() -> pane.scatter().chosen()));
        Fx.focus(pane.filters());
        Fx.press(KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(Fx.call(() -> pane.filters().chosen())).isEqualTo(9);
        assertThat(Fx.call(() -> pane.facts().value("filter"))).isEqualTo("63");
        assertThat(Fx.call(() -> pane.filters().getAccessibleText())).startsWith("filter 63, 10 of 40");
        assertThat(Fx.call(view::sheets)).hasSize(2);
        Fx.close(stage);
    }

    @Test
    void eachPatchSaysWhatItIsNearestTo() {
        PatchGridView view = Fx.call(() -> InsideGallery.patches("nearest", 37));
        Stage stage = Nodes.show(view, 1000, 700);
        NearestPane pane = view.panes().nearest();
        Fx.focus(pane.patches());
        Fx.press(KeyCode.HOME);
        assertThat(Fx.call(() -> pane.patches().getAccessibleText())).matches("patch 0, nearest .+, cosine 0\\.\\d+");
        assertThat(Fx.call(() -> pane.counts().value("e"))).startsWith("444 (60 %), cosine 0.31");
        assertThat(Fx.call(view::sheets)).hasSize(2);
        Fx.close(stage);
    }

    @Test
    void spaceMakesThePatchChosenOtherwiseAndAsItWasAgain() {
        PatchGridView view = Fx.call(InsideGallery::lab);
        Stage stage = Nodes.show(view, 1000, 700);
        LabPane lab = view.panes().lab();
        Fx.run(() -> lab.tools().button(1).fire());
        Fx.focus(lab.canvas());
        Fx.press(KeyCode.HOME, KeyCode.RIGHT, KeyCode.SPACE);
        assertThat(Fx.call(() -> lab.canvas().getAccessibleText())).isEqualTo("patch 1, blurred");
        assertThat(Fx.call(() -> lab.facts().value("change"))).isEqualTo(Numbers.significant(-1, 3) + " nats");
        Fx.press(KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(Fx.call(() -> lab.words().getText())).startsWith("2 patches of 36");
        Fx.press(KeyCode.ENTER);
        assertThat(Fx.call(() -> lab.words().getText())).startsWith("1 patch of 36");
        assertThat(Fx.call(view::sheets).get(0).rows().get(1).get(1)).isEqualTo("patch 1, blurred");
        double cell = Fx.call(lab.canvas()::cell);
        Fx.click(lab.canvas(), 0.5 * cell, 5.5 * cell);
        assertThat(Fx.call(() -> lab.words().getText())).startsWith("2 patches of 36");
        Fx.close(stage);
    }
}
