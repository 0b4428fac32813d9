package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a screen reader says of every view: what it shows in words, and what each move of the keyboard leads to. */
class SpokenTest {
    static Stream<Map.Entry<String, Supplier<Region>>> views() {
        return ViewGallery.widgets().entrySet().stream();
    }

    private static List<Node> all(Node root) {
        List<Node> nodes = new ArrayList<>(List.of(root));
        if (root instanceof Parent parent && !(root instanceof Control)) {
            parent.getChildrenUnmodifiable().forEach(child -> nodes.addAll(all(child)));
        }
        return nodes;
    }

    private static boolean drawn(Node node) {
        return node instanceof CanvasView || node.isFocusTraversable() && !(node instanceof Control);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("views")
    void whatIsDrawnHasARoleAndWords(Map.Entry<String, Supplier<Region>> view) {
        Region region = Fx.call(view.getValue()::get);
        Stage stage = Nodes.show(region, 900, 700);
        for (Node node : Fx.call(() -> all(region))) {
            if (shown(node) && Fx.call(() -> drawn(node))) {
                String name = view.getKey() + ": " + node.getClass().getSimpleName();
                assertThat(Fx.call(node::getAccessibleRole))
                        .as(name)
                        .isNotNull()
                        .isNotEqualTo(AccessibleRole.PARENT);
                assertThat(Fx.call(() -> said(node)))
                        .as(name)
                        .isNotBlank()
                        .doesNotContain("null")
                        .doesNotContain("NaN");
            }
            if (node instanceof Control control && Fx.call(control::isFocusTraversable)) {
                String words = Fx.call(() -> String.valueOf(said(control)) + control.getAccessibleHelp());
                assertThat(words).as(view.getKey() + ": " + control).isNotEqualTo("nullnull");
            }
        }
        Fx.close(stage);
    }

    private static String said(Node node) {
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        String own = node.getAccessibleText();
        return own != null ? own : String.valueOf(text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("views")
    void arrowKeysSayWhereTheyLead(Map.Entry<String, Supplier<Region>> view) {
        Region region = Fx.call(view.getValue()::get);
        Stage stage = Nodes.show(region, 900, 700);
        for (Node node : Fx.call(() -> all(region))) {
            boolean goes = node instanceof RunChart chart
                            && !Fx.call(() -> said(chart)).contains("no steps")
                    || node instanceof PatchCanvas && Fx.call(node::isFocusTraversable) && shown(node)
                    || node instanceof TokenMatrix
                    || node instanceof AttentionMatrix && shown(node)
                    || node instanceof CaptionChips && !view.getKey().endsWith("empty") && shown(node)
                    || node instanceof RowGrid && !view.getKey().endsWith("empty")
                    || node instanceof BarsView && !view.getKey().endsWith("empty");
            if (!goes) {
                continue;
            }
            Fx.focus(node);
            Fx.press(KeyCode.HOME);
            String first = Fx.call(() -> said(node));
            Fx.press(KeyCode.RIGHT);
            String second = Fx.call(() -> said(node));
            String name = view.getKey() + ": " + node.getClass().getSimpleName();
            assertThat(second).as(name).isNotBlank().isNotEqualTo(first).containsPattern("[0-9“:]");
        }
        Fx.close(stage);
    }

    private static boolean shown(Node node) {
        return Fx.call(() -> {
            for (Node each = node; each != null; each = each.getParent()) {
                if (!each.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }
}
