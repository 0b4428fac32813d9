package dev.patchbook.ui.cell;

import dev.patchbook.engine.RowQuery.Trait;
import dev.patchbook.export.DataChart;
import dev.patchbook.ui.view.BarColumns;
import dev.patchbook.ui.view.BarRows;
import dev.patchbook.ui.view.BarsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What captions or pictures are like: sentences, then charts of which each bar leads to its rows. */
final class DataCharts extends VBox {
    private static final int LISTED = 48;
    private static final double WIDTH = 720;

    private final Label words = new Label();
    private final VBox charts = new VBox(12);
    private final BiConsumer<String, Optional<Trait>> chosen;
    private List<DataChart> shown = List.of();
    private List<BarsView> views = List.of();

    /** Tells which rows a person asks for, in words and as what they have in common. */
    DataCharts(BiConsumer<String, Optional<Trait>> chosen, Button... links) {
        super(12);
        this.chosen = chosen;
        words.setWrapText(true);
        words.setMinWidth(0);
        words.getStyleClass().add("data-words");
        getChildren().addAll(words);
        getChildren().addAll(links);
        getChildren().add(charts);
        setMinWidth(0);
    }

    void show(List<String> sentences, List<DataChart> now) {
        words.setText(String.join("\n", sentences));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        List<BarsView> made = new ArrayList<>();
        charts.getChildren().clear();
        for (DataChart chart : now) {
            DataChart listed = chart.upright() ? chart : chart.first(LISTED);
            Label title = new Label(listed.bars().title());
            title.getStyleClass().add("chart-title");
            title.setWrapText(true);
            BarsView view = chart.upright() ? new BarColumns() : new BarRows();
            view.show(listed.bars());
            view.setOnChosen(index -> choose(listed, index));
            made.add(view);
            charts.getChildren().add(new VBox(4, title, view));
        }
        views = made;
    }

    private void choose(DataChart chart, int index) {
        chart.traits()
                .get(index)
                .ifPresent(trait -> chosen.accept(chart.bars().bars().get(index).words(), Optional.of(trait)));
    }

    /** What of it can be saved as a picture. */
    List<Shown> saved() {
        List<Shown> all = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            DataChart chart = shown.get(i);
            all.add(Shown.of(chart.name(), chart.bars().title(), views.get(i)).and(() -> chart.svg(WIDTH)));
        }
        return all;
    }
}
