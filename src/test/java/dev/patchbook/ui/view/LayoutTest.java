package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.ui.Fx;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No widget cuts words off or sticks out, wide or narrow, nor with letters twice as large. */
class LayoutTest {
    static Stream<String> names() {
        return ViewGallery.widgets().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void fitsItsWindow(String name) {
        Region widget = Fx.call(() -> ViewGallery.widgets().get(name).get());
        Stage stage = Nodes.show(widget, 1000, 900);
        for (int width : new int[] {1000, 620, 340}) {
            Fx.run(() -> stage.setWidth(width));
            Fx.pulses(2);
            assertThat(Fx.call(() -> Nodes.faults(stage.getScene().getRoot())))
                    .as("%s at %d", name, width)
                    .isEmpty();
        }
        Fx.close(stage);
    }

    @ParameterizedTest
    @MethodSource("names")
    void fitsWithLettersTwiceAsLarge(String name) {
        Region widget = Fx.call(() -> ViewGallery.widgets().get(name).get());
        Stage stage = Nodes.show(widget, 1000, 900);
        Fx.run(() -> stage.getScene().getRoot().setStyle("-fx-font-family: Inter; -fx-font-size: 26px;"));
        Fx.pulses(2);
        assertThat(Fx.call(() -> Nodes.faults(stage.getScene().getRoot()))).isEmpty();
        Fx.close(stage);
    }
}
