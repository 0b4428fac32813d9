package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.tab.Page;
import dev.patchbook.ui.tab.TabStrip;
import dev.patchbook.ui.tab.Tabs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The bar at the top: the program's name, the tabs, what runs or stops all of the notebook in front, the theme. Where there
 * is little room the tabs stand in a row of their own.
 */
final class TopBar extends VBox {
    private final Label name = new Label("Patchbook");
    private final List<Label> keys = new ArrayList<>();
    private final List<Button> ofNotebook = new ArrayList<>();
    private final HBox row = new HBox();
    private final Region space = new Region();
    private final TabStrip strip;
    private final Button interrupt;
    private final Button running;
    private final BooleanProperty outlined = new SimpleBooleanProperty(true);

    TopBar(Tabs tabs, Consumer<Page> closer, Actions actions, Supplier<WindowMenu> menu, Appearance appearance) {
        strip = new TabStrip(tabs, closer, () -> actions.run(Command.NEW));
        getStyleClass().add("top-bar");
        row.getStyleClass().add("top-row");
        name.getStyleClass().add("app-name");
        name.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(strip, Priority.SOMETIMES);
        interrupt = button(Command.INTERRUPT, actions);
        running = running(actions);
        row.getChildren()
                .addAll(
                        menu(menu),
                        name,
                        strip,
                        space,
                        running,
                        button(Command.RUN_STALE, actions),
                        button(Command.RUN_ALL, actions),
                        interrupt,
                        theme(appearance, actions));
        getChildren().add(row);
        tabs.currentProperty().addListener((observable, was, is) -> front(is));
        front(tabs.currentProperty().get());
    }

    private void front(@Nullable Page page) {
        boolean notebook = page instanceof NotebookPane;
        ofNotebook.forEach(button -> Shown.when(button, notebook));
        interrupt.disableProperty().unbind();
        running.visibleProperty().unbind();
        running.setVisible(false);
        running.textProperty().unbind();
        if (page instanceof NotebookPane pane) {
            running.visibleProperty().bind(pane.runningAway().and(outlined.not()));
            running.textProperty().bind(pane.notebook().runningProperty().map(id -> "Go to " + id));
        }
        if (page != null) {
            interrupt
                    .disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> !page.activityProperty().get().busy(), page.activityProperty()));
        }
    }

    /** Whether the outline is shown, which leads to the running cell too. */
    void outlined(boolean is) {
        outlined.set(is);
    }

    /** Says less where there is little room: no name, no keys, the tabs beneath. */
    void narrow(boolean is) {
        Shown.when(name, !is);
        keys.forEach(key -> Shown.when(key, !is));
        if (is == getChildren().contains(strip)) {
            return;
        }
        if (is) {
            row.getChildren().remove(strip);
            getChildren().add(strip);
        } else {
            getChildren().remove(strip);
            row.getChildren().add(row.getChildren().indexOf(space), strip);
        }
    }

    private static Button menu(Supplier<WindowMenu> made) {
        Button menu = new Button(null, Icon.MENU.node());
        menu.getStyleClass().addAll("quiet", "main-menu");
        menu.setTooltip(new Tooltip("Menu: open, save, letters, help"));
        menu.setAccessibleText("Menu");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setOnAction(e -> made.get().show(menu));
        return menu;
    }

    /** Leads to the cell that runs, where it cannot be seen. */
    private static Button running(Actions actions) {
        Button go = new Button(null, Icon.GO.node());
        go.getStyleClass().addAll("running-button", "of-bar");
        go.setMnemonicParsing(false);
        go.setMinWidth(0);
        go.setTooltip(Command.RUNNING.tooltip());
        go.textProperty().addListener((observable, was, is) -> go.setAccessibleText(is + ", which runs"));
        go.managedProperty().bind(go.visibleProperty());
        go.setOnAction(e -> actions.run(Command.RUNNING));
        return go;
    }

    private Button button(Command command, Actions actions) {
        Label label = new Label(command.briefKeys());
        label.getStyleClass().add("key");
        keys.add(label);
        Button button = new Button(command.words(), label);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.getStyleClass()
                .addAll("bar-button", command.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setTooltip(command.tooltip());
        button.setAccessibleText(command.words());
        button.setAccessibleHelp(command.tip());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> actions.run(command));
        ofNotebook.add(button);
        return button;
    }

    private static Button theme(Appearance appearance, Actions actions) {
        Button theme = new Button();
        theme.getStyleClass().add("quiet");
        theme.setMinWidth(USE_PREF_SIZE);
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
