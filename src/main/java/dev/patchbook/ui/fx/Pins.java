package dev.patchbook.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Subscriptions of a view, released together when it leaves the window. */
public final class Pins {
    private final List<Runnable> releases = new ArrayList<>();

    /** Keeps what ends a subscription. */
    public void add(Runnable release) {
        releases.add(release);
    }

    /** Follows a value: told of it now and whenever it changes. */
    public <T extends @Nullable Object> void follow(ObservableValue<T> value, Consumer<T> sink) {
        ChangeListener<T> listener = (observable, was, is) -> sink.accept(is);
        value.addListener(listener);
        releases.add(() -> value.removeListener(listener));
        sink.accept(value.getValue());
    }

    /** Ends every subscription. */
    public void release() {
        releases.forEach(Runnable::run);
        releases.clear();
    }
}
