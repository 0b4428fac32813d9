package dev.patchbook.ui.notebook;

import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A cell's header: kind, name, what it builds on, its settings in one line; at the right its state and its buttons. */
final class CellHeader extends VBox {
    private final CellViewModel model;
    private final CellCommands commands;

    private final Actions actions;

    CellHeader(
            CellViewModel model,
            CellCommands commands,
            Actions actions,
            List<Node> controls,
            Runnable edit,
            Pins pins) {
        this.model = model;
        this.actions = actions;
        this.commands = commands;
        getChildren().add(new HeaderPane(lead(pins), sentence(edit, pins), trail(controls, pins)));
    }

    private Region lead(Pins pins) {
        Label kind = new Label(Words.kind(model.cellProperty().get()));
        kind.getStyleClass().add("cell-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label(model.id().text());
        name.getStyleClass().add("cell-name");
        name.setMinWidth(0);
        LinkPill from = new LinkPill(commands::reveal);
        LinkPill used = new LinkPill(commands::reveal);
        pins.follow(model.linksProperty(), links -> {
            boolean runs = model.cellProperty().get().kind().runs();
            from.show(links.fromWords(), runs ? links.from() : List.of());
            used.show(links.usedByWords(), links.usedBy());
        });
        WrapRow lead = new WrapRow(8, 4, true);
        lead.getChildren().addAll(new FoldButton(model, pins), kind, name, from, used);
        return lead;
    }

    private Region sentence(Runnable edit, Pins pins) {
        Button sentence = new Button();
        sentence.getStyleClass().addAll("sentence");
        sentence.setWrapText(true);
        sentence.setAlignment(Pos.CENTER_LEFT);
        sentence.setMinWidth(0);
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        sentence.setTooltip(tip);
        sentence.setOnAction(e -> edit.run());
        pins.follow(model.sentenceProperty(), text -> {
            sentence.setText(text);
            tip.setText(text + "\n" + Command.EDIT_CELL.with("Click to edit the settings"));
            sentence.setAccessibleText("Settings: " + text);
            sentence.setVisible(!text.isEmpty());
        });
        return sentence;
    }

    private Region trail(List<Node> controls, Pins pins) {
        StatePill pill = new StatePill();
        pins.follow(model.statusProperty(), pill::show);
        WrapRow trail = new WrapRow(8, 4, true);
        trail.getChildren().add(pill);
        trail.getChildren().addAll(controls);
        if (model.cellProperty().get().kind().runs()) {
            trail.getChildren().add(runButton(pins));
        }
        Button more = quiet(Icon.MORE, "More: run, move, copy, delete");
        more.setOnAction(e -> new CellMenu(model, commands, actions).show(more));
        trail.getChildren().add(more);
        return trail;
    }

    private Button runButton(Pins pins) {
        Button run = quiet(Icon.RUN, "");
        run.setOnAction(e -> {
            commands.select(model.id());
            if (model.statusProperty().get().busy()) {
                commands.interrupt(model.id());
            } else {
                commands.run(model.id());
            }
        });
        pins.follow(model.statusProperty(), status -> {
            boolean busy = status.busy();
            run.setGraphic((busy ? Icon.STOP : Icon.RUN).node());
            run.setText(busy ? "Stop" : null);
            run.getStyleClass().remove("quiet");
            if (!busy) {
                run.getStyleClass().add("quiet");
            }
            String text = busy ? "Stop this cell" : Command.RUN_CELL.with("Run this cell");
            run.setTooltip(new Tooltip(text));
            run.setAccessibleText(text);
        });
        return run;
    }

    private static Button quiet(Icon icon, String tip) {
        Button button = new Button(null, icon.node());
        button.getStyleClass().add("quiet");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
