package dev.patchbook.ui.importing;

import dev.patchbook.engine.DataCheck;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.Progress;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/** The check of every row: on request, with how far it is, to be stopped. A change of the settings takes it back. */
final class FullCheck {
    private static final Duration LOOK = Duration.millis(100);

    private final Supplier<Job<DataCheck>> ask;
    private final Reading<DataCheck> reading;
    private final ReadOnlyObjectWrapper<Stand> stand = new ReadOnlyObjectWrapper<>(new Stand.Idle());
    private final Timeline watch = new Timeline(new KeyFrame(LOOK, e -> look()));

    /** How it stands with the check. */
    sealed interface Stand {
        /** None was asked for since the last change. */
        record Idle() implements Stand {}

        /** It is being done; the share done, below 0 where that is not known. */
        record Running(double share) implements Stand {}

        /** It is done. */
        record Done(DataCheck found) implements Stand {}

        /** It cannot be done. */
        record Failed(String what, String remedy) implements Stand {}
    }

    FullCheck(Executor fx, Supplier<Job<DataCheck>> ask) {
        this.ask = ask;
        this.reading = new Reading<>(fx);
        watch.setCycleCount(Animation.INDEFINITE);
    }

    ReadOnlyObjectProperty<Stand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    void start() {
        stand.set(new Stand.Running(-1));
        watch.play();
        reading.start(
                ask, found -> ended(new Stand.Done(found)), (what, remedy) -> ended(new Stand.Failed(what, remedy)));
    }

    /** Stops it; what it found is forgotten. */
    void stop() {
        reading.stop();
        ended(new Stand.Idle());
    }

    private void ended(Stand is) {
        watch.stop();
        stand.set(is);
    }

    private void look() {
        if (!reading.busy()) {
            return;
        }
        Progress now = reading.progress().orElse(Progress.WAITING);
        stand.set(new Stand.Running(now.total() == 0 ? -1 : Math.min(1, (double) now.done() / now.total())));
    }
}
