package dev.patchbook.ui.start;

import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.tab.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The start page: the welcome notebook, what begins a notebook, the examples, and what was open lately. */
public final class StartPage implements Page {
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("Start");
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(Activity.NONE);
    private final ScrollPane scroll = new ScrollPane();
    private final RecentList recent;
    private final Card welcome;

    /** What can be done from the start page. */
    public interface Commands {
        /** Opens a notebook that comes with the program. */
        void open(Example example);

        /** Opens a notebook's file. */
        void open(Path file);

        /** Runs a command of the window. */
        void run(Command command);
    }

    /** Creates the page. */
    public StartPage(Commands commands, Recent recent) {
        this.recent = new RecentList(recent, commands::open);
        this.welcome = card(Example.WELCOME, commands);
        welcome.getStyleClass().add("first");
        Label title = new Label("Patchbook");
        title.getStyleClass().add("notebook-title");
        VBox column = new VBox(
                title,
                text("Build a small model that describes pictures, train it on this computer, and look inside it."),
                buttons(commands),
                heading("First minutes"),
                welcome,
                heading("Examples"),
                new Cards(Example.lessons().stream()
                        .map(example -> card(example, commands))
                        .toList()),
                text(
                        "Each runs as it stands, on pictures that come with Patchbook. You work on a copy; nothing can break."),
                this.recent);
        column.getStyleClass().add("start-column");
        StackPane centre = new StackPane(column);
        centre.getStyleClass().add("notebook-centre");
        centre.setMinWidth(0);
        scroll.setContent(centre);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("notebook-scroll", "start-page");
        scroll.setFocusTraversable(false);
    }

    private static Card card(Example example, Commands commands) {
        return new Card(example.title(), example.teaches(), "Runs in " + example.takes(), () -> commands.open(example));
    }

    private static Node buttons(Commands commands) {
        FlowPane row = new FlowPane(8, 8);
        for (Command command :
                List.of(Command.NEW, Command.OPEN, Command.OWN_PICTURES, Command.OWN_FOLDER, Command.TOUR)) {
            row.getChildren().add(button(command, commands));
        }
        row.getStyleClass().add("start-buttons");
        return row;
    }

    private static Button button(Command command, Commands commands) {
        Button button =
                new Button(command.words(), command.icon().map(Icon::node).orElse(null));
        button.setTooltip(command.tooltip());
        button.setAccessibleHelp(command.tip());
        button.setOnAction(e -> commands.run(command));
        return button;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("start-heading");
        return label;
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(VBox.USE_PREF_SIZE);
        return label;
    }

    @Override
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Activity> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    @Override
    public String place() {
        return "Start page";
    }

    @Override
    public Node view() {
        return scroll;
    }

    @Override
    public Optional<Node> side() {
        return Optional.empty();
    }

    /** Looks which recent files are still there, and takes the keyboard. */
    @Override
    public void focus() {
        recent.refresh();
        welcome.requestFocus();
    }

    @Override
    public void close() {
        recent.release();
    }
}
