package dev.patchbook.ui.fx;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What the commands of a window do. Nothing here keeps a notebook: they act on whichever is in front. */
public final class Actions {
    private final Map<Command, Bound> bound = new EnumMap<>(Command.class);

    private record Bound(BooleanSupplier enabled, Runnable run) {}

    /** Creates a table without a binding. */
    public Actions() {}

    /** Binds a command that can always be run. */
    public void bind(Command command, Runnable run) {
        bind(command, () -> true, run);
    }

    /** Binds a command that can be run now and then. */
    public void bind(Command command, BooleanSupplier enabled, Runnable run) {
        bound.put(command, new Bound(enabled, run));
    }

    /** Whether a command was bound. */
    public boolean bound(Command command) {
        return bound.containsKey(command);
    }

    /** Whether a command can be run now. */
    public boolean enabled(Command command) {
        Bound found = bound.get(command);
        return found != null && found.enabled().getAsBoolean();
    }

    /** Runs a command; false where it cannot be run now. */
    public boolean run(Command command) {
        Bound found = bound.get(command);
        if (found == null || !found.enabled().getAsBoolean()) {
            return false;
        }
        found.run().run();
        return true;
    }

    /** A menu item that shows a command with its keys. */
    public MenuItem item(Command command) {
        MenuItem item =
                new MenuItem(command.words(), command.icon().map(Icon::node).orElse(null));
        if (!command.keys().isEmpty()) {
            item.setAccelerator(new Shown(command.keys().get(0)));
        }
        item.setDisable(!enabled(command));
        item.setOnAction(e -> run(command));
        return item;
    }

    /** Keys a menu shows; pressing them is the business of {@link ActionKeys}. */
    private static final class Shown extends KeyCombination {
        private final Keys keys;

        Shown(Keys keys) {
            this.keys = keys;
        }

        @Override
        public boolean match(KeyEvent event) {
            return false;
        }

        @Override
        public String getDisplayText() {
            return keys.text();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Shown shown && shown.keys.equals(keys);
        }

        @Override
        public int hashCode() {
            return keys.hashCode();
        }
    }
}
