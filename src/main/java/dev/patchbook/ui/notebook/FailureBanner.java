package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.Bases;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellFailure;
import dev.patchbook.ui.consent.AskView;
import dev.patchbook.ui.consent.Consent;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says in the cell what went wrong and what to do about it; asks where a person may allow it. */
final class FailureBanner extends VBox {
    private final CellViewModel model;
    private final CellCommands commands;
    private final Consent consent;
    private final HBox banner = new HBox();
    private final StackPane asking = new StackPane();
    private final Label what = new Label();
    private final Label remedy = new Label();
    private final Button other = new Button("Choose another");

    FailureBanner(CellViewModel model, CellCommands commands, Consent consent, Runnable edit) {
        this.model = model;
        this.commands = commands;
        this.consent = consent;
        banner.getStyleClass().add("failure");
        banner.setAlignment(Pos.TOP_LEFT);
        what.setWrapText(true);
        what.getStyleClass().add("failure-what");
        remedy.setWrapText(true);
        VBox text = new VBox(4, what, remedy);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button settings = new Button("Settings");
        settings.setTooltip(new Tooltip(Command.EDIT_CELL.with("Open the settings of this cell")));
        settings.setMinWidth(Region.USE_PREF_SIZE);
        settings.setOnAction(e -> edit.run());
        other.setMinWidth(Region.USE_PREF_SIZE);
        other.setTooltip(new Tooltip("Let the cell build on another one"));
        other.setOnAction(e -> choose());
        banner.getChildren().addAll(Icon.FAILED.node(), text, other, settings);
        getChildren().addAll(banner, asking);
        show(null);
    }

    /** The way out where a cell builds on what is not there, or on itself. */
    private void choose() {
        ContextMenu menu = new ContextMenu();
        for (CellId base : commands.cells().bases(model.id())) {
            MenuItem item = new MenuItem("from " + base);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> commands.cells().base(model.id(), base));
            menu.getItems().add(item);
        }
        if (menu.getItems().isEmpty()) {
            Bases.needed(model.cellProperty().get().kind()).stream().sorted().forEach(kind -> {
                MenuItem item = new MenuItem("Add " + Words.one(kind) + " above");
                item.setOnAction(e -> commands.cells().add(commands.indexOf(model.id()), kind));
                menu.getItems().add(item);
            });
        }
        menu.show(other, Side.BOTTOM, 0, 4);
    }

    /** What leads out of the notebook's folder can be allowed. */
    private void ask(boolean outside) {
        Map<String, String> settings = model.cellProperty().get().settings();
        List<Path> files = outside ? consent.asked(settings) : List.of();
        Shown.when(asking, !files.isEmpty());
        asking.getChildren().clear();
        if (!files.isEmpty()) {
            asking.getChildren()
                    .add(new AskView(
                            files,
                            false,
                            () -> {
                                consent.allow(consent.named(settings));
                                commands.run(model.id());
                            },
                            () -> Shown.when(asking, false)));
        }
    }

    void show(CellViewModel.@Nullable Failure failure) {
        Shown.when(this, failure != null);
        ask(failure != null && failure.key().equals(CellFailure.OUTSIDE));
        if (failure != null) {
            other.setVisible(failure.key().equals(CellForm.FROM));
            other.setManaged(other.isVisible());
            what.setText(failure.what());
            remedy.setText(failure.remedy());
            remedy.setVisible(!failure.remedy().isEmpty());
            remedy.setManaged(!failure.remedy().isEmpty());
            setAccessibleText("Failed. " + failure.what() + " " + failure.remedy());
        }
    }
}
