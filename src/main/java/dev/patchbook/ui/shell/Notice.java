package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Icon;
import java.util.List;

/**
 * Something a person should know of the notebook as a file, and what can be done about it.
 *
 * @param icon what it is like
 * @param what what happened
 * @param remedy what can be done
 * @param actions the ways to do it, the usual one first
 */
record Notice(Icon icon, String what, String remedy, List<Action> actions) {
    /** One way to deal with it. */
    record Action(String text, String tip, Runnable action) {}

    /** Copies the list. */
    Notice {
        actions = List.copyOf(actions);
    }
}
