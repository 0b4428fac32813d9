package dev.patchbook.ui.cell;

import dev.patchbook.notebook.Cell;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.AttentionMapView;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/** What the model attends to. Choosing another view, block or head writes it into the cell. */
final class AttentionBody extends OutputBody<AttentionOutput> {
    private final AttentionMapView maps = new AttentionMapView();
    private boolean settled;

    AttentionBody(CellViewModel cell, CellCommands commands) {
        super(AttentionOutput.class, cell, commands);
    }

    @Override
    protected Node build() {
        maps.setOnView(view -> commands.set(cell.id(), Map.of("view", view)));
        maps.setOnPlace((layer, head) ->
                commands.set(cell.id(), Map.of("layer", Integer.toString(layer), "head", Integer.toString(head))));
        return maps;
    }

    @Override
    protected List<Shown> shown(AttentionOutput now) {
        return List.of(Shown.of("attention", "Attention", maps).and(maps::svg));
    }

    @Override
    protected void show(AttentionOutput now) {
        maps.show(now.view());
        if (!settled) {
            settled = true;
            pins.follow(cell.cellProperty(), this::settle);
        }
    }

    private void settle(Cell is) {
        maps.setView(Look.of(is, "view"));
        maps.choose(Look.whole(is, "layer"), Look.whole(is, "head"));
    }
}
