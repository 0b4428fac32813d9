package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.store.RunInfo;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A line of the list of runs: whether it is drawn, what is known of it, and what can be done with it. */
final class RunLine {
    private static final int LONGEST = 60;
    private static final double NAME = 0.45; // share of the width

    private final RunInfo run;
    private final RunDesk desk;
    private final Consumer<RunInfo> naming;
    private final CheckBox box;
    private final Label facts;
    private final Button more = quiet(Icon.MORE);

    /**
     * A line.
     *
     * @param naming asks for the run's name
     */
    RunLine(RunInfo run, RunComparison comparison, RunDesk desk, Consumer<RunInfo> naming) {
        this.run = run;
        this.desk = desk;
        this.naming = naming;
        String words = RunFacts.of(run, comparison);
        box = new CheckBox(run.title());
        box.setSelected(comparison.shows(run));
        box.setDisable(comparison.isOwn(run) || run.problem().isPresent());
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setAccessibleText((comparison.isOwn(run) ? "shown: " : "compare with ") + run.title() + ", " + words);
        facts = facts(words);
        String tip = tip(run);
        more.setTooltip(new Tooltip(tip));
        more.setAccessibleText(tip);
        more.setOnAction(e -> menu().show(more, Side.BOTTOM, 0, 4));
        for (Node node : List.of(box, facts, more)) {
            node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
            node.setOnContextMenuRequested(this::menu);
        }
    }

    /** What the button behind a run's facts is for. */
    static String tip(RunInfo run) {
        return "More for " + run.title() + ": rename (F2), archive, delete (Delete)";
    }

    /** The box that draws the run beside the cell's own. */
    CheckBox box() {
        return box;
    }

    /** Puts it into a line of a grid. */
    void into(GridPane grid, int line) {
        nameWidth(box, grid);
        grid.addRow(line, box, facts, more);
    }

    private void menu(ContextMenuEvent e) {
        menu().show(more, e.getScreenX(), e.getScreenY());
        e.consume();
    }

    private ContextMenu menu() {
        MenuItem rename = item("Rename…", Icon.EDIT, () -> naming.accept(run));
        MenuItem archive = run.archived()
                ? item("Take out of the archive", Icon.OPEN, () -> desk.archive(run, false))
                : item("Archive", Icon.OPEN, () -> desk.archive(run, true));
        MenuItem delete = item("Delete, " + Numbers.bytes(run.bytes()), Icon.DELETE, () -> desk.delete(run));
        return new ContextMenu(rename, archive, delete);
    }

    private static MenuItem item(String text, Icon icon, Runnable action) {
        MenuItem item = new MenuItem(text, icon.node());
        item.setOnAction(e -> action.run());
        return item;
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.F2) {
            naming.accept(run);
            e.consume();
        } else if (e.getCode() == KeyCode.DELETE) {
            desk.delete(run);
            e.consume();
        }
    }

    /** In the place of a line, the field for the run's name. */
    static Node naming(RunInfo run, RunDesk desk, Runnable done) {
        TextField field = new TextField(run.name());
        field.setPromptText(run.cell() + " " + run.number());
        field.setAccessibleText("Name of " + run.title() + "; empty: its cell and number");
        field.textProperty().addListener((observable, was, is) -> {
            if (is.length() > LONGEST) {
                field.setText(is.substring(0, LONGEST));
            }
        });
        Runnable write = () -> {
            done.run();
            desk.rename(run, field.getText());
        };
        field.setOnAction(e -> write.run());
        field.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                done.run();
                e.consume();
            }
        });
        Button name = new Button("Rename");
        name.setOnAction(e -> write.run());
        Button leave = new Button("Leave it");
        leave.setOnAction(e -> done.run());
        WrapRow row = new WrapRow(8, 4, true);
        row.getChildren().addAll(field, name, leave);
        return row;
    }

    /** A line of a deleted run; removing it for good is asked twice. */
    static void deleted(RunInfo run, RunDesk desk, GridPane grid, int line) {
        Label words = facts(RunFacts.deleted(run));
        Button back = new Button("Bring back");
        back.setAccessibleText("Bring back " + run.title());
        back.setOnAction(e -> desk.restore(run));
        Button remove = new Button("Remove for good…");
        remove.setAccessibleText("Remove " + run.title() + " for good");
        WrapRow buttons = new WrapRow(8, 4, true);
        buttons.getChildren().addAll(back, remove);
        remove.setOnAction(e -> {
            Button sure = new Button("Remove " + Numbers.bytes(run.bytes()) + " for good");
            sure.setAccessibleText(sure.getText() + ": " + run.title() + ". It cannot be brought back then");
            sure.setOnAction(sureEvent -> desk.purge(run));
            Button keep = new Button("Keep it");
            keep.setOnAction(keepEvent -> {
                buttons.getChildren().setAll(back, remove);
                remove.requestFocus();
            });
            buttons.getChildren().setAll(sure, keep);
            keep.requestFocus();
        });
        Label name = new Label(run.title());
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        nameWidth(name, grid);
        VBox right = new VBox(4, words, buttons);
        right.setMinWidth(0);
        GridPane.setHgrow(right, Priority.ALWAYS);
        grid.addRow(line, name, right);
    }

    /** As wide as it is, but long names wrap. */
    private static void nameWidth(Labeled name, GridPane grid) {
        name.maxWidthProperty().bind(grid.widthProperty().multiply(NAME));
        name.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(name.prefWidth(-1), grid.getWidth() * NAME),
                        grid.widthProperty(),
                        name.fontProperty()));
    }

    private static Label facts(String text) {
        Label words = new Label(text);
        words.getStyleClass().add("runs-facts");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private static Button quiet(Icon icon) {
        Button button = new Button(null, icon.node());
        button.getStyleClass().addAll("quiet", "tiny");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
