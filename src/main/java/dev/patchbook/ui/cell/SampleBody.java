package dev.patchbook.ui.cell;

import dev.patchbook.export.Sheet;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.OwnPicture;
import dev.patchbook.ui.view.Caption;
import dev.patchbook.ui.view.Segments;
import dev.patchbook.ui.view.TraceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A caption beside its picture: written one token at a time with every alternative in reach, as a tree of branches, among many
 * others, and beside what the articles' loop makes of it.
 */
final class SampleBody extends OutputBody<SampleOutput> {
    private static final double CAPTION_LEAST = 320;

    private final Sampling sampling;
    private final OwnPicture own;
    private final PictureColumn left;
    private final Segments views = new Segments("Look at", "Write", "Branches", "Many", "Both ways");
    private final WritePane write;
    private final BranchesPane branches;
    private final ManyPane many;
    private final BothPane both;

    SampleBody(CellViewModel cell, CellCommands commands, CellFrame.Surroundings around) {
        super(SampleOutput.class, cell, commands);
        sampling = new Sampling(cell, commands, this::refresh);
        own = new OwnPicture(cell.id(), commands, around.dialogs(), around.folder());
        left = new PictureColumn(own);
        write = new WritePane(sampling, cell, commands);
        branches = new BranchesPane(sampling, this::open);
        many = new ManyPane(
                sampling,
                cell,
                commands,
                sheet -> Objects.requireNonNull(saving()).save(cell.id().text(), sheet));
        both = new BothPane(sampling, cell, commands);
        pins.add(sampling::release);
        pins.add(write::release);
        pins.add(many::release);
        pins.add(both::release);
        views.onChoose(this::choose);
    }

    @Override
    protected Node build() {
        VBox main = new VBox(12, views, write, branches, many, both);
        main.setMinWidth(0);
        choose(0);
        pins.follow(cell.cellProperty(), is -> {
            if (sampling.known() && views.isVisible()) {
                sampling.settings();
                refresh();
            }
        });
        return new Beside(left, main, CAPTION_LEAST, 24);
    }

    private void choose(int view) {
        views.mark(view);
        List<Region> all = List.of(write, branches, many, both);
        for (int i = 0; i < all.size(); i++) {
            dev.patchbook.ui.fx.Shown.when(all.get(i), i == view);
        }
        if (sampling.known()) {
            refresh();
        }
    }

    /** Shows a text of the tree up to a place, where it can be written on. */
    private void open(int line, int place) {
        sampling.choose(line, place);
        choose(0);
        write.caption().chips().requestFocus();
    }

    private void refresh() {
        if (write.isVisible()) {
            write.show();
        }
        if (branches.isVisible()) {
            branches.show();
        }
        both.show();
    }

    @Override
    protected List<Shown> shown(SampleOutput now) {
        List<Shown> all = new ArrayList<>();
        now.generation().ifPresent(done -> {
            all.add(Shown.of("picture", "Picture", done.picture()));
            all.add(Shown.of("resized", "Picture as the model sees it", done.resized()));
        });
        if (write.isVisible()) {
            all.add(Shown.of("caption", "Caption and candidates", write.caption()));
            TraceView trace = write.caption().trace();
            if (trace.filled()) {
                all.add(Shown.of("patches", "Patches behind the character", trace));
            }
        } else if (branches.isVisible()) {
            all.add(Shown.of("branches", "Tree of branches", branches));
        } else if (both.isVisible()) {
            all.add(Shown.of("both", "Both ways of writing", both));
        }
        return all;
    }

    @Override
    protected List<Sheet> sheets(SampleOutput now) {
        List<Sheet> traced = write.isVisible() ? write.caption().trace().sheets() : List.of();
        return Stream.concat(traced.stream(), super.sheets(now).stream()).toList();
    }

    @Override
    protected void show(SampleOutput now) {
        dev.patchbook.ui.fx.Shown.when(views, now.generation().isPresent());
        now.generation()
                .ifPresentOrElse(
                        done -> {
                            left.show(done);
                            sampling.show(now);
                            refresh();
                            many.show(now);
                        },
                        () -> writing(now));
        dev.patchbook.ui.fx.Shown.when(left, left.filled());
    }

    private void writing(SampleOutput now) {
        sampling.release();
        choose(0);
        if (now.tokens().size() <= 1 || !left.filled()) {
            String name = Look.picture(Look.of(cell.cellProperty().get(), "image"));
            commands.picture(cell.id()).ifPresentOrElse(seen -> left.show(seen, name), left::clear);
        }
        String prompt = Look.of(cell.cellProperty().get(), "prompt");
        write.writing(Caption.of(prompt, now.tokens(), true));
    }

    @Override
    public boolean paste() {
        boolean some = OwnPicture.onClipboard();
        if (some) {
            own.paste();
        }
        return some;
    }
}
