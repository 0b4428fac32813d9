package dev.patchbook.ui.cell;

import dev.patchbook.engine.LensView;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.export.Sheet;
import dev.patchbook.notebook.Cell;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.session.Closer;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.AttentionMapView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;

/** What the model attends to, and what is asked for beside it. Choosing another view, block or head writes it into the cell. */
final class AttentionBody extends OutputBody<AttentionOutput> {
    private final AttentionMapView maps = new AttentionMapView();
    private final Inquiry<TokenMaps> characters;
    private final Inquiry<LensView> lens;
    private final Playing playing = new Playing(this::beat);
    private boolean settled;

    AttentionBody(CellViewModel cell, CellCommands commands) {
        super(AttentionOutput.class, cell, commands);
        characters = new Inquiry<>(cell, commands, maps.lanes().waiting(), maps.lanes()::show);
        lens = new Inquiry<>(cell, commands, maps.lens().waiting(), maps.lens()::show);
        pins.add(characters::release);
        pins.add(lens::release);
        pins.add(playing::halt);
        maps.lanes().play().onPress(this::play);
        maps.lanes().play().onPace(pace -> {
            playing.pace(pace);
            maps.lanes().play().show(playing.on(), pace);
        });
    }

    @Override
    protected Node build() {
        maps.setOnView(view -> commands.set(cell.id(), Map.of("view", view)));
        maps.setOnPlace((layer, head) ->
                commands.set(cell.id(), Map.of("layer", Integer.toString(layer), "head", Integer.toString(head))));
        maps.lanes()
                .onText((source, text) -> characters.ask(
                        (inside, look) -> inside.tokens(new TextLook(look, source, text)),
                        answer -> new Closer.Characters(answer, source, text)));
        maps.lanes().waiting().onAsked(maps.lanes()::compute, characters::cancel);
        maps.lens().waiting().onAsked(this::lens, lens::cancel);
        maps.setOnNeeded(this::need);
        return maps;
    }

    /** Shows what is kept of a view, or asks for it. */
    private void need(String view) {
        if (!(cell.outputProperty().get() instanceof AttentionOutput now)) {
            return;
        }
        if (view.equals("lens")) {
            now.lens().ifPresentOrElse(maps.lens()::show, this::lens);
            return;
        }
        now.characters()
                .ifPresentOrElse(
                        kept -> {
                            maps.lanes().restore(kept.source(), kept.text());
                            maps.lanes().show(kept.maps());
                        },
                        maps.lanes()::compute);
    }

    private void play() {
        if (playing.on()) {
            hold();
        } else if (maps.lanes().advance()) {
            playing.start();
            maps.lanes().play().show(true, playing.pace());
        }
    }

    private void beat() {
        if (!maps.lanes().advance()) {
            hold();
        }
    }

    private void hold() {
        playing.halt();
        maps.lanes().play().show(false, playing.pace());
    }

    private void lens() {
        lens.ask((inside, look) -> inside.lens(TextLook.own(look)), Closer.Lens::new);
    }

    @Override
    protected List<Shown> shown(AttentionOutput now) {
        Shown all = Shown.of("attention", "Attention", maps);
        return List.of(maps.svg().map(svg -> all.and(() -> svg)).orElse(all));
    }

    @Override
    protected List<Sheet> sheets(AttentionOutput now) {
        return Stream.concat(maps.sheets().stream(), super.sheets(now).stream()).toList();
    }

    @Override
    protected void show(AttentionOutput now) {
        if (maps.of() != now.view()) {
            characters.release();
            lens.release();
            hold();
        }
        maps.show(now.view());
        if (!settled) {
            settled = true;
            pins.follow(cell.cellProperty(), this::settle);
        }
    }

    private void settle(Cell is) {
        if (!Look.of(is, "view").equals("characters")) {
            hold();
        }
        maps.setView(Look.of(is, "view"));
        maps.choose(Look.whole(is, "layer"), Look.whole(is, "head"));
    }
}
