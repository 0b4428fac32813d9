package dev.patchbook.ui.cell;

import dev.patchbook.engine.DataSummary;
import dev.patchbook.ui.consent.AskView;
import dev.patchbook.ui.consent.Consent;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.rows.RowCounts;
import dev.patchbook.ui.rows.RowReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How many rows there are to train on; on request each that cannot be used, with what is wrong and what to do. */
final class RowProblems extends VBox {
    private static final String OUTSIDE = "outside";

    private final CellViewModel cell;
    private final CellCommands commands;
    private final Consent consent;
    private final Hyperlink summary = new Hyperlink();
    private final RowReport report;
    private final StackPane asking = new StackPane();
    private boolean open;

    RowProblems(CellViewModel cell, CellCommands commands, CellFrame.Surroundings around) {
        super(8);
        this.cell = cell;
        this.commands = commands;
        this.consent = around.consent();
        this.report = new RowReport(around.dialogs(), around.folder());
        getStyleClass().add("row-problems");
        summary.getStyleClass().add("problem-summary");
        summary.setGraphic(Icon.WARNING.node());
        summary.setWrapText(true);
        summary.setMinWidth(0);
        summary.setMinHeight(USE_PREF_SIZE);
        summary.setOnAction(e -> {
            open = !open;
            summary.setVisited(false);
            unfold();
        });
        getChildren().addAll(summary, asking, report);
    }

    void show(DataSummary data) {
        long unusable = (long) data.rows() - data.usable();
        Shown.when(this, unusable > 0);
        summary.setText(RowCounts.words(data.usable(), data.rows()));
        Map<String, Long> codes = data.statistics().problems();
        report.show(data.problems(), codes, unusable);
        ask(codes.containsKey(OUTSIDE)
                || data.problems().stream().anyMatch(problem -> problem.code().equals(OUTSIDE)));
        unfold();
    }

    /** Asks for pictures that rows name outside of the notebook's folder. */
    private void ask(boolean outside) {
        Map<String, String> settings = cell.cellProperty().get().settings();
        List<Path> named = outside ? consent.named(settings) : List.of();
        boolean asks = !named.isEmpty() && !consent.allowedProperty().get().containsAll(named);
        Shown.when(asking, asks);
        asking.getChildren().clear();
        if (asks) {
            asking.getChildren().add(new AskView(named, true, () -> allow(named), () -> Shown.when(asking, false)));
        }
    }

    private void allow(List<Path> files) {
        consent.allow(files);
        commands.run(cell.id());
    }

    private void unfold() {
        Shown.when(report, open);
        summary.setAccessibleText(
                summary.getText() + (open ? " Hide what is wrong with them" : " Show what is wrong with them"));
    }
}
