package dev.patchbook.ui.cell;

import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.export.Sheet;
import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.NearestPane;
import dev.patchbook.ui.view.PatchGridView;
import dev.patchbook.ui.view.ProjectionPane;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;

/** A picture cut into patches, and what is asked for beside it. Choosing another view writes it into the cell. */
final class PatchesBody extends OutputBody<PatchesOutput> {
    private final PatchGridView grid = new PatchGridView();
    private final Inquiry<PatchSpace> space;
    private final Inquiry<NearestTokens> nearest;
    private final Inquiry<NearestCounts> counts;

    PatchesBody(CellViewModel cell, CellCommands commands) {
        super(PatchesOutput.class, cell, commands);
        ProjectionPane projection = grid.projection();
        NearestPane near = grid.nearest();
        space = new Inquiry<>(cell, commands, projection.waiting(), this::project);
        nearest = new Inquiry<>(cell, commands, near.waiting(), near::show);
        counts = new Inquiry<>(cell, commands, near.counting(), near::show);
        inquiries().forEach(each -> pins.add(each::release));
        projection.waiting().onAsked(this::space, space::cancel);
        near.waiting().onAsked(this::nearest, nearest::cancel);
        near.counting().onAsked(() -> counts.ask((inside, look) -> inside.nearest(look, "validation")), counts::cancel);
    }

    private List<Inquiry<?>> inquiries() {
        return List.of(space, nearest, counts);
    }

    @Override
    protected Node build() {
        grid.setOnView(view -> commands.set(cell.id(), Map.of("view", view)));
        grid.setOnNeeded(view -> {
            if (view.equals("filters")) {
                space();
            } else {
                nearest();
            }
        });
        pins.follow(cell.cellProperty(), is -> grid.setView(Look.of(is, "view")));
        return grid;
    }

    private void space() {
        space.ask((inside, look) -> inside.space(look));
    }

    private void nearest() {
        nearest.ask((inside, look) -> inside.nearest(look));
    }

    private void project(PatchSpace answer) {
        if (cell.outputProperty().get() instanceof PatchesOutput now) {
            grid.projection().show(answer, now.view());
        }
    }

    @Override
    protected List<Shown> shown(PatchesOutput now) {
        Shown all = Shown.of("patches", "Patches", grid);
        return List.of(
                grid.svg().map(svg -> all.and(() -> svg)).orElse(all),
                Shown.of("picture", "Picture", now.view().picture()));
    }

    @Override
    protected List<Sheet> sheets(PatchesOutput now) {
        return Stream.concat(grid.sheets().stream(), super.sheets(now).stream()).toList();
    }

    @Override
    protected void show(PatchesOutput now) {
        if (grid.of() != now.view()) {
            inquiries().forEach(Inquiry::release);
        }
        grid.show(now.view());
    }
}
