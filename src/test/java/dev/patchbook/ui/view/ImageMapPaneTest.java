package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.TensorView;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.export.Sheet;
import dev.patchbook.ui.FakeInside;
import dev.patchbook.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The map of pictures: what the keyboard reaches, what is said, what is told of what a person chooses. */
class ImageMapPaneTest {
    private final ImageMapPane pane = Fx.call(() -> InsideGallery.map("pca"));
    private final Stage stage = Nodes.show(pane, 1000, 800);

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void arrowsChooseAndEnterOpensAndClosingPutsItAway() {
        List<String> opened = new ArrayList<>();
        Fx.run(() -> pane.onOpen(image -> opened.add(image.name())));
        Fx.focus(pane.scatter());
        Fx.press(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(Fx.call(() -> pane.scatter().getAccessibleText())).startsWith("validation 2, a green circle");
        assertThat(opened).isEmpty();
        Fx.press(KeyCode.ENTER);
        assertThat(opened).containsExactly("validation 2");
        assertThat(Fx.call(() -> pane.opened().isVisible())).isTrue();
        double[] at = Fx.call(() -> pane.scatter().at(5));
        Fx.click(pane.scatter(), at[0], at[1]);
        assertThat(opened).containsExactly("validation 2", "validation 5");
        Fx.focus(Fx.call(() -> pane.opened().lookupAll(".button").stream()
                .filter(node -> ((Button) node).getText().equals("Close"))
                .findFirst()
                .orElseThrow()));
        Fx.press(KeyCode.SPACE);
        assertThat(Fx.call(() -> pane.scatter().isFocused())).isTrue();
        assertThat(Fx.call(() -> pane.opened().isManaged())).isFalse();
    }

    @Test
    void wordsColourTheTableAndAreTold() {
        List<String> told = new ArrayList<>();
        Fx.run(() -> pane.onWords(told::add));
        Fx.run(() -> pane.words().setText("green blue"));
        Fx.focus(pane.words());
        Fx.press(KeyCode.ENTER);
        assertThat(told).containsExactly("green blue");
        Sheet sheet = Fx.call(pane::sheets).get(0);
        assertThat(sheet.rows()).hasSize(60);
        assertThat(sheet.rows().get(2).get(2)).isEqualTo("green");
        assertThat(Fx.call(pane::svg)).contains("green ").contains("<circle");
    }

    @Test
    void theMethodIsToldAndWhatIsNotThereIsAskedForOnce() {
        List<String> told = new ArrayList<>();
        Fx.run(() -> {
            pane.onMethod(told::add);
            pane.onNeeded(() -> told.add("needed"));
            pane.show(FakeInside.images("validation", false));
            pane.methods().button(1).fire();
            pane.settle("tsne", "");
        });
        assertThat(told).containsExactly("needed", "tsne");
        assertThat(Fx.call(() -> pane.method().getText())).startsWith("First two principal");
        Fx.run(() -> pane.show(FakeInside.images("validation", true)));
        assertThat(Fx.call(() -> pane.method().getText()))
                .startsWith("t-SNE")
                .contains("The first 60 of 90 validation pictures");
    }

    @Test
    void tSneOfFewerPicturesThanTheMapSaysSo() {
        ImageMap all = FakeInside.images("train", true);
        TensorView first = new TensorView(new float[80], 40, 2);
        ImageMap fewer = new ImageMap(
                all.part(), all.all(), all.images(), all.places(), all.shares(), Optional.of(first), all.step());
        Fx.run(() -> {
            pane.show(fewer);
            pane.settle("tsne", "");
        });
        assertThat(Fx.call(() -> pane.method().getText())).contains("(t-SNE takes at most 1,000)");
        assertThat(Fx.call(pane::sheets).get(0).rows()).hasSize(40);
    }

    @Test
    void whatIsOpenNamesTheCellsThatLookCloser() {
        List<String> chosen = new ArrayList<>();
        Fx.run(() -> {
            pane.openChosen();
            pane.opened().offer(List.of("cut"), chosen::add);
        });
        Button look = Fx.call(() -> (Button) pane.opened().lookupAll(".button").stream()
                .filter(node -> ((Button) node).getText().equals("Look at it in cut"))
                .findFirst()
                .orElseThrow());
        Fx.focus(look);
        Fx.press(KeyCode.SPACE);
        assertThat(chosen).containsExactly("cut");
    }
}
