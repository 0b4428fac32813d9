package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.view.Segments;
import dev.patchbook.ui.view.WrapRow;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Goes through a caption: to its start, back, on by one, at a pace, to its end. */
final class Player extends WrapRow {
    private final Sampling sampling;
    private final Button start = button("Start", Icon.UNDO, "Back to before the first character");
    private final Button back = button("Back", Icon.PREVIOUS, "One character back");
    private final Button step = button("Step", Icon.NEXT, "Write one character more");
    private final Button play = button("Play", Icon.RUN, "");
    private final Button end = button("End", Icon.DONE, "Show the caption to its end");
    private final Segments pace = new Segments("Pace", "slow", "medium", "fast");
    private final Label where = new Label();

    Player(Sampling sampling) {
        super(6, 6, true);
        this.sampling = sampling;
        getStyleClass().add("caption-player");
        step.setContentDisplay(ContentDisplay.RIGHT);
        start.setOnAction(e -> sampling.choose(sampling.line().number(), 0));
        back.setOnAction(e -> sampling.back());
        step.setOnAction(e -> sampling.step());
        play.setOnAction(e -> sampling.play());
        end.setOnAction(
                e -> sampling.choose(sampling.line().number(), sampling.line().length()));
        pace.onChoose(sampling.playing()::pace);
        where.getStyleClass().add("fact-name");
        getChildren().addAll(start, back, step, play, end, pace, where);
    }

    private static Button button(String text, Icon icon, String tip) {
        Button button = new Button(text, icon.node());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(text + ": " + tip);
        return button;
    }

    void show() {
        int length = sampling.line().length();
        int place = sampling.place();
        boolean playing = sampling.playing().on();
        start.setDisable(place == 0);
        back.setDisable(place == 0);
        step.setDisable(place >= length || sampling.busy());
        end.setDisable(place >= length);
        play.setDisable(length == 0);
        play.setText(playing ? "Pause" : "Play");
        play.setGraphic((playing ? Icon.PAUSE : Icon.RUN).node());
        String tip = playing
                ? "Hold here"
                : place >= length ? "Write it again from the start" : "Write on from here, character by character";
        play.setTooltip(new Tooltip(tip));
        play.setAccessibleText(play.getText() + ": " + tip);
        pace.mark(sampling.playing().pace());
        String of = length == 1 ? "1 character" : Numbers.count(length) + " characters";
        where.setText(sampling.busy() ? "writing on…" : place >= length ? of : Numbers.count(place) + " of " + of);
    }
}
