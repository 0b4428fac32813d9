package dev.patchbook.ui.cell;

import dev.patchbook.session.CellOutput;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.notebook.CellBody;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
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
    private final Class<T> type;
    private final EmptyHint hint;
    private @Nullable Node output;

    OutputBody(Class<T> type, CellViewModel cell, CellCommands commands) {
        this.type = type;
        this.cell = cell;
        this.commands = commands;
        this.hint = new EmptyHint(cell, commands, pins);
        root.setMinWidth(0);
        root.getStyleClass().add("output-body");
    }

    /** Starts following the cell; called once the subclass is ready. */
    final OutputBody<T> follow() {
        pins.follow(cell.outputProperty(), this::take);
        return this;
    }

    private void take(@Nullable CellOutput now) {
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
        return root;
    }

    @Override
    public void release() {
        pins.release();
    }
}
