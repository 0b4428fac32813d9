package dev.patchbook.ui.cell;

import dev.patchbook.engine.EditLook;
import dev.patchbook.engine.EditView;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.export.Sheet;
import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.session.Closer;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.LabPane;
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
    private final Inquiry<EditView> edited;

    PatchesBody(CellViewModel cell, CellCommands commands) {
        super(PatchesOutput.class, cell, commands);
        ProjectionPane projection = grid.panes().projection();
        NearestPane near = grid.panes().nearest();
        space = new Inquiry<>(cell, commands, projection.waiting(), this::project);
        nearest = new Inquiry<>(cell, commands, near.waiting(), near::show);
        counts = new Inquiry<>(cell, commands, near.counting(), near::show);
        edited = new Inquiry<>(cell, commands, grid.panes().lab().waiting(), this::edited);
        inquiries().forEach(each -> pins.add(each::release));
        projection.waiting().onAsked(this::space, space::cancel);
        near.waiting().onAsked(this::nearest, nearest::cancel);
        grid.panes().lab().waiting().onAsked(grid.panes().lab()::compute, edited::cancel);
        grid.panes()
                .lab()
                .onEdits((edits, other) -> edited.ask(
                        (inside, look) -> inside.edited(new EditLook(look, edits, other)),
                        answer -> new Closer.Edited(answer, edits, other)));
        near.counting()
                .onAsked(
                        () -> counts.ask((inside, look) -> inside.nearest(look, "validation"), Closer.Counted::new),
                        counts::cancel);
    }

    private List<Inquiry<?>> inquiries() {
        return List.of(space, nearest, counts, edited);
    }

    @Override
    protected Node build() {
        grid.setOnView(view -> commands.set(cell.id(), Map.of("view", view)));
        grid.setOnNeeded(this::need);
        pins.follow(cell.cellProperty(), is -> grid.setView(Look.of(is, "view")));
        return grid;
    }

    /** Shows what is kept of a view, or asks for it. */
    private void need(String view) {
        if (!(cell.outputProperty().get() instanceof PatchesOutput now)) {
            return;
        }
        LabPane lab = grid.panes().lab();
        NearestPane near = grid.panes().nearest();
        switch (view) {
            case "filters" -> now.space().ifPresentOrElse(this::project, this::space);
            case "nearest" -> {
                now.nearest().ifPresentOrElse(near::show, this::nearest);
                now.counts().ifPresent(near::show);
            }
            default ->
                now.edited()
                        .ifPresentOrElse(
                                kept -> {
                                    lab.restore(kept.edits(), kept.other());
                                    edited(kept.view());
                                },
                                lab::compute);
        }
    }

    private void space() {
        space.ask((inside, look) -> inside.space(look), Closer.Space::new);
    }

    private void nearest() {
        nearest.ask((inside, look) -> inside.nearest(look), Closer.Nearest::new);
    }

    private void edited(EditView answer) {
        grid.panes()
                .lab()
                .show(
                        answer,
                        CaptionDiff.of(answer.written(), answer.rewritten()).stream()
                                .map(part -> new LabPane.Part(part.text(), part.changed()))
                                .toList());
    }

    private void project(PatchSpace answer) {
        if (cell.outputProperty().get() instanceof PatchesOutput now) {
            grid.panes().projection().show(answer, now.view());
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
