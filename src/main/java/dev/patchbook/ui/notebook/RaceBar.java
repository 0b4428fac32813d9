package dev.patchbook.ui.notebook;

import atlantafx.base.theme.Styles;
import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What a train cell is to race: in what the two differ, whether they see the same batches, and the button that begins. While
 * they race it says so.
 */
final class RaceBar extends VBox {
    private final CellViewModel cell;
    private final TrainCommands commands;
    private final Label title = wrapped();
    private final Label differences = wrapped();
    private final Label batches = wrapped();
    private final Button race = new Button("Race", Icon.RUN.node());
    private final Button close = new Button();

    /**
     * A bar, seen while the cell has a rival.
     *
     * @param accept takes over what is being written; false where it cannot be used
     */
    RaceBar(CellViewModel cell, TrainCommands commands, BooleanSupplier accept, Pins pins) {
        super(6);
        this.cell = cell;
        this.commands = commands;
        getStyleClass().add("race-bar");
        setMinWidth(0);
        title.getStyleClass().add("race-title");
        batches.setGraphic(Icon.WARNING.node());
        batches.getStyleClass().addAll("fact-name", "warned");
        race.getStyleClass().add(Styles.ACCENT);
        race.setTooltip(new Tooltip("Train both cells, a step each in turn"));
        race.setOnAction(e -> {
            CellId rival = cell.rivalProperty().get();
            if (rival != null && accept.getAsBoolean()) {
                commands.race(rival, cell.id());
            }
        });
        close.setOnAction(e -> cell.rivalProperty().set(null));
        for (Button button : List.of(race, close)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        WrapRow buttons = new WrapRow(8, 4, true);
        buttons.getChildren().addAll(race, close);
        getChildren().addAll(title, differences, batches, buttons);
        pins.follow(cell.rivalProperty(), rival -> show());
        pins.follow(cell.cellProperty(), is -> show());
        pins.follow(cell.linksProperty(), links -> show());
        pins.follow(cell.statusProperty(), status -> show());
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void show() {
        CellId rival = cell.rivalProperty().get();
        boolean there = rival != null && commands.rivals(cell.id()).contains(rival);
        Shown.when(this, there);
        if (rival == null || !there) {
            return;
        }
        boolean running = cell.statusProperty().get().busy();
        boolean ahead = commands.underWay(rival);
        title.setText(
                running
                        ? "Racing “" + rival + "”, a step each in turn."
                        : ahead
                                ? "Race with “" + rival + "”: it is under way, and this cell catches up with it."
                                : "Race with “" + rival
                                        + "”: both train from the beginning, a step each in turn. Earlier runs are kept.");
        List<String> different = commands.differences(rival, cell.id());
        differences.setText(
                different.isEmpty()
                        ? "They do not differ yet: change a setting, or their curves will be the same."
                        : "“" + rival + "” and this cell differ: " + String.join(", ", different) + ".");
        Optional<String> apart = commands.batchesDiffer(rival, cell.id());
        batches.setText(apart.orElse(""));
        Shown.when(batches, apart.isPresent());
        Shown.when(race, !running);
        close.setText(running ? "Close" : "Not now");
    }
}
