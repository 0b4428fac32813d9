package dev.patchbook.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the window as a whole; those of the current cell are the column's. */
final class WindowKeys {
    private final Map<KeyCombination, Runnable> always = new LinkedHashMap<>();
    private final Map<KeyCombination, Runnable> outsideText = new LinkedHashMap<>();

    private WindowKeys(WindowCommands commands) {
        always.put(keys("Shortcut+N"), commands::create);
        always.put(keys("Shortcut+O"), commands::open);
        always.put(keys("Shortcut+S"), commands::save);
        always.put(keys("Shortcut+Shift+S"), commands::saveAs);
        always.put(keys("Shortcut+W"), commands::close);
        always.put(keys("Shortcut+Shift+R"), commands::runStale);
        always.put(keys("Shortcut+Shift+Enter"), commands::runAll);
        always.put(keys("Shortcut+Shift+L"), commands::toggleTheme);
        always.put(keys("Shortcut+B"), commands::toggleOutline);
        always.put(keys("Shortcut+Plus"), () -> commands.zoom(1));
        always.put(keys("Shortcut+Equals"), () -> commands.zoom(1));
        always.put(keys("Shortcut+Shift+Equals"), () -> commands.zoom(1));
        always.put(keys("Shortcut+Add"), () -> commands.zoom(1));
        always.put(keys("Shortcut+Minus"), () -> commands.zoom(-1));
        always.put(keys("Shortcut+Subtract"), () -> commands.zoom(-1));
        always.put(keys("Shortcut+0"), () -> commands.zoom(0));
        always.put(keys("Shortcut+Numpad 0"), () -> commands.zoom(0));
        always.put(keys("Shortcut+Alt+P"), commands::measure);
        outsideText.put(keys("Shortcut+Z"), commands::undo);
        outsideText.put(keys("Shortcut+Shift+Z"), commands::redo);
        outsideText.put(keys("Shortcut+Y"), commands::redo);
    }

    static void install(Scene scene, WindowCommands commands) {
        new WindowKeys(commands).install(scene);
    }

    private void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (run(always, e) || !(scene.getFocusOwner() instanceof TextInputControl) && run(outsideText, e)) {
                e.consume();
            }
        });
    }

    private static boolean run(Map<KeyCombination, Runnable> keys, KeyEvent e) {
        for (Map.Entry<KeyCombination, Runnable> entry : keys.entrySet()) {
            if (entry.getKey().match(e)) {
                entry.getValue().run();
                return true;
            }
        }
        return false;
    }

    private static KeyCombination keys(String text) {
        return KeyCombination.valueOf(text);
    }
}
