package dev.patchbook.ui.view;

import dev.patchbook.export.Sheet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** What a patches cell shows that is computed when asked for; one of them at a time. */
public final class PatchPanes extends StackPane {
    /** Names of the views. */
    static final List<String> VIEWS = List.of("filters", "nearest", "lab");

    private final ProjectionPane projection = new ProjectionPane();
    private final NearestPane nearest = new NearestPane();
    private final LabPane lab = new LabPane();
    private String view = "";

    PatchPanes() {
        setMinWidth(0);
    }

    /** The filters and the patches' plane. */
    public ProjectionPane projection() {
        return projection;
    }

    /** What of the text the picture is near to. */
    public NearestPane nearest() {
        return nearest;
    }

    /** Patches made otherwise. */
    public LabPane lab() {
        return lab;
    }

    /** Nothing is computed any more. */
    void clear() {
        projection.clear();
        nearest.clear();
        lab.clear();
    }

    /** Shows the view of a name; none where there is no such view. */
    void show(String name) {
        view = name;
        int index = VIEWS.indexOf(name);
        List<Node> all = List.of(projection, nearest, lab);
        getChildren().setAll(index < 0 ? List.of() : List.of(all.get(index)));
        setVisible(index >= 0);
        setManaged(index >= 0);
    }

    /** The view shown as numbers. */
    List<Sheet> sheets() {
        return switch (view) {
            case "filters" -> projection.sheets();
            case "nearest" -> nearest.sheets();
            case "lab" -> lab.sheets();
            default -> List.of();
        };
    }
}
