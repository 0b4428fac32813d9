package dev.patchbook.ui.cell;

import dev.patchbook.chart.HeadPlace;
import dev.patchbook.export.Sheet;
import dev.patchbook.notebook.Cell;
import dev.patchbook.session.CellOutput.CompareOutput;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.LabPane;
import dev.patchbook.ui.view.PairMapView;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/** Two things side by side. Choosing another view, block, head or way of making heads one writes it into the cell. */
final class CompareBody extends OutputBody<CompareOutput> {
    private final PairMapView maps = new PairMapView();
    private boolean settled;

    CompareBody(CellViewModel cell, CellCommands commands) {
        super(CompareOutput.class, cell, commands);
    }

    @Override
    protected Node build() {
        maps.setOnSettings(settings -> commands.set(cell.id(), settings));
        return maps;
    }

    @Override
    protected List<Shown> shown(CompareOutput now) {
        Shown all = Shown.of("compare", "Side by side", maps);
        return List.of(maps.svg().map(svg -> all.and(() -> svg)).orElse(all));
    }

    @Override
    protected List<Sheet> sheets(CompareOutput now) {
        List<Sheet> seen = maps.sheets();
        return Stream.concat(
                        seen.stream(),
                        super.sheets(now).stream()
                                .filter(sheet -> seen.stream()
                                        .noneMatch(each -> each.name().equals(sheet.name()))))
                .toList();
    }

    @Override
    protected void show(CompareOutput now) {
        List<LabPane.Part> changed = CaptionDiff.of(
                        now.left().view().written(), now.right().view().written())
                .stream()
                .map(part -> new LabPane.Part(part.text(), part.changed()))
                .toList();
        maps.show(now, changed);
        if (!settled) {
            settled = true;
            pins.follow(cell.cellProperty(), this::settle);
        }
    }

    private void settle(Cell is) {
        maps.settle(
                Look.of(is, "view"),
                Look.of(is, "method"),
                Look.of(is, "residual").equals("yes"),
                new HeadPlace(Look.whole(is, "layer"), Look.whole(is, "head")));
    }
}
