package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.ModelSummary.Part;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenScores.Candidate;
import dev.patchbook.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Thumbnails, pictures, captions, notes: what is shown and how it is chosen. */
class ResultsTest {
    @Test
    void pixelsStaySquaresWhenEnlarged() {
        PictureView view = Fx.call(() -> new PictureView(64));
        Stage stage = Nodes.show(view, 200, 200);
        Fx.run(() -> {
            view.setRounded(false);
            view.show(new Picture(2, 1, new int[] {0xFFFF0000, 0xFF0000FF}), "two pixels");
        });
        Fx.pulses(2);
        WritableImage image = Fx.snapshot(view, 1);
        assertThat(image.getPixelReader().getArgb(31, 5)).isEqualTo(0xFFFF0000);
        assertThat(image.getPixelReader().getArgb(32, 5)).isEqualTo(0xFF0000FF);
        Fx.close(stage);
    }

    @Test
    void chipsAreChosenByKeyboardAndShowTheirCandidates() {
        CaptionView view = Fx.call(CaptionView::new);
        Stage stage = Nodes.show(view, 700, 500);
        List<TokenEvent> tokens = Invented.tokens("ed circle");
        Fx.run(() -> view.show(Caption.of("a r", tokens, true)));
        Fx.focus(view.chips());
        Fx.press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(Fx.call(() -> view.which().getText())).startsWith("character 3, space: probability");
        assertThat(Fx.call(() -> view.bars().getAccessibleText()))
                .startsWith("candidates: ")
                .contains("space");
        assertThat(Fx.call(() -> view.chips().getAccessibleText())).contains("“space”, probability");
        Fx.press(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> view.which().getText())).startsWith("character 9, e");
        Fx.close(stage);
    }

    @Test
    void chipsThatAreThereStayWhenTheCaptionGrows() {
        CaptionChips chips = Fx.call(CaptionChips::new);
        List<Letter> tokens =
                Caption.of("", Invented.tokens("ed circle"), false).letters();
        Fx.run(() -> chips.show("a r", tokens.subList(0, 3), true));
        Node first = Fx.call(() -> chips.getChildren().get(0));
        Fx.run(() -> chips.show("a r", tokens, false));
        assertThat(Fx.call(() -> chips.getChildren().get(0))).isSameAs(first);
        assertThat(Fx.call(() -> chips.getChildren().size())).isEqualTo(12);
        Fx.run(() -> chips.show("a r", tokens.subList(0, 2), true));
        assertThat(words(chips)).isEqualTo("a␣red?");
        assertThat(Fx.call(() -> chips.getChildren().get(0))).isSameAs(first);
        Fx.run(() -> chips.show("b", tokens.subList(0, 1), true));
        assertThat(words(chips)).isEqualTo("be?");
    }

    @Test
    void whatCannotBeSeenIsDrawn() {
        CaptionChips chips = Fx.call(CaptionChips::new);
        List<Letter> tokens = new ArrayList<>();
        for (String token : List.of(" ", "\n", "<end>", "é", "𝄞")) {
            tokens.add(new Letter(token, 0.5));
        }
        Fx.run(() -> chips.show("", tokens, false));
        assertThat(words(chips)).isEqualTo("␣⏎<end>é𝄞");
    }

    @Test
    void candidatesArePickedByKeysAndByMouse() {
        CaptionView view = Fx.call(CaptionView::new);
        Stage stage = Nodes.show(view, 700, 500);
        List<String> picked = new ArrayList<>();
        List<Candidate> candidates = List.of(
                new Candidate(4, "r", 0.7, 0.9), new Candidate(2, "g", 0.2, 0.1), new Candidate(7, "z", 0.1, 0));
        Caption caption = new Caption(
                "a ", List.of(new Letter("r", 0.7)), true, 1, place -> new Choices("place " + place, candidates, -1));
        Fx.run(() -> {
            view.setOnPicked((place, token) -> picked.add(place + ":" + token));
            view.show(caption);
        });
        Fx.pulses(2);
        assertThat(Fx.call(() -> view.bars().getAccessibleText())).contains("z 0.10, excluded");
        Fx.focus(view.bars());
        Fx.press(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(Fx.call(() -> view.bars().getAccessibleText())).startsWith("g 0.20, drawn with 0.10");
        Fx.press(KeyCode.ENTER);
        Fx.run(() -> view.chips().select(0));
        Fx.pulses(2);
        Fx.click(view.bars(), 60, Fx.call(() -> view.bars().getHeight()) - 4);
        assertThat(picked).containsExactly("1:2", "0:7");
        Fx.close(stage);
    }

    @Test
    void surpriseIsBoundedAndNothingAtCertainty() {
        assertThat(TokenWords.surprise(1)).isZero();
        assertThat(TokenWords.surprise(0)).isEqualTo(20);
        assertThat(TokenWords.surprise(Math.exp(-2))).isEqualTo(2);
    }

    @Test
    void htmlIsTextAndLinksAreHandedOn() {
        MarkdownFlow flow = Fx.call(MarkdownFlow::new);
        List<String> followed = new ArrayList<>();
        Fx.run(() -> {
            flow.setOnLink(followed::add);
            flow.show("See <b>this</b> and [the *code*](cell:train)\n\n<img src=x>\n\n| a | b |\n|--|--|\n| 1 | 2 |\n");
        });
        assertThat(words(flow)).contains("<b>this</b>").contains("<img src=x>").contains("12");
        Fx.run(() -> ((Hyperlink) flow.lookup(".markdown-link")).fire());
        assertThat(followed).containsExactly("cell:train");
    }

    @Test
    void aModelWrapsInANarrowWindow() {
        ModelDiagram diagram = Fx.call(ModelDiagram::new);
        Stage stage = Nodes.show(diagram, 1400, 500);
        Fx.run(() -> diagram.show(Invented.model()));
        Fx.pulses(2);
        double wide = Fx.call(diagram::getHeight);
        Fx.run(() -> stage.setWidth(360));
        Fx.pulses(2);
        assertThat(Fx.call(diagram::getHeight)).isGreaterThan(2 * wide);
        assertThat(words(diagram))
                .contains("vision transformer")
                .contains("36 patches")
                .contains("next character");
        assertThat(Fx.call(diagram::getAccessibleText))
                .contains("928,348 parameters")
                .contains("vision transformer, 470,112 parameters");
        Fx.close(stage);
    }

    @Test
    void partsAroundTheProjectorShareABoxAndEachStandsAloneWithoutOne() {
        List<Part> parts = Invented.model().parts();
        assertThat(ModelGroup.of(parts))
                .extracting(ModelGroup::name)
                .containsExactly("vision transformer", "projector", "causal decoder");
        assertThat(ModelGroup.of(parts)).extracting(ModelGroup::output).containsExactly("1 × 96", "1 × 96", "T × 28");
        assertThat(ModelGroup.of(parts.subList(0, 3))).hasSize(3);
        assertThat(ModelGroup.of(List.of())).isEmpty();
    }

    private static String words(Parent parent) {
        return Fx.call(() -> collect(parent));
    }

    private static String collect(Node node) {
        if (node instanceof Label label) {
            return label.getText();
        }
        if (node instanceof Text text) {
            return text.getText();
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(ResultsTest::collect)
                        .collect(Collectors.joining())
                : "";
    }
}
