package dev.patchbook.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.ImageUse;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class CaptionStripTest {
    @Test
    void arrowKeysGoFromCaptionToCaptionAndPointAtItsStep() {
        CaptionStrip strip = Fx.call(CaptionStrip::new);
        Stage stage = Fx.show(Fx.call(() -> new StackPane(strip)), 400, 300);
        List<Double> heard = new ArrayList<>();
        Fx.run(() -> {
            strip.setOnPointed(heard::add);
            strip.show(List.of(
                    new Evaluated(10, 2.5, List.of("a red")), new Evaluated(20, 1.25, List.of("a red circle"))));
        });
        Fx.focus(strip);
        assertThat(Fx.call(strip::getAccessibleText))
                .startsWith("validation picture 0")
                .contains("2 captions");
        Fx.press(KeyCode.UP);
        assertThat(Fx.call(strip::getAccessibleText)).isEqualTo("Step 20, validation loss 1.25: a red circle");
        Fx.press(KeyCode.UP, KeyCode.ESCAPE);
        assertThat(heard).containsExactly(20.0, 10.0, Double.NaN);
        Fx.run(() -> strip.show(List.of(new Evaluated(30, 1, List.of("a")))));
        assertThat(heard).hasSize(3);
        Fx.run(() -> strip.show(
                List.of(new Evaluated(40, 1, List.of("a", "b"), List.of("train 3", "validation 1"), ImageUse.NONE))));
        assertThat(Fx.call(strip::getAccessibleText)).startsWith("training picture 3");
        Fx.close(stage);
    }
}
