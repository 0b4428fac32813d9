package dev.patchbook.ui.cell;

import dev.patchbook.config.ImagesSettings;
import dev.patchbook.engine.EditLook;
import dev.patchbook.engine.EditView;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.MapLook;
import dev.patchbook.export.Sheet;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.ImagesOutput;
import dev.patchbook.session.Closer;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.ImageMapPane;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;

/** Pictures of the data in a plane. Choosing the method or words writes them into the cell; a picture can be opened. */
final class ImagesBody extends OutputBody<ImagesOutput> {
    private final ImageMapPane pane = new ImageMapPane();
    private final Inquiry<ImageMap> near;
    private final Inquiry<EditView> written;
    private final Asking large;
    private boolean settled;

    ImagesBody(CellViewModel cell, CellCommands commands) {
        super(ImagesOutput.class, cell, commands);
        near = new Inquiry<>(cell, commands, pane.waiting(), pane::show);
        written = new Inquiry<>(
                cell, commands, pane.opened().waiting(), answer -> pane.opened().writes(answer.written()));
        large = new Asking(commands);
        pins.add(near::release);
        pins.add(written::release);
        pins.add(large::stop);
    }

    @Override
    protected Node build() {
        pane.onMethod(method -> commands.set(cell.id(), Map.of("method", method)));
        pane.onWords(words -> commands.set(cell.id(), Map.of("words", words)));
        pane.onNeeded(this::near);
        pane.onOpen(this::open);
        pane.waiting().onAsked(this::near, near::cancel);
        return pane;
    }

    private void near() {
        ImageMap map = pane.of();
        if (map != null) {
            int pictures = Math.min(map.images().size(), ImagesSettings.MOST);
            near.ask((inside, look) -> inside.images(new MapLook(look, map.part(), pictures, true)), Closer.Map::new);
        }
    }

    private void open(ImageMap.Image image) {
        pane.opened()
                .offer(commands.beside(cell.id()).stream().map(CellId::text).toList(), other -> {
                    commands.set(new CellId(other), Map.of("image", image.name()));
                    commands.reveal(new CellId(other));
                });
        commands.look(cell.id())
                .ifPresent(look -> large.ask(
                        engine -> engine.patches(at(look, image)),
                        view -> pane.opened().show(view.picture()),
                        failure -> {})); // it stays small
        pane.opened().waiting().onAsked(() -> write(image), written::cancel);
        write(image);
    }

    private void write(ImageMap.Image image) {
        written.ask((inside, look) -> inside.edited(new EditLook(at(look, image), List.of(), "")));
    }

    private static LookRequest at(LookRequest look, ImageMap.Image image) {
        return new LookRequest(look.model(), look.settings().of(image.name()), look.folder(), look.allowOutside());
    }

    @Override
    protected List<Shown> shown(ImagesOutput now) {
        return List.of(Shown.of("images", "Map of pictures", pane).and(pane::svg));
    }

    @Override
    protected List<Sheet> sheets(ImagesOutput now) {
        List<Sheet> own = pane.sheets();
        return Stream.concat(
                        own.stream(),
                        super.sheets(now).stream()
                                .filter(sheet -> own.stream()
                                        .noneMatch(each -> each.name().equals(sheet.name()))))
                .toList();
    }

    @Override
    protected void show(ImagesOutput now) {
        if (pane.of() != now.map()) {
            near.release();
            written.release();
            large.stop();
        }
        pane.show(now.map());
        if (!settled) {
            settled = true;
            pins.follow(cell.cellProperty(), is -> pane.settle(Look.of(is, "method"), Look.of(is, "words")));
        }
    }
}
