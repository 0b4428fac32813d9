package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.tab.Tabs;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Binds the commands of the window as a whole. */
final class WindowActions {
    private WindowActions() {}

    static void bind(Actions actions, WindowCommands window, BooleanSupplier notebook) {
        actions.bind(Command.NEW, window::create);
        actions.bind(Command.OPEN, window::open);
        actions.bind(Command.WELCOME, window::welcome);
        actions.bind(Command.START, window::start);
        actions.bind(Command.SAVE, notebook, window::save);
        actions.bind(Command.SAVE_AS, notebook, window::saveAs);
        actions.bind(Command.CLOSE, window::close);
        actions.bind(Command.QUIT, window::quit);
        actions.bind(Command.OUTLINE, notebook, window::toggleOutline);
        actions.bind(Command.LARGER, () -> window.zoom(1));
        actions.bind(Command.SMALLER, () -> window.zoom(-1));
        actions.bind(Command.NORMAL, () -> window.zoom(0));
        actions.bind(Command.THEME, window::toggleTheme);
        actions.bind(Command.SYSTEM_THEME, window::followSystem);
        actions.bind(Command.MEASURE, window::measure);
    }

    static void bind(Actions actions, Tabs tabs) {
        BooleanSupplier several = () -> tabs.pages().size() > 1;
        actions.bind(Command.NEXT_TAB, several, () -> tabs.step(1));
        actions.bind(Command.PREVIOUS_TAB, several, () -> tabs.step(-1));
        actions.bind(Command.TAB_LEFT, several, () -> tabs.current().ifPresent(page -> tabs.move(page, -1)));
        actions.bind(Command.TAB_RIGHT, several, () -> tabs.current().ifPresent(page -> tabs.move(page, 1)));
    }

    /** Ctrl+1 to Ctrl+8 go to a tab by its number, Ctrl+9 to the last, as in a browser. */
    static void numbers(Scene scene, Tabs tabs) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            int digit = e.getCode().ordinal() - KeyCode.DIGIT0.ordinal();
            if (e.isShortcutDown() && !e.isShiftDown() && !e.isAltDown() && digit >= 1 && digit <= 9) {
                tabs.select(digit == 9 ? tabs.pages().size() - 1 : digit - 1);
                e.consume();
            }
        });
    }
}
