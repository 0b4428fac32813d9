package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.RowPage.Row;
import dev.patchbook.engine.RowQuery;
import dev.patchbook.session.CellFailure;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.view.GridRows;
import dev.patchbook.ui.view.RowGrid;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All usable rows of a data source, to be found, sorted and gone through. */
final class DataRows extends VBox {
    private final CellCommands commands;
    private final RowFinder finder = new RowFinder(query -> ask());
    private final RowGrid grid = new RowGrid();
    private final Label count = new Label();
    private final Button again = new Button("Read the data again");
    private Optional<DataSummary> data = Optional.empty();
    private Optional<RowPages> pages = Optional.empty();

    DataRows(CellCommands commands, Consumer<Row> chosen, Runnable read) {
        super(8);
        this.commands = commands;
        count.getStyleClass().add("fact-name");
        count.setWrapText(true);
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(e -> read.run());
        grid.setOnChosen(chosen);
        getChildren().addAll(finder, count, again, grid);
        setMinWidth(0);
        Shown.when(again, false);
    }

    /** Shows a source's rows; what is looked for stays. */
    void show(DataSummary now) {
        boolean other = data.filter(
                        was -> was.id().equals(now.id()) && was.hash().equals(now.hash()))
                .isEmpty();
        data = Optional.of(now);
        if (other) {
            ask();
        }
    }

    /** What rows are found by. */
    RowFinder finder() {
        return finder;
    }

    RowGrid grid() {
        return grid;
    }

    private void ask() {
        DataSummary now = data.orElse(null);
        if (now == null) {
            return;
        }
        pages.ifPresent(RowPages::close);
        pages = Optional.empty();
        boolean earlier = now.id().equals(DataId.NONE);
        Shown.when(finder, !earlier);
        Shown.when(again, earlier);
        if (earlier) {
            GridRows examples = RowPages.of(now.examples());
            count.setText(Numbers.count(examples.total()) + " of " + Numbers.count(now.usable())
                    + " rows, kept from an earlier time");
            grid.show(examples);
        } else {
            RowQuery query = finder.query();
            RowPages asked = new RowPages(commands, now.id(), query, this::changed, this::failed);
            pages = Optional.of(asked);
            grid.show(asked);
            changed();
        }
    }

    private void changed() {
        pages.filter(RowPages::known)
                .ifPresent(asked -> data.ifPresent(now -> {
                    String all = Numbers.count(now.usable()) + (now.usable() == 1 ? " row" : " rows");
                    count.setText(
                            asked.total() == now.usable()
                                    ? all
                                    : asked.total() == 0
                                            ? "None of " + all
                                            : Numbers.count(asked.total()) + " of " + all);
                }));
        grid.changed();
    }

    private void failed(CellFailure why) {
        count.setText(why.what() + " " + why.remedy());
        grid.changed();
    }

    /** Nothing is waited for any more. */
    void release() {
        pages.ifPresent(RowPages::close);
    }
}
