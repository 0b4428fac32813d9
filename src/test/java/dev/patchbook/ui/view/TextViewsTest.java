package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TextChoice;
import dev.patchbook.chart.VisionChoice.Kind;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.export.Sheet;
import dev.patchbook.ui.FakeInside;
import dev.patchbook.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads whom in a text: heads made one, some left out, lines from a token to what it reads; the lens over patches. */
class TextViewsTest {
    private static final AttentionView GIT = Invented.attention(new Invented.Size(6, 3, 4), 37, InsideGallery.CAPTION);
    private static final int E = 37 + 4; // the fourth character: the begin token stands before the first

    private Stage stage;

    @AfterEach
    void close() {
        if (stage != null) {
            Fx.close(stage);
        }
    }

    private AttentionMapView open() {
        AttentionMapView view = Fx.call(AttentionMapView::new);
        stage = Nodes.show(view, 1100, 1000);
        Fx.run(() -> {
            view.show(GIT);
            view.setView("text");
            view.choose(1, 2);
            view.text().large().choose(E, E - 1);
        });
        Fx.pulses(2);
        return view;
    }

    private static double mean(int query, int key, int... heads) {
        double sum = 0;
        for (int head : heads) {
            sum += GIT.text().at(1, head, query, key) / heads.length;
        }
        return sum;
    }

    @Test
    void headsAreMadeOneAndSomeLeftOut() {
        AttentionMapView view = open();
        TextControls controls = view.text().controls();
        Fx.run(() -> controls.kinds().setValue(Kind.MEAN));
        assertThat(Fx.call(() -> view.text().caption().getText()))
                .startsWith("Block 1, mean over heads: ")
                .contains("each row sums to one");
        assertThat(Fx.call(() -> view.text().readout().getText()))
                .endsWith(": " + Numbers.weight(mean(E, E - 1, 0, 1, 2, 3)));
        Fx.focus(controls.head(2));
        Fx.press(KeyCode.SPACE);
        assertThat(Fx.call(() -> view.text().caption().getText())).startsWith("Block 1, mean over heads 0, 1, 3 of 4");
        assertThat(Fx.call(() -> view.text().readout().getText()))
                .endsWith(": " + Numbers.weight(mean(E, E - 1, 0, 1, 3)));
        assertThat(Fx.call(() -> controls.head(2).getAccessibleText())).isEqualTo("head 2, left out");
        Sheet map = Fx.call(view::sheets).get(0);
        assertThat(map.title()).isEqualTo("Map shown: block 1, mean over heads 0, 1, 3 of 4, text");
        Fx.run(() -> {
            for (int head : List.of(0, 1, 3)) {
                controls.head(head).fire();
            }
        });
        assertThat(Fx.call(() -> controls.head(3).isSelected()))
                .as("the last one stays")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HEAD", "MEAN", "MAX", "MIN", "ROLLOUT"})
    void whatRowsSumToIsToldInEveryView(Kind kind) {
        AttentionMapView view = open();
        if (TextChoice.KINDS.contains(kind)) {
            Fx.run(() -> view.text().controls().kinds().setValue(kind));
            sumsTo(kind, Fx.call(() -> view.text().facts().value("sum of the row")));
            String says = Fx.call(() -> view.text().caption().getText());
            assertThat(says.contains("each row sums to one")).isEqualTo(kind == Kind.HEAD || kind == Kind.MEAN);
        }
        Fx.run(() -> {
            view.setView("vision");
            view.vision().controls().kinds().setValue(kind);
        });
        sumsTo(kind, Fx.call(() -> view.vision().facts().value("sum of the row")));
    }

    private static void sumsTo(Kind kind, String told) {
        double sum = Double.parseDouble(told);
        switch (kind) {
            case MAX -> assertThat(sum).isGreaterThan(1.01);
            case MIN -> assertThat(sum).isLessThan(0.99);
            default -> assertThat(sum).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void theScaleIsThatOfTheMapOrOfAll() {
        AttentionMapView view = open();
        assertThat(Fx.call(() -> view.text().caption().getText())).contains("Colours span this map's weights");
        Fx.run(() -> view.text().controls().scale().button(1).fire());
        assertThat(Fx.call(() -> view.text().caption().getText())).contains("Colours span all weights of all maps");
        assertThat(Fx.call(() -> view.text().note().getText())).contains("the scale shared by all maps");
    }

    @Test
    void linesLeadFromATokenToWhatItReads() {
        AttentionMapView view = open();
        TokenLines lines = view.text().lines();
        Fx.move(lines, Fx.call(() -> lines.middle(E + 1)), 10);
        assertThat(Fx.call(() -> view.text().large().query())).isEqualTo(E + 1);
        double picture = 0;
        for (int key = 0; key < 37; key++) {
            picture += GIT.text().at(1, 2, E + 1, key);
        }
        double onPicture = picture;
        assertThat(Fx.call(() -> lines.weight(0))).isCloseTo(onPicture, within(1e-5));
        assertThat(Fx.call(() -> lines.weight(E))).isCloseTo(GIT.text().at(1, 2, E + 1, E), within(1e-6));
        assertThat(Fx.call(() -> lines.share(E)))
                .isGreaterThan(Fx.call(() -> lines.share(E - 3)))
                .isLessThanOrEqualTo(1);
        Fx.focus(lines);
        Fx.press(KeyCode.LEFT);
        assertThat(Fx.call(() -> view.text().large().query())).isEqualTo(E);
        assertThat(Fx.call(lines::getAccessibleText)).startsWith("“e” at 4 reads most ");
        Fx.press(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(Fx.call(lines::getAccessibleText))
                .startsWith("“e” at 4 reads ")
                .endsWith(", place 2 of 6");
        Fx.press(KeyCode.HOME);
        assertThat(Fx.call(lines::getAccessibleText)).startsWith("“<begin>” at 0 reads most ");
        Fx.picture(view, "text-lines", 1);
    }

    @Test
    void theLensIsReadOverThePatchesToo() {
        AttentionMapView view = Fx.call(() -> InsideGallery.lens(37));
        stage = Nodes.show(view, 1000, 800);
        LensPane lens = view.lens();
        Fx.run(() -> lens.positions().button(1).fire());
        Fx.focus(lens.patches());
        Fx.press(KeyCode.HOME, KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(Fx.call(lens.patches()::getAccessibleText))
                .startsWith("patch 7, ")
                .contains("probability ");
        assertThat(Fx.call(() -> lens.matrix().column())).isEqualTo(8);
        assertThat(Fx.call(() -> lens.where().getText())).startsWith("After block 2, at patch (1, 1).");
        Fx.focus(lens.matrix());
        Fx.press(KeyCode.UP);
        assertThat(Fx.call(() -> lens.where().getText())).startsWith("After block 1, at patch (1, 1).");
        Fx.press(KeyCode.HOME);
        assertThat(Fx.call(() -> lens.where().getText())).startsWith("After block 1, at CLS.");
        Fx.run(() -> lens.positions().button(0).fire());
        assertThat(Fx.call(() -> lens.patches().isVisible())).isFalse();
    }

    @Test
    void charactersAreGoneThroughWithSpace() {
        AttentionMapView view = Fx.call(() -> InsideGallery.characters(true));
        stage = Nodes.show(view, 1000, 800);
        TokenLanes lanes = view.lanes();
        List<String> heard = new ArrayList<>();
        Fx.run(() -> {
            lanes.play().onPress(() -> heard.add("press"));
            lanes.play().onPace(pace -> heard.add("pace " + pace));
        });
        Fx.focus(lanes.chips());
        Fx.press(KeyCode.END, KeyCode.SPACE);
        assertThat(heard).containsExactly("press");
        assertThat(Fx.call(lanes::advance)).as("from the last to the first").isTrue();
        assertThat(Fx.call(() -> lanes.chips().selected())).isZero();
        TokenMaps maps = FakeInside.maps(Invented.scene(48, 0), 6, List.of("a", "b"), true);
        Fx.run(() -> lanes.show(maps));
        assertThat(Fx.call(lanes::advance)).as("the last").isFalse();
        double sum = 0;
        for (float weight : maps.attention().orElseThrow().slice(1).data()) {
            sum += weight;
        }
        String all = Numbers.weight(sum);
        assertThat(Fx.call(() -> lanes.lane(0).caption().getText())).contains("On all patches " + all + "; the rest");
    }
}
