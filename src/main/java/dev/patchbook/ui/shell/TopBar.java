package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.notebook.NotebookViewModel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar at the top: the program's name, the notebook, what runs or stops all of it, the theme. */
final class TopBar extends HBox {
    private final Label name = new Label("Patchbook");
    private final List<Label> keys = new ArrayList<>();

    TopBar(NotebookViewModel notebook, DocumentViewModel document, Actions actions, Appearance appearance) {
        getStyleClass().add("top-bar");
        name.getStyleClass().add("app-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button stale = button(Command.RUN_STALE, actions);
        Button all = button(Command.RUN_ALL, actions);
        Button interrupt = button(Command.INTERRUPT, actions);
        interrupt.disableProperty().bind(notebook.busyProperty().not());
        getChildren()
                .addAll(menu(actions), name, tab(document), space, stale, all, interrupt, theme(appearance, actions));
    }

    /** Says less where there is little room: no name, no keys. */
    void narrow(boolean is) {
        show(name, !is);
        keys.forEach(key -> show(key, !is));
    }

    private static void show(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private static Label tab(DocumentViewModel document) {
        Label tab = new Label();
        tab.getStyleClass().add("notebook-tab");
        Tooltip tip = new Tooltip();
        tab.setTooltip(tip);
        tab.setMinWidth(48);
        Runnable show = () -> {
            boolean unsaved = document.unsavedProperty().get();
            tab.setText(document.nameProperty().get() + (unsaved ? " •" : ""));
            String place = document.file().map(Object::toString).orElse("Not saved yet");
            tip.setText(place + (unsaved ? "\n" + Command.SAVE.with("There are changes that are not saved") : ""));
            tab.setAccessibleText(tab.getText() + (unsaved ? ", not saved" : ""));
        };
        document.nameProperty().addListener((observable, was, is) -> show.run());
        document.unsavedProperty().addListener((observable, was, is) -> show.run());
        show.run();
        return tab;
    }

    private static Button menu(Actions actions) {
        Button menu = new Button(null, Icon.MENU.node());
        menu.getStyleClass().add("quiet");
        menu.setTooltip(new Tooltip("Menu: open, save, undo, letters"));
        menu.setAccessibleText("Menu");
        menu.setOnAction(e -> new WindowMenu(actions).show(menu));
        return menu;
    }

    private Button button(Command command, Actions actions) {
        Label label = new Label(command.briefKeys());
        label.getStyleClass().add("key");
        keys.add(label);
        Button button = new Button(command.words(), label);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.getStyleClass().add("bar-button");
        button.setTooltip(command.tooltip());
        button.setAccessibleText(command.words());
        button.setAccessibleHelp(command.tip());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> actions.run(command));
        return button;
    }

    private static Button theme(Appearance appearance, Actions actions) {
        Button theme = new Button();
        theme.getStyleClass().add("quiet");
        Runnable show = () -> {
            boolean dark = appearance.darkProperty().get();
            theme.setGraphic((dark ? Icon.LIGHT : Icon.DARK).node());
            String text = dark ? "Light colours" : "Dark colours";
            theme.setTooltip(new Tooltip(Command.THEME.with(text)));
            theme.setAccessibleText(text);
        };
        appearance.darkProperty().addListener((observable, was, is) -> show.run());
        show.run();
        theme.setOnAction(e -> actions.run(Command.THEME));
        return theme;
    }
}
