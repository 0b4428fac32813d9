package dev.patchbook.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A few words side by side, one of them always chosen. */
public final class Segments extends HBox {
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private IntConsumer listener = index -> {};

    /** The words, named together for a screen reader. */
    public Segments(String accessibleName, String... words) {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("segments");
        for (int i = 0; i < words.length; i++) {
            ToggleButton button = new ToggleButton(words[i]);
            String place = i == 0 ? "left-pill" : i == words.length - 1 ? "right-pill" : "center-pill";
            button.getStyleClass().addAll("small", place);
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText(accessibleName + ": " + words[i]);
            int index = i;
            button.setOnAction(e -> {
                button.setSelected(true);
                listener.accept(index);
            });
            buttons.add(button);
        }
        getChildren().addAll(buttons);
    }

    /** Called when a person chooses, with the index. */
    public void onChoose(IntConsumer chosen) {
        listener = chosen;
    }

    /** Marks one as chosen without telling anybody. */
    public void mark(int index) {
        group.selectToggle(buttons.get(index));
    }

    /** Marks none as chosen. */
    public void clear() {
        group.selectToggle(null);
    }

    /** The button of one choice. */
    public ToggleButton button(int index) {
        return buttons.get(index);
    }
}
