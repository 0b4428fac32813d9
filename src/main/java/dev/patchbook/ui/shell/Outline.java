package dev.patchbook.ui.shell;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.NotebookViewModel;
import dev.patchbook.ui.notebook.RunRow;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The outline at the left: every cell with its state, and beneath it the runs with their last loss. */
final class Outline extends StackPane {
    private final NotebookViewModel notebook;
    private final VBox cells = new VBox(2);
    private final VBox runs = new VBox(2);
    private final Pins rows = new Pins();

    Outline(NotebookViewModel notebook) {
        this.notebook = notebook;
        getStyleClass().add("outline");
        Label runsTitle = title("Runs");
        runsTitle.getStyleClass().add("runs-title");
        VBox content = new VBox(title("Outline"), running(), cells, runsTitle, runs);
        content.getStyleClass().add("outline-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.getStyleClass().add("outline-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        notebook.cells().addListener((ListChangeListener<CellViewModel>) change -> showCells());
        notebook.runs().addListener((ListChangeListener<RunRow>) change -> showRuns(runsTitle));
        showCells();
        showRuns(runsTitle);
    }

    /** Leads to the cell that runs, wherever in the notebook that is. */
    private Button running() {
        Button go = new Button(null, Icon.GO.node());
        go.getStyleClass().add("running-button");
        go.setMaxWidth(Double.MAX_VALUE);
        go.setTooltip(Command.RUNNING.tooltip());
        go.setOnAction(
                e -> Optional.ofNullable(notebook.runningProperty().get()).ifPresent(notebook::reveal));
        ChangeListener<@Nullable CellId> show = (observable, was, is) -> {
            go.setText("Go to " + is + ", which runs");
            go.setAccessibleText(go.getText());
            go.setVisible(is != null);
            go.setManaged(is != null);
        };
        notebook.runningProperty().addListener(show);
        show.changed(
                notebook.runningProperty(), null, notebook.runningProperty().get());
        return go;
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("outline-title");
        return title;
    }

    private void showCells() {
        rows.release();
        cells.getChildren().clear();
        for (CellViewModel cell : notebook.cells()) {
            OutlineRow row = new OutlineRow(cell, rows);
            row.setOnAction(e -> notebook.reveal(cell.id()));
            rows.follow(
                    notebook.currentProperty(), current -> row.current(cell.id().equals(current)));
            cells.getChildren().add(row);
        }
    }

    private void showRuns(Node title) {
        List<RunRow> now = notebook.runs();
        title.setVisible(!now.isEmpty());
        // A loss changes with every frame of a run, so the lines stay and only their words change.
        while (runs.getChildren().size() > now.size()) {
            runs.getChildren().remove(runs.getChildren().size() - 1);
        }
        while (runs.getChildren().size() < now.size()) {
            runs.getChildren().add(new RunLine());
        }
        for (int i = 0; i < now.size(); i++) {
            RunRow run = now.get(i);
            if (runs.getChildren().get(i) instanceof RunLine line) {
                line.show(run);
                line.setOnAction(e -> notebook.reveal(run.cell()));
            }
        }
    }
}
