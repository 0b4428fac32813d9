package dev.patchbook.ui.tour;

import dev.patchbook.ui.fx.Shown;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the tour says of a part, with the buttons that go on. */
final class TourBubble extends VBox {
    private final Label count = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button skip = new Button("Skip");
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");
    private final Runnable onNext;

    TourBubble(Runnable onBack, Runnable onNext, Runnable onEnd) {
        this.onNext = onNext;
        getStyleClass().add("tour-bubble");
        count.getStyleClass().add("tour-count");
        title.getStyleClass().add("tour-title");
        for (Label label : new Label[] {title, text}) {
            label.setWrapText(true);
            label.setMinWidth(0);
            label.setMinHeight(USE_PREF_SIZE);
        }
        skip.getStyleClass().add("quiet-outline");
        next.setDefaultButton(false);
        next.getStyleClass().add("accent");
        skip.setOnAction(e -> onEnd.run());
        back.setOnAction(e -> onBack.run());
        FlowPane buttons = new FlowPane(8, 8, next, back, skip);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("tour-buttons");
        getChildren().addAll(count, title, text, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                onEnd.run();
            } else if (e.getCode() == KeyCode.RIGHT || e.getCode() == KeyCode.LEFT) {
                e.consume();
                (e.getCode() == KeyCode.RIGHT ? next : back).fire();
            } else if (e.getCode() == KeyCode.ENTER && getScene().getFocusOwner() instanceof Button button) {
                e.consume();
                button.fire();
            }
        });
    }

    void show(TourStop stop, int number, int of, boolean before) {
        count.setText(number + " of " + of);
        say(stop.title(), stop.text());
        boolean last = number == of;
        next.setText(last ? "Done" : "Next");
        next.setOnAction(e -> onNext.run());
        Shown.when(back, before);
        Shown.when(skip, !last);
        Shown.when(count, true);
        skip.setText("Skip");
        focusNext();
    }

    void offer(Runnable begin) {
        say("New here?", "A short tour shows what is where, on the welcome notebook. You can leave it at any time.");
        next.setText("Show me around");
        next.setOnAction(e -> begin.run());
        Shown.when(back, false);
        Shown.when(count, false);
        Shown.when(skip, true);
        skip.setText("Not now");
        focusNext();
    }

    private void say(String words, String sentence) {
        title.setText(words);
        text.setText(sentence);
        // Said when the button gets the keyboard, which it does at every stop.
        next.setAccessibleHelp(words + ". " + sentence);
    }

    private void focusNext() {
        next.requestFocus();
    }
}
