package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.RowPage.Row;
import dev.patchbook.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The grid of all rows and the bars that lead to them: what is in view, and what keys and mouse do. */
class RowGridTest {
    private final RowGrid grid = Fx.call(RowGrid::new);
    private final List<Row> chosen = new ArrayList<>();
    private Stage stage;

    @BeforeEach
    void show() {
        stage = Nodes.show(grid, 480, 600);
        Fx.run(() -> {
            grid.setOnChosen(chosen::add);
            grid.show(Invented.rows(100_000));
        });
        Fx.pulses(2);
        Fx.focus(grid);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    private List<Long> inView() {
        return Fx.call(() ->
                grid.inView().stream().map(row -> row.orElseThrow().number()).toList());
    }

    @Test
    void onlyWhatIsInViewHasATile() {
        int columns = Fx.call(grid::columns);
        assertThat(columns).isEqualTo(4);
        assertThat(inView()).hasSizeLessThanOrEqualTo(4 * columns).startsWith(1L, 2L, 3L);
        assertThat(Fx.call(() -> grid.lookupAll(".thumbnail").size())).isLessThanOrEqualTo(4 * columns + 1);
    }

    @Test
    void keysReachEveryRow() {
        int columns = Fx.call(grid::columns);
        Fx.press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(chosen).extracting(Row::index).containsExactly(1 + columns);
        assertThat(Fx.call(grid::getAccessibleText)).isEqualTo("train 5, row 6: " + Invented.CAPTION);
        Fx.press(KeyCode.END);
        assertThat(Fx.call(grid::selected)).isEqualTo(99_999);
        assertThat(inView()).endsWith(100_000L);
        Fx.press(KeyCode.PAGE_UP, KeyCode.ENTER);
        assertThat(inView()).contains(chosen.get(1).number());
        assertThat(chosen.get(1).index()).isLessThan(99_999).isGreaterThan(99_900);
        Fx.press(KeyCode.HOME, KeyCode.LEFT, KeyCode.UP);
        assertThat(Fx.call(grid::selected)).isZero();
        assertThat(inView()).startsWith(1L);
    }

    @Test
    void aClickChoosesTheTileUnderIt() {
        Fx.click(grid, 20 + 120, 60);
        assertThat(chosen).extracting(Row::index).containsExactly(1);
        assertThat(Fx.call(grid::selected)).isEqualTo(1);
    }

    private void wheel() {
        Fx.run(() -> grid.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                50,
                50,
                50,
                50,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                -400,
                0,
                -400,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null)));
    }

    @Test
    void theWheelMovesTheRowsOnlyWithTheKeyboardHere() {
        wheel();
        Fx.pulses(2);
        assertThat(inView().get(0)).isGreaterThan(1);
        Fx.run(() -> grid.show(Invented.rows(100_000)));
        Fx.run(() -> stage.getScene().getRoot().requestFocus());
        Fx.pulses(2);
        wheel();
        Fx.pulses(2);
        assertThat(inView().get(0)).isEqualTo(1);
    }

    @Test
    void whatBelongsToValidationIsSharedOrRepeatedIsSaid() {
        assertThat(Thumbnail.words(Invented.rows(9).row(0).orElseThrow())).startsWith("validation 0, row 1: ");
        assertThat(Thumbnail.words(Invented.rows(9).row(3).orElseThrow())).contains("picture in 2 rows");
        assertThat(Thumbnail.words(Invented.rows(9).row(4).orElseThrow()))
                .contains("picture both in training and in validation");
    }

    @Test
    void rowsOnTheirWayAreAskedForOnceInView() {
        List<int[]> needed = new ArrayList<>();
        Fx.run(() -> grid.show(new GridRows() {
            @Override
            public int total() {
                return 500;
            }

            @Override
            public Optional<Row> row(int place) {
                return Optional.empty();
            }

            @Override
            public void need(int first, int last) {
                needed.add(new int[] {first, last});
            }
        }));
        Fx.pulses(2);
        assertThat(needed.get(0)[0]).isZero();
        assertThat(needed.get(0)[1]).isLessThan(20);
        Fx.press(KeyCode.END, KeyCode.ENTER);
        assertThat(needed.get(needed.size() - 1)[1]).isEqualTo(499);
        assertThat(chosen).isEmpty();
        assertThat(Fx.call(grid::getAccessibleText)).isEqualTo("being read");
    }

    @Test
    void barsAreGoneThroughSaidAndChosen() {
        for (BarsView bars : List.of(Fx.call(BarColumns::new), Fx.call(BarRows::new))) {
            Stage shown = Nodes.show(bars, 480, 500);
            List<Integer> taken = new ArrayList<>();
            Fx.run(() -> {
                bars.show(Invented.bars(28, Double.NaN));
                bars.setOnChosen(taken::add);
            });
            Fx.pulses(2);
            Fx.focus(bars);
            Fx.press(KeyCode.HOME, bars instanceof BarRows ? KeyCode.DOWN : KeyCode.RIGHT, KeyCode.ENTER);
            assertThat(Fx.call(bars::getAccessibleText)).isEqualTo("1 characters: 750 captions");
            Fx.press(KeyCode.END, KeyCode.ENTER);
            OptionalInt over = Fx.call(() -> {
                for (double y = 0; y < bars.getHeight(); y += 4) {
                    if (bars.at(bars.getWidth() / 2, y) >= 0) {
                        return OptionalInt.of((int) y);
                    }
                }
                return OptionalInt.empty();
            });
            double y = over.orElseThrow() + 2;
            int there = Fx.call(() -> bars.at(bars.getWidth() / 2, y));
            Fx.click(bars, Fx.call(() -> bars.getWidth() / 2), y);
            assertThat(taken).containsExactly(1, 27, there);
            assertThat(Fx.call(bars::current)).isEqualTo(there);
            Fx.close(shown);
        }
    }
}
