package dev.patchbook.ui.view;

import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** Has something gone through by itself, at one of three paces, and holds it. */
public final class PlayKey extends WrapRow {
    private final Button button = new Button("Play");
    private final Segments pace = new Segments("pace", "slow", "medium", "fast");
    private Runnable onPress = () -> {};

    PlayKey() {
        super(8, 6, true);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> onPress.run());
        getChildren().addAll(button, pace);
        show(false, 1);
    }

    /** Called when a person wants it to go on, or to hold. */
    public void onPress(Runnable listener) {
        onPress = listener;
    }

    /** Called with the pace a person chooses: 0 slow, 1 medium, 2 fast. */
    public void onPace(IntConsumer listener) {
        pace.onChoose(listener);
    }

    /** Presses it. */
    void press() {
        button.fire();
    }

    /** Shows whether it goes on by itself, and at which pace. */
    public void show(boolean playing, int at) {
        button.setText(playing ? "Pause" : "Play");
        String tip = playing ? "Hold here (Space)" : "Go through the characters one by one (Space)";
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(button.getText() + ": " + tip);
        pace.mark(at);
    }

    Button button() {
        return button;
    }
}
