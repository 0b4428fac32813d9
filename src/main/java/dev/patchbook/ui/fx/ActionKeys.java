package dev.patchbook.ui.fx;

import dev.patchbook.ui.fx.Command.Where;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Runs commands by their keys, wherever in the window the keyboard is. */
public final class ActionKeys {
    private static final long PAIR_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Actions actions;
    private final LongSupplier clock;
    private @Nullable KeyEvent before;
    private long when;
    private @Nullable Node pressedIn;

    /** Keys for a window's commands. */
    public ActionKeys(Actions actions) {
        this(actions, System::nanoTime);
    }

    ActionKeys(Actions actions, LongSupplier clock) {
        this.actions = actions;
        this.clock = clock;
    }

    /** Hears the keys that work anywhere, before whatever has the keyboard does. */
    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            pressedIn = scene.getFocusOwner();
            boolean text = scene.getFocusOwner() instanceof TextInputControl;
            press(e, text ? EnumSet.of(Where.ALWAYS) : EnumSet.of(Where.ALWAYS, Where.OUTSIDE_TEXT));
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, e -> typed(scene, e));
        scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> pressedIn = null);
    }

    /** A letter that moved the keyboard elsewhere, into a field perhaps, is not typed there as well. */
    private void typed(Scene scene, KeyEvent e) {
        if (pressedIn != null && scene.getFocusOwner() != pressedIn) {
            e.consume();
        }
    }

    /**
     * Hears the keys that work in the cells of a column, after whatever has the keyboard there.
     *
     * @param onCell tells whether the keyboard is on a cell itself
     */
    public void install(Node column, BooleanSupplier onCell) {
        column.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> press(
                        e,
                        onCell.getAsBoolean() ? EnumSet.of(Where.IN_CELL, Where.ON_CELL) : EnumSet.of(Where.IN_CELL)));
    }

    private void press(KeyEvent e, Set<Where> here) {
        for (Command command : Command.values()) {
            for (Keys keys : command.keys()) {
                if (here.contains(command.where(keys)) && pressed(keys, e) && actions.run(command)) {
                    before = null;
                    e.consume();
                    return;
                }
            }
        }
        if (here.contains(Where.ON_CELL) && !e.getCode().isModifierKey()) {
            before = e;
            when = clock.getAsLong();
        }
    }

    private boolean pressed(Keys keys, KeyEvent e) {
        if (keys.strokes().size() == 1) {
            return keys.matches(0, e);
        }
        KeyEvent first = before;
        return first != null && keys.matches(0, first) && keys.matches(1, e) && clock.getAsLong() - when < PAIR_NANOS;
    }
}
