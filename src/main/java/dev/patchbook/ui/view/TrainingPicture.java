package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.ModelSummary.Part;
import dev.patchbook.engine.TrainEvent.Stage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What of a model trains in a run: its parts as small boxes, frozen ones hatched, adapters as rails, and all of it in words. */
public final class TrainingPicture extends VBox {
    private final Label words = Views.label("", "view-muted");
    private final WrapRow row = new WrapRow(8, 8, true);
    private List<Part> shown = List.of();

    /** A picture that is away until there is something to show. */
    public TrainingPicture() {
        super(6);
        getStyleClass().add("training-picture");
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("What trains");
        setFocusTraversable(true);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(words, row);
        setVisible(false);
        setManaged(false);
    }

    /** Shows a stage; goes away where everything trains from the first step to the last. */
    public void show(Stage stage) {
        TrainedShare model = TrainedShare.of(stage.parts());
        boolean any = stage.of() > 1 || !model.plain();
        setVisible(any);
        setManaged(any);
        if (!any) {
            return;
        }
        String which = stage.of() > 1 ? "Stage " + (stage.stage() + 1) + " of " + stage.of() + ": " : "";
        words.setText(which + stage.trains() + (stage.trains().contains(",") ? " train, " : " trains, ")
                + Numbers.compact(model.trained()) + " of " + Numbers.compact(model.all()) + " numbers");
        if (!stage.parts().equals(shown)) {
            shown = stage.parts();
            row.getChildren().clear();
            for (ModelGroup group : ModelGroup.ofTraining(stage.parts())) {
                ModelBox box = new ModelBox(group.name(), "");
                box.setTrained(TrainedShare.of(group.parts()), true);
                row.getChildren().add(box);
            }
        }
        List<String> spoken = new ArrayList<>();
        ModelGroup.ofTraining(stage.parts())
                .forEach(group -> spoken.add(
                        group.name() + " " + TrainedShare.of(group.parts()).words()));
        Views.say(this, words.getText() + ". " + String.join("; ", spoken));
    }
}
