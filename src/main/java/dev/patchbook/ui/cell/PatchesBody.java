package dev.patchbook.ui.cell;

import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.PatchGridView;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/** A picture cut into patches. Choosing another view writes it into the cell. */
final class PatchesBody extends OutputBody<PatchesOutput> {
    private final PatchGridView grid = new PatchGridView();

    PatchesBody(CellViewModel cell, CellCommands commands) {
        super(PatchesOutput.class, cell, commands);
    }

    @Override
    protected Node build() {
        grid.setOnView(view -> commands.set(cell.id(), Map.of("view", view)));
        pins.follow(cell.cellProperty(), is -> grid.setView(Look.of(is, "view")));
        return grid;
    }

    @Override
    protected List<Shown> shown(PatchesOutput now) {
        Shown all = Shown.of("patches", "Patches", grid);
        return List.of(
                grid.svg().map(svg -> all.and(() -> svg)).orElse(all),
                Shown.of("picture", "Picture", now.view().picture()));
    }

    @Override
    protected void show(PatchesOutput now) {
        grid.show(now.view());
    }
}
