package dev.patchbook.ui.cell;

import dev.patchbook.engine.RowQuery;
import dev.patchbook.engine.RowQuery.Order;
import dev.patchbook.engine.RowQuery.Trait;
import dev.patchbook.engine.RowQuery.Which;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.StringConverter;

/** What rows of data are found and sorted by. */
final class RowFinder extends WrapRow {
    private static final Duration TYPING = Duration.millis(200);
    private static final Map<Which, String> WHICH = Map.of(
            Which.ALL, "All rows",
            Which.TRAIN, "Training",
            Which.VALIDATION, "Validation",
            Which.REPEATED, "Picture repeated",
            Which.SHARED, "Picture in both parts");
    private static final Map<Order, String> ORDER = Map.of(
            Order.ROW, "By row",
            Order.CAPTION, "By caption",
            Order.LENGTH, "By length",
            Order.BRIGHTNESS, "By brightness",
            Order.SIZE, "By size");

    private final TextField text = new TextField();
    private final ComboBox<Which> which =
            box("Which rows", List.of(Which.values()), each -> WHICH.getOrDefault(each, ""));
    private final ComboBox<Order> order = box("Sorted", List.of(Order.values()), each -> ORDER.getOrDefault(each, ""));
    private final ToggleButton backwards = new ToggleButton(null, Icon.DOWN.node());
    private final Button common = new Button(null, Icon.CLOSE.node());
    private final PauseTransition pause = new PauseTransition(TYPING);
    private final Consumer<RowQuery> asked;
    private Optional<Trait> trait = Optional.empty();
    private boolean quiet;

    /** Tells what is looked for whenever it changes. */
    RowFinder(Consumer<RowQuery> asked) {
        super(8, 8, true);
        this.asked = asked;
        getStyleClass().add("row-finder");
        text.setPromptText("Find in captions");
        text.setAccessibleText("Find in captions");
        text.setPrefColumnCount(14);
        text.textProperty().addListener((observable, was, is) -> pause.playFromStart());
        text.setOnAction(e -> tell());
        pause.setOnFinished(e -> tell());
        which.valueProperty().addListener((observable, was, is) -> tell());
        order.valueProperty().addListener((observable, was, is) -> tell());
        backwards.setAccessibleText("The largest first");
        backwards.setTooltip(new Tooltip("The largest first"));
        backwards.setOnAction(e -> tell());
        common.getStyleClass().add("row-trait");
        common.setMinWidth(Region.USE_PREF_SIZE);
        common.setTooltip(new Tooltip("Show all rows again"));
        common.setOnAction(e -> having("", Optional.empty()));
        getChildren().addAll(text, which, order, backwards);
    }

    private static <T> ComboBox<T> box(String name, List<T> values, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setValue(values.get(0));
        box.setAccessibleText(name);
        box.setConverter(new StringConverter<T>() {
            @Override
            public String toString(T value) {
                return words.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        return box;
    }

    /** Finds only rows that have something in common, beside all else. */
    void having(String words, Optional<Trait> what) {
        trait = what;
        common.setText(words);
        common.setAccessibleText("Only " + words + "; show all rows again");
        if (what.isPresent() && !getChildren().contains(common)) {
            getChildren().add(common);
        } else if (what.isEmpty()) {
            getChildren().remove(common);
        }
        tell();
    }

    /** Finds all rows of a kind and nothing else. */
    void only(Which rows) {
        quiet = true;
        text.clear();
        which.setValue(rows);
        quiet = false;
        having("", Optional.empty());
    }

    /** What is looked for. */
    RowQuery query() {
        return RowQuery.ALL
                .saying(text.getText().strip())
                .only(which.getValue())
                .having(trait)
                .sorted(order.getValue(), backwards.isSelected());
    }

    private void tell() {
        if (!quiet) {
            pause.stop();
            asked.accept(query());
        }
    }
}
