package dev.patchbook.ui.cell;

import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.RowPage.Row;
import dev.patchbook.engine.RowSteps;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.Subscription;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.view.StepsView;
import dev.patchbook.ui.view.WrapRow;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One row looked at closely: each step of its way to the tensor, and cells that can look at its picture. Escape closes it. */
final class StepsPanel extends VBox {
    private final CellCommands commands;
    private final CellId cell;
    private final Label title = new Label();
    private final Label words = new Label();
    private final WrapRow links = new WrapRow(8, 8, true);
    private final StepsView steps = new StepsView();
    private final Runnable closed;
    private Optional<Subscription> asked = Optional.empty();
    private Optional<RowSteps> shown = Optional.empty();

    /** A panel, closed at first; told when a person closes it. */
    StepsPanel(CellCommands commands, CellId cell, Runnable closed) {
        super(12);
        this.commands = commands;
        this.cell = cell;
        this.closed = closed;
        getStyleClass().add("steps-panel");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinWidth(0);
        title.getStyleClass().add("chart-title");
        title.setWrapText(true);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        words.getStyleClass().add("fact-name");
        words.setWrapText(true);
        Button close = new Button(null, Icon.CLOSE.node());
        close.getStyleClass().add("quiet");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setAccessibleText("Close the row");
        close.setTooltip(new Tooltip("Close (Escape)"));
        close.setOnAction(e -> close());
        HBox head = new HBox(8, title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, words, links, steps);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
        hide();
    }

    /** Reads a row again and shows its steps. */
    void show(DataSummary data, Row row) {
        release();
        shown = Optional.empty();
        String number = row.number() > 0 ? ", row " + row.number() + " of " + data.name() + ", line " + row.line() : "";
        title.setText(row.image() + number);
        setAccessibleText(title.getText());
        links(row);
        steps.setVisible(false);
        steps.setManaged(false);
        say(row.index() < 0 ? "Run the cell to see each step of its way to the tensor." : "Reading the row …");
        setVisible(true);
        setManaged(true);
        if (row.index() >= 0) {
            Optional<ModelSummary> model = commands.model(cell);
            asked = Optional.of(commands.ask(
                    engine -> engine.steps(data.id(), row.index(), model.map(ModelSummary::id)),
                    this::take,
                    this::fail));
        }
        IntoView.bring(this);
        requestFocus();
    }

    private void links(Row row) {
        links.getChildren().clear();
        for (RowAction action : RowAction.of(row.image(), cell, commands)) {
            Button button = new Button(action.words());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setDisable(!action.possible());
            button.setOnAction(e -> {
                int place = links.getChildren().indexOf(button);
                action.run().run();
                links(row);
                if (place < links.getChildren().size() && isVisible()) {
                    links.getChildren().get(place).requestFocus(); // it says now what it undoes
                }
            });
            links.getChildren().add(button);
        }
    }

    private void take(RowSteps read) {
        shown = Optional.of(read);
        String parts = read.row().train() >= 0 && read.row().validation() >= 0
                ? "train " + read.row().train() + " and validation "
                        + read.row().validation()
                : read.row().train() >= 0 ? "for training" : "for validation";
        say(parts
                + (read.row().picture().rows() > 1
                        ? "; " + read.row().picture().rows() + " rows show this picture"
                        : "")
                + (read.row().picture().shared() ? ", both in training and in validation" : ""));
        steps.show(read);
        steps.setVisible(true);
        steps.setManaged(true);
        IntoView.bring(this);
    }

    private void fail(CellFailure why) {
        say(why.what() + " " + why.remedy());
    }

    private void say(String text) {
        words.setText(text);
    }

    /** The steps shown now. */
    Optional<RowSteps> steps() {
        return shown;
    }

    private void close() {
        hide();
        closed.run();
    }

    /** Puts it away. */
    void hide() {
        release();
        shown = Optional.empty();
        setVisible(false);
        setManaged(false);
    }

    /** Nothing is waited for any more. */
    void release() {
        asked.ifPresent(Subscription::close);
        asked = Optional.empty();
    }
}
