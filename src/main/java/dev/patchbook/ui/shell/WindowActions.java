package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;

/** Binds the commands of the window as a whole. */
final class WindowActions {
    private WindowActions() {}

    static void bind(Actions actions, WindowCommands window) {
        actions.bind(Command.NEW, window::create);
        actions.bind(Command.OPEN, window::open);
        actions.bind(Command.WELCOME, window::welcome);
        actions.bind(Command.SAVE, window::save);
        actions.bind(Command.SAVE_AS, window::saveAs);
        actions.bind(Command.CLOSE, window::close);
        actions.bind(Command.OUTLINE, window::toggleOutline);
        actions.bind(Command.LARGER, () -> window.zoom(1));
        actions.bind(Command.SMALLER, () -> window.zoom(-1));
        actions.bind(Command.NORMAL, () -> window.zoom(0));
        actions.bind(Command.THEME, window::toggleTheme);
        actions.bind(Command.MEASURE, window::measure);
    }
}
