package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.RowPage.Row;
import dev.patchbook.engine.RowQuery.Trait;
import dev.patchbook.engine.RowQuery.Which;
import dev.patchbook.export.DataChart;
import dev.patchbook.export.DataWords;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.DataImport;
import dev.patchbook.ui.view.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A data source: its rows, what captions and pictures are like, the split, and the rows that cannot be used. */
final class DataBody extends OutputBody<DataOutput> {
    private static final double ROWS_LEAST = 380;

    private final DataRows rows;
    private final DataCharts captions = new DataCharts(this::find);
    private final DataCharts pictures = new DataCharts(
            this::find,
            link("Show repeated pictures", Which.REPEATED),
            link("Show pictures in both parts", Which.SHARED));
    private final Segments views = new Segments("Look at", "Rows", "Captions", "Pictures");
    private final StepsPanel steps;
    private final Label split = new Label();
    private final Label sharing = new Label();
    private final Label notes = new Label();
    private final RowProblems problems;
    private final DataImport imports;

    DataBody(CellViewModel cell, CellCommands commands, CellFrame.Surroundings around) {
        super(DataOutput.class, cell, commands);
        rows = new DataRows(commands, this::open, () -> commands.run(cell.id()));
        steps = new StepsPanel(commands, cell.id(), () -> rows.grid().requestFocus());
        problems = new RowProblems(cell, commands, around);
        imports = around.imports();
    }

    private Button link(String text, Which which) {
        Button link = new Button(text);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(e -> {
            rows.finder().only(which);
            choose(0);
            rows.grid().requestFocus();
        });
        return link;
    }

    @Override
    protected List<Node> ownControls() {
        Button choose = new Button(null, Icon.TABLE.node());
        choose.getStyleClass().add("quiet");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setTooltip(new Tooltip("Choose data: see its first rows and how it is read"));
        choose.setAccessibleText("Choose data for this cell");
        choose.setOnAction(e -> imports.choose(
                Optional.of(cell.id()), List.of(), cell.cellProperty().get().settings()));
        return List.of(choose);
    }

    @Override
    protected Node build() {
        Label name = new Label("train / validation");
        name.getStyleClass().add("fact-name");
        split.getStyleClass().add("large-value");
        for (Label label : List.of(sharing, notes)) {
            label.getStyleClass().add("fact-name");
            label.setWrapText(true);
        }
        VBox facts = new VBox(4, name, split, sharing, notes);
        facts.getStyleClass().add("side-facts");
        VBox main = new VBox(12, views, rows, captions, pictures, steps);
        main.setMinWidth(0);
        views.onChoose(this::choose);
        pins.follow(cell.cellProperty(), is -> {
            if (cell.outputProperty().get() instanceof DataOutput now) {
                charts(now.summary());
            }
        });
        rows.grid().setOnMenu((row, e) -> {
            Bounds tile = rows.grid()
                    .selectedTile()
                    .localToScreen(rows.grid().selectedTile().getBoundsInLocal());
            ContextMenu menu = menu(row);
            menu.show(rows.grid(), tile.getMinX() + 12, tile.getMinY() + 12);
            e.consume();
        });
        choose(0);
        VBox all = new VBox(12, new Columns(main, facts, () -> ROWS_LEAST, 24), problems);
        all.setMinWidth(0);
        return all;
    }

    private void choose(int view) {
        views.mark(view);
        List<Region> all = List.of(rows, captions, pictures);
        for (int i = 0; i < all.size(); i++) {
            dev.patchbook.ui.fx.Shown.when(all.get(i), i == view);
        }
        if (view > 0) {
            steps.hide();
        }
    }

    /** Shows the rows a bar stands for. */
    private void find(String words, Optional<Trait> trait) {
        rows.finder().having(words, trait);
        choose(0);
        rows.grid().requestFocus();
    }

    private ContextMenu menu(Row row) {
        ContextMenu menu = new ContextMenu();
        MenuItem steps = new MenuItem("Its way to the tensor");
        steps.setOnAction(e -> open(row));
        menu.getItems().add(steps);
        for (RowAction action : RowAction.of(row.image(), cell.id(), commands)) {
            MenuItem item = new MenuItem(action.words());
            item.setMnemonicParsing(false);
            item.setDisable(!action.possible());
            item.setOnAction(e -> action.run().run());
            menu.getItems().add(item);
        }
        return menu;
    }

    private void open(Row row) {
        if (cell.outputProperty().get() instanceof DataOutput now) {
            steps.show(now.summary(), row);
        }
    }

    @Override
    protected List<Shown> shown(DataOutput now) {
        List<Shown> all = new ArrayList<>();
        if (rows.isVisible()) {
            all.add(Shown.of("rows", "Rows in view", rows.grid()));
        }
        steps.steps().ifPresent(read -> {
            String row = read.row().image().replace(' ', '-');
            all.add(Shown.of(row + "-given", "Picture as given", read.pictures().given()));
            all.add(Shown.of(
                    row + "-resized",
                    "Picture as the model sees it",
                    read.pictures().resized()));
        });
        if (captions.isVisible()) {
            all.addAll(captions.saved());
        }
        if (pictures.isVisible()) {
            all.addAll(pictures.saved());
        }
        return all;
    }

    @Override
    protected void show(DataOutput now) {
        DataSummary data = now.summary();
        rows.show(data);
        charts(data);
        split.setText(Numbers.count(data.train()) + " / " + Numbers.count(data.validation()));
        boolean honest = data.validation() > 0 && data.sharedPictures() == 0;
        sharing.setText(sharing(data));
        sharing.setGraphic(honest ? null : Icon.WARNING.node());
        sharing.getStyleClass().remove("warned");
        if (!honest) {
            sharing.getStyleClass().add("warned");
        }
        notes.setText("alphabet " + data.alphabet().size() + " · longest caption " + data.longest() + "\nseen at "
                + data.imageSize() + " × " + data.imageSize() + " pixels");
        problems.show(data);
    }

    /** The line of the longest caption follows the setting, also before the cell is run again. */
    private void charts(DataSummary data) {
        int maxLength = DataWords.maxLength(Map.of("max-length", commands.setting(cell.id(), "max-length")));
        List<DataChart> charts = DataChart.all(data.statistics(), maxLength);
        captions.show(DataWords.captions(data, maxLength), charts.subList(0, 3));
        pictures.show(DataWords.pictures(data), charts.subList(3, charts.size()));
    }

    @Override
    public void release() {
        super.release();
        rows.release();
        steps.release();
    }

    private static String sharing(DataSummary data) {
        if (data.validation() == 0) {
            return "no rows validate: there is no evaluation";
        }
        if (data.sharedPictures() == 0) {
            return "no picture is in both";
        }
        String pictures = data.sharedPictures() == 1 ? " picture is" : " pictures are";
        return Numbers.count(data.sharedPictures()) + pictures + " in both: the validation loss shows memory";
    }
}
