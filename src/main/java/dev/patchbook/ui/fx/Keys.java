package dev.patchbook.ui.fx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/**
 * Keys a person presses for a command: one combination, or two one after the other.
 *
 * @param strokes the combinations, in order
 */
public record Keys(List<KeyCombination> strokes) {
    /** Copies the list. */
    public Keys {
        strokes = List.copyOf(strokes);
    }

    /** {@code Shortcut+Shift+R}, or {@code D D} for two strokes. */
    public static Keys of(String text) {
        // A space within a combination belongs to the name of a key: "Numpad 0", "Page Up".
        return new Keys(Arrays.stream(text.split("(?<!Numpad|Page) "))
                .map(KeyCombination::valueOf)
                .toList());
    }

    /** Whether a key pressed is the stroke at this place. */
    boolean matches(int place, KeyEvent event) {
        return place < strokes.size() && strokes.get(place).match(event);
    }

    /** Whether they are letters or digits alone, which in a text are typed. */
    boolean bare() {
        return strokes.stream().anyMatch(Keys::bare);
    }

    private static boolean bare(KeyCombination stroke) {
        return stroke instanceof KeyCodeCombination key
                && (key.getCode().isLetterKey() || key.getCode().isDigitKey())
                && key.getShortcut() != ModifierValue.DOWN
                && key.getAlt() != ModifierValue.DOWN;
    }

    /** For sentences and tooltips: {@code Ctrl+Shift+R}, {@code D, D}. */
    public String text() {
        return strokes.stream()
                .map(stroke -> stroke.getDisplayText().replace("↵", "Enter"))
                .collect(Collectors.joining(", "));
    }

    /** For buttons and lists, in less room: {@code Ctrl ⇧ R}, {@code D D}. */
    public String brief() {
        return strokes.stream()
                .map(stroke -> stroke.getDisplayText()
                        .replace("Shift+", "⇧ ")
                        .replace("Ctrl+", "Ctrl ")
                        .replace("Alt+", "Alt ")
                        .replace("Enter", "↵"))
                .collect(Collectors.joining(" "));
    }
}
