package dev.patchbook.ui.palette;

import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Command.Group;
import dev.patchbook.ui.fx.Keys;
import dev.patchbook.ui.fx.Sheet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every key, by what it does. */
public final class KeySheet {
    private static final double SCROLL = 0.15;

    private final ScrollPane scroll;
    private final Button close = new Button("Close");
    private final Sheet sheet;

    /** Lies over what is in the layers once it is opened. */
    public KeySheet(Pane layers) {
        Label title = new Label("Keys");
        title.getStyleClass().add("sheet-title");
        Label modes =
                new Label("Letters alone act on the current cell, with the keyboard on the cell itself. Enter goes "
                        + "into a cell, Escape comes back.");
        modes.setWrapText(true);
        modes.setMinHeight(Region.USE_PREF_SIZE);
        modes.getStyleClass().add("muted");
        FlowPane groups = new FlowPane(32, 20);
        for (Group group : Group.values()) {
            groups.getChildren().add(group(group));
        }
        groups.setMinWidth(0);
        scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("key-scroll");
        scroll.setAccessibleText("Every key, by what it does");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        close.setAccessibleText("Close the sheet of keys");
        HBox foot = new HBox(close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox panel = new VBox(12, title, modes, scroll, foot);
        panel.getStyleClass().add("key-sheet");
        sheet = new Sheet(layers, panel);
        close.setOnAction(e -> sheet.close());
        close.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Shows it; puts it away where it is shown. */
    public void open() {
        if (sheet.isOpen()) {
            sheet.close();
        } else {
            scroll.setVvalue(0);
            sheet.open(close);
        }
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.PAGE_DOWN) {
            scroll.setVvalue(scroll.getVvalue() + SCROLL);
        } else if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.PAGE_UP) {
            scroll.setVvalue(scroll.getVvalue() - SCROLL);
        } else if (e.getCode() == KeyCode.ENTER) {
            sheet.close();
        } else if (e.getCode() != KeyCode.TAB) {
            return;
        }
        e.consume();
    }

    private static Node group(Group group) {
        VBox box = new VBox(4);
        Label title = new Label(group.title());
        title.getStyleClass().add("key-group");
        box.getChildren().add(title);
        List<Command> commands = Arrays.stream(Command.values())
                .filter(command -> command.group() == group && !command.keys().isEmpty())
                .toList();
        commands.forEach(command -> box.getChildren().add(row(command)));
        box.getStyleClass().add("key-box");
        return box;
    }

    private static Node row(Command command) {
        Label keys = new Label(
                command.keys().stream().map(Keys::text).distinct().limit(3).collect(Collectors.joining("   ")));
        keys.getStyleClass().add("mono");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        Label words = new Label(command.words());
        words.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(12, words, space, keys);
    }
}
