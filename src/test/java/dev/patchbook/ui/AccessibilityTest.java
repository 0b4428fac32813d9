package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever takes the keyboard or can be pressed has words for a screen reader, in every state of the window. */
class AccessibilityTest {
    @TempDir
    private Path folder;

    @Test
    void everyControlHasWords() {
        try (WindowFixture fixture = new WindowFixture(new FakeEngine(0), WindowFixture.example(), folder, 1280, 980)) {
            check(fixture, "opened");
            Fx.run(() -> fixture.window()
                    .notebook()
                    .commands()
                    .set(new CellId("first"), Map.of("steps", "20", "evaluate-every", "10")));
            fixture.run(Command.RUN_ALL);
            fixture.await("caption", Kind.DONE);
            fixture.delete("small");
            check(fixture, "failed");
            fixture.run(Command.UNDO);
            for (String id : List.of("scenes", "small", "first", "pieces", "looks", "caption")) {
                Fx.run(() -> fixture.window().notebook().reveal(new CellId(id)));
                fixture.run(Command.EDIT_CELL);
                Fx.pulses(1);
            }
            check(fixture, "forms");
            for (Command command : List.of(Command.PALETTE, Command.KEYS, Command.FIND, Command.ADD_BELOW)) {
                fixture.run(command);
                Fx.pulses(1);
                check(fixture, command.name());
            }
        }
    }

    private static void check(WindowFixture fixture, String state) {
        Fx.pulses(2);
        List<String> silent = new ArrayList<>();
        Fx.run(() -> walk(fixture.stage().getScene().getRoot(), silent));
        assertThat(silent).as(state).isEmpty();
    }

    private static void walk(Node node, List<String> silent) {
        if (!node.isVisible()) {
            return;
        }
        boolean asks = node instanceof ButtonBase || node instanceof Control && node.isFocusTraversable();
        boolean part = node instanceof ScrollBar || node instanceof ScrollPane;
        if ((asks || node.isFocusTraversable()) && !part && !spoken(node)) {
            silent.add(node.getClass().getSimpleName() + " " + node.getStyleClass() + " in "
                    + node.getParent().getClass().getSimpleName());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, silent));
        }
    }

    private static boolean spoken(Node node) {
        String text = node.getAccessibleText();
        boolean label = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        return label || text != null && !text.isBlank();
    }
}
