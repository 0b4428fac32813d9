package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.Progress;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/** In the place of something that is computed when asked for: an offer to begin, how far it is with a way to stop, or why it failed. */
public final class Waiting extends WrapRow {
    private final Label words = Views.label("", "view-muted");
    private final ProgressBar bar = new ProgressBar();
    private final Button button = new Button();
    private final String offer;
    private Runnable begin = () -> {};
    private Runnable stop = () -> {};
    private boolean busy;

    /** Nothing asked for yet; the words of the button that begins. */
    public Waiting(String offer) {
        super(12, 8, true);
        this.offer = offer;
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        bar.setPrefWidth(160);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> {
            if (busy) {
                stop.run();
            } else {
                begin.run();
            }
        });
        getChildren().addAll(words, bar, button);
        idle("");
    }

    /** What the button does: begin, and while it is computed stop. */
    public void onAsked(Runnable begins, Runnable stops) {
        begin = begins;
        stop = stops;
    }

    /** Nothing is computed; why, where there is a reason. */
    public void idle(String why) {
        show(false, why, offer);
    }

    /** It is computed. */
    public void busy(Progress progress) {
        boolean known = progress.total() > 0;
        bar.setProgress(known ? (double) progress.done() / progress.total() : ProgressBar.INDETERMINATE_PROGRESS);
        String far = known ? " " + Numbers.count(progress.done()) + " of " + Numbers.count(progress.total()) : "";
        show(true, progress.phase() + far, "Cancel");
    }

    /** It is there: nothing to wait for. */
    public void done() {
        show(false, "", offer);
        setVisible(false);
        setManaged(false);
    }

    private void show(boolean now, String text, String does) {
        setVisible(true);
        setManaged(true);
        busy = now;
        words.setText(text);
        words.setVisible(!text.isEmpty());
        words.setManaged(!text.isEmpty());
        Views.show(bar, now);
        bar.setAccessibleText(text);
        button.setText(does);
        button.setAccessibleText(does);
    }

    /** The button that begins or stops. */
    public Button button() {
        return button;
    }

    /** What is said. */
    public String words() {
        return words.getText();
    }
}
