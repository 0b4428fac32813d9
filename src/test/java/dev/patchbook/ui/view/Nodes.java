package dev.patchbook.ui.view;

import atlantafx.base.theme.PrimerLight;
import dev.patchbook.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** Shows widgets in tests and looks into them. */
final class Nodes {
    private Nodes() {}

    /** Shows a widget in a window of its own, in a light theme, as wide as given. */
    static Stage show(Node widget, double width, double height) {
        VBox root = Fx.call(() -> new VBox(widget));
        Stage stage = Fx.show(root, width, height);
        Fx.run(() -> {
            stage.getScene().setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            stage.getScene().getStylesheets().add(Views.stylesheet());
            root.setStyle("-fx-font-family: Inter;");
        });
        Fx.pulses(2);
        return stage;
    }

    /** What is cut off or sticks out: labels whose words do not fit, and nodes beyond the root's sides. */
    static List<String> faults(Parent root) {
        List<String> faults = new ArrayList<>();
        Bounds whole = root.localToScene(root.getLayoutBounds());
        look(root, whole, faults);
        return faults;
    }

    private static void look(Node node, Bounds whole, List<String> faults) {
        // A canvas has clear pixels around it; what it is in is looked at.
        if (!node.isVisible() || node instanceof Ink || node instanceof Canvas) {
            return;
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (bounds.getMaxX() > whole.getMaxX() + 1 || bounds.getMinX() < whole.getMinX() - 1) {
            faults.add("sticks out: " + node + " " + bounds);
        }
        if (node instanceof Labeled labeled && !labeled.getStyleClass().contains("thumbnail-caption")) {
            labeled.getChildrenUnmodifiable().stream()
                    .filter(Text.class::isInstance)
                    .map(text -> ((Text) text).getText())
                    .filter(shown -> shown.endsWith("...") || shown.endsWith("…"))
                    .forEach(shown -> faults.add("cut off: " + labeled.getText()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, whole, faults));
        }
    }
}
