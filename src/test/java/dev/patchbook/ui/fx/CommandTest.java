package dev.patchbook.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.ui.Fx;
import dev.patchbook.ui.fx.Command.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

/** The one table of commands and keys. */
class CommandTest {
    private final Actions actions = new Actions();
    private final AtomicLong now = new AtomicLong();
    private final List<String> done = new ArrayList<>();

    @Test
    void noKeyMeansTwoThings() {
        List<Keys> seen = new ArrayList<>();
        for (Command command : Command.values()) {
            for (Keys keys : command.keys()) {
                assertThat(seen).as("%s", command).doesNotContain(keys);
                seen.add(keys);
            }
        }
    }

    @Test
    void aPairOfKeysIsNoPairAfterASecondOrWithAnotherBetween() {
        Fx.start();
        actions.bind(Command.DELETE, () -> done.add("delete"));
        Pane column = Fx.call(Pane::new);
        Fx.run(() -> new ActionKeys(actions, now::get).install(column, () -> true));
        type(column, KeyCode.D, KeyCode.X, KeyCode.D);
        assertThat(done).isEmpty();
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        type(column, KeyCode.D);
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        type(column, KeyCode.D);
        assertThat(done).isEmpty();
        type(column, KeyCode.D);
        assertThat(done).containsExactly("delete");
        type(column, KeyCode.D);
        assertThat(done).hasSize(1);
    }

    @Test
    void lettersAloneNeedTheKeyboardOnACell() {
        assertThat(Command.UNDO.where(Keys.of("Z"))).isEqualTo(Where.ON_CELL);
        assertThat(Command.UNDO.where(Keys.of("Shortcut+Z"))).isEqualTo(Where.OUTSIDE_TEXT);
        assertThat(Command.SAVE.where(Keys.of("Shortcut+S"))).isEqualTo(Where.ALWAYS);
    }

    @Test
    void keysAreShownBrieflyAndInWords() {
        assertThat(Command.RUN_STALE.tip()).endsWith("(Ctrl+Shift+R)");
        assertThat(Command.RUN_STALE.briefKeys()).isEqualTo("Ctrl ⇧ R");
        assertThat(Command.DELETE.tip()).endsWith("(D, D)");
    }

    private static void type(Pane target, KeyCode... codes) {
        for (KeyCode code : codes) {
            Fx.run(() -> Event.fireEvent(
                    target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
        }
    }
}
