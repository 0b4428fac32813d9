package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.ModelSummary.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A model from left to right: the picture, its parts with their sizes and parameters, the next character; the shapes handed
 * on stand on the arrows. The line below a box shows its share of all parameters. Wraps where the window is narrow.
 */
public final class ModelDiagram extends VBox {
    private final WrapRow row = new WrapRow(0, 12, true);
    private final Label trains = Views.label("", "view-muted");

    /** An empty diagram. */
    public ModelDiagram() {
        super(8);
        getStyleClass().add("model-diagram");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Model, not built yet");
        setFocusTraversable(true);
        trains.setWrapText(true);
        trains.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(row, trains);
    }

    /** Shows a model. */
    public void show(ModelSummary model) {
        show(model, "");
    }

    /** Shows a model, and whose settings say how much of each part trains; empty where nobody's do. */
    public void show(ModelSummary model, String trainer) {
        TrainedShare whole = TrainedShare.of(model.parts());
        trains.setText(
                whole.plain() || trainer.isEmpty()
                        ? ""
                        : trainer + " trains " + Numbers.compact(whole.trained()) + " of "
                                + Numbers.compact(whole.all())
                                + " numbers; what is frozen is hatched"
                                + (whole.adapted() ? ", adapters are the rails at the sides." : "."));
        Views.show(trains, !trains.getText().isEmpty());
        row.getChildren().clear();
        List<String> spoken = new ArrayList<>();
        ModelConfig config = model.config();
        int side = config.vision().image();
        row.getChildren().add(new ModelBox("picture", "3 × " + side + " × " + side));
        spoken.add("picture, 3 by " + side + " by " + side);
        String handedOn = config.vision().patches() + " patches";
        for (ModelGroup group : ModelGroup.of(model.parts())) {
            add(group.readsText() ? handedOn + "\nand the text" : handedOn, box(group, model.parameters()));
            TrainedShare share = TrainedShare.of(group.parts());
            spoken.add(group.name() + ", " + Numbers.count(group.parameters()) + " parameters"
                    + (share.plain() ? "" : ", " + share.words()));
            handedOn = group.output();
        }
        add(
                handedOn,
                new ModelBox("next character", Numbers.count(model.alphabet().size()) + " known"));
        Views.say(
                this,
                "Model of " + Numbers.count(model.parameters()) + " parameters: " + String.join("; then ", spoken));
    }

    private void add(String handedOn, ModelBox box) {
        Label arrow = Views.label("→", "model-arrow");
        Label shape = Views.label(handedOn, "view-muted", "model-detail");
        VBox between = new VBox(arrow, shape);
        between.setAlignment(Pos.CENTER);
        between.getStyleClass().add("model-between");
        between.setMinWidth(Region.USE_PREF_SIZE);
        HBox step = new HBox(between, box);
        step.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().add(step);
    }

    private static ModelBox box(ModelGroup group, long all) {
        double share = all == 0 ? 0 : (double) group.parameters() / all;
        List<Part> parts = group.parts();
        ModelBox box =
                new ModelBox(group.name(), parts.size() == 1 ? parts.get(0).detail() : "");
        box.setShare(share);
        if (parts.size() > 1) {
            box.add(table(group));
        } else {
            box.add(Views.label(Numbers.compact(group.parameters()), "view-mono"));
        }
        box.setTrained(TrainedShare.of(parts), false);
        StringBuilder exact = new StringBuilder(Numbers.count(group.parameters()))
                .append(" parameters, ")
                .append(String.format(Locale.ROOT, "%.0f %% of the model", 100 * share));
        for (Part part : parts) {
            exact.append('\n').append(part.name()).append(": ").append(part.detail());
            exact.append(" → ").append(part.output()).append(", ").append(Numbers.count(part.parameters()));
            TrainedShare its = TrainedShare.of(List.of(part));
            exact.append(its.plain() ? "" : ", " + its.words());
        }
        Tooltip.install(box, new Tooltip(exact.toString()));
        return box;
    }

    /** The parts of a box line by line: the one it is named after by its sizes, the others by name. */
    private static GridPane table(ModelGroup group) {
        GridPane table = new GridPane();
        table.setHgap(12);
        table.setAlignment(Pos.CENTER);
        int line = 0;
        for (Part part : group.parts()) {
            boolean named = part.name().equals(group.name());
            Label words = Views.label(ModelBox.together(named ? part.detail() : part.name()), "view-muted");
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            Label count = Views.label(Numbers.compact(part.parameters()), "view-mono");
            count.setMinWidth(USE_PREF_SIZE);
            GridPane.setHalignment(count, HPos.RIGHT);
            table.addRow(line++, words, count);
        }
        return table;
    }
}
