package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.DataSummary.Example;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.ThumbnailGrid;
import java.util.List;
import java.util.Map;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

/** A data source: pictures with their captions, the split, and the rows that cannot be used. */
final class DataBody extends OutputBody<DataOutput> {
    private static final double PICTURES_LEAST = 380;

    private final ThumbnailGrid pictures = new ThumbnailGrid();
    private final Label split = new Label();
    private final Label sharing = new Label();
    private final Label notes = new Label();
    private final RowProblems problems = new RowProblems();

    DataBody(CellViewModel cell, CellCommands commands) {
        super(DataOutput.class, cell, commands);
    }

    @Override
    protected Node build() {
        pictures.setOnChosen(this::offer);
        Label name = new Label("train / validation");
        name.getStyleClass().add("fact-name");
        split.getStyleClass().add("large-value");
        for (Label label : List.of(sharing, notes)) {
            label.getStyleClass().add("fact-name");
            label.setWrapText(true);
        }
        VBox facts = new VBox(4, name, split, sharing, notes);
        facts.getStyleClass().add("side-facts");
        VBox all = new VBox(12, new Columns(pictures, facts, PICTURES_LEAST, 24), problems);
        all.setMinWidth(0);
        return all;
    }

    /** Offers to look at a picture in the cells that look at one. */
    private void offer(Example example) {
        String image = example.part() + " " + example.index();
        List<CellId> lookers = commands.lookers(cell.id());
        ContextMenu menu = new ContextMenu();
        for (CellId looker : lookers) {
            MenuItem item = new MenuItem("Look at " + image + " in " + looker);
            item.setOnAction(e -> {
                commands.set(looker, Map.of("image", image));
                commands.reveal(looker);
            });
            menu.getItems().add(item);
        }
        SaveMenu with = saving();
        if (with != null) {
            if (!lookers.isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            Shown picture = Shown.of(example.part() + "-" + example.index(), image, example.picture());
            menu.getItems().addAll(with.items(cell.id().text(), picture));
        }
        if (!menu.getItems().isEmpty()) {
            Node tile = pictures.lookup(".thumbnail:selected");
            menu.show(tile == null ? pictures : tile, Side.BOTTOM, 0, 0);
        }
    }

    @Override
    protected List<Shown> shown(DataOutput now) {
        return List.of(Shown.of("pictures", "Pictures", pictures));
    }

    @Override
    protected void show(DataOutput now) {
        DataSummary data = now.summary();
        pictures.show(data.examples(), data.usable());
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
