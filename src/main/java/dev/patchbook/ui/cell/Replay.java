package dev.patchbook.ui.cell;

import dev.patchbook.engine.Generation;
import dev.patchbook.ui.view.CaptionView;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Shows a finished caption again, character by character. */
final class Replay {
    private static final Duration PACE = Duration.millis(110);

    private final CaptionView view;
    private Timeline timeline = new Timeline();

    Replay(CaptionView view) {
        this.view = view;
    }

    void play(Generation generation) {
        stop();
        view.start(generation.prompt());
        timeline = new Timeline();
        for (int i = 0; i < generation.tokens().size(); i++) {
            int token = i;
            timeline.getKeyFrames()
                    .add(new KeyFrame(
                            PACE.multiply(i + 1),
                            e -> view.append(generation.tokens().subList(token, token + 1))));
        }
        timeline.setOnFinished(e -> view.finish());
        timeline.play();
    }

    void stop() {
        timeline.stop();
    }
}
