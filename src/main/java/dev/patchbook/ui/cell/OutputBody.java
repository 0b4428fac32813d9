package dev.patchbook.ui.cell;

import dev.patchbook.export.Sheet;
import dev.patchbook.export.Sheets;
import dev.patchbook.session.CellOutput;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.notebook.CellBody;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A cell that shows what its run yielded: a hint until there is something, then the output, built once and filled afresh
 * with each new one.
 *
 * @param <T> what it shows
 */
abstract class OutputBody<T extends CellOutput> implements CellBody {
    /** The cell. */
    protected final CellViewModel cell;

    /** What can be done to it. */
    protected final CellCommands commands;

    /** Subscriptions, ended with the cell. */
    protected final Pins pins = new Pins();

    private final StackPane root = new StackPane();
    private final VBox whole = new VBox();
    private final Class<T> type;
    private final EmptyHint hint;
    private final Button save = new Button(null, Icon.SAVE.node());
    private @Nullable Node output;
    private @Nullable SaveMenu menu;

    OutputBody(Class<T> type, CellViewModel cell, CellCommands commands) {
        this.type = type;
        this.cell = cell;
        this.commands = commands;
        this.hint = new EmptyHint(cell, commands, pins);
        root.setMinWidth(0);
        whole.setMinWidth(0);
        whole.getChildren().add(root);
        if (cell.cellProperty().get().kind().looks()) {
            whole.getChildren().add(0, new LookBackLine(cell, commands, pins));
        }
        root.getStyleClass().add("output-body");
    }

    /** Offers to save what it shows. */
    final OutputBody<T> saving(SaveMenu with) {
        menu = with;
        save.getStyleClass().add("quiet");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setTooltip(Command.EXPORT.tooltip());
        save.setAccessibleText(Command.EXPORT.tip());
        save.setOnAction(e -> export());
        root.setOnContextMenuRequested(e -> {
            if (output != null && root.getChildren().contains(output)) {
                menu().show(root, e.getScreenX(), e.getScreenY());
                e.consume();
            }
        });
        return this;
    }

    @Override
    public final List<Node> controls() {
        List<Node> all = new ArrayList<>(ownControls());
        all.add(save);
        return all;
    }

    /** What saves; null where nothing can be saved. */
    final @Nullable SaveMenu saving() {
        return menu;
    }

    /** Buttons of this kind of cell. */
    protected List<Node> ownControls() {
        return List.of();
    }

    /** What of it can be saved as a picture. */
    protected abstract List<Shown> shown(T now);

    /** What of it can be saved as a table. */
    protected List<Sheet> sheets(T now) {
        return Sheets.of(now);
    }

    @Override
    public final void export() {
        if (save.isVisible()) {
            menu().show(save, Side.BOTTOM, 0, 4);
        }
    }

    private ContextMenu menu() {
        CellOutput now = cell.outputProperty().get();
        SaveMenu with = menu;
        return with == null || !type.isInstance(now)
                ? new ContextMenu()
                : with.of(cell.id().text(), shown(type.cast(now)), sheets(type.cast(now)), root);
    }

    /** Starts following the cell; called once the subclass is ready. */
    final OutputBody<T> follow() {
        pins.follow(cell.outputProperty(), this::take);
        return this;
    }

    private void take(@Nullable CellOutput now) {
        save.setVisible(type.isInstance(now));
        save.setManaged(save.isVisible());
        if (!type.isInstance(now)) {
            root.getChildren().setAll(hint);
            return;
        }
        Node node = output;
        if (node == null) {
            node = build();
            output = node;
        }
        if (!root.getChildren().contains(node)) {
            root.getChildren().setAll(node);
        }
        show(type.cast(now));
    }

    /** Makes the nodes. */
    protected abstract Node build();

    /** Fills the nodes. */
    protected abstract void show(T now);

    @Override
    public final Node node() {
        return whole;
    }

    @Override
    public void release() {
        pins.release();
    }
}
