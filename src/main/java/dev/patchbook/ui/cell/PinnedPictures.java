package dev.patchbook.ui.cell;

import dev.patchbook.base.Picture;
import dev.patchbook.config.ImageRef;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.RowPage;
import dev.patchbook.engine.RowQuery;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.Subscription;
import dev.patchbook.ui.notebook.CellCommands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pictures of rows by their names, from what the data cell has at hand or from the engine. */
final class PinnedPictures {
    private final CellCommands commands;
    private final CellId cell;
    private final Runnable arrived;
    private final Map<String, Picture> found = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final List<Subscription> waiting = new ArrayList<>();
    private Optional<DataId> source = Optional.empty();

    /** Pictures of the data a cell builds on; told when one came. */
    PinnedPictures(CellId cell, CellCommands commands, Runnable arrived) {
        this.cell = cell;
        this.commands = commands;
        this.arrived = arrived;
    }

    /** A row's picture, where it is at hand; otherwise it is asked for. */
    Optional<Picture> of(String pin) {
        DataSummary data = commands.data(cell).orElse(null);
        if (data == null) {
            return Optional.empty();
        }
        if (!source.equals(Optional.of(data.id()))) {
            release();
            found.clear();
            asked.clear();
            source = Optional.of(data.id());
            data.examples().forEach(each -> found.put(each.part() + " " + each.index(), each.picture()));
        }
        if (!found.containsKey(pin) && !data.id().equals(DataId.NONE) && asked.add(pin)) {
            query(pin)
                    .ifPresent(query -> waiting.add(commands.ask(
                            engine -> engine.rows(data.id(), query), page -> take(pin, page), failed -> {})));
        }
        return Optional.ofNullable(found.get(pin));
    }

    private static Optional<RowQuery> query(String pin) {
        ImageRef row = ImageRef.of(pin);
        Optional<RowQuery.Trait> place = row instanceof ImageRef.Validation validation
                ? Optional.of(new RowQuery.Trait.Place(true, validation.index()))
                : row instanceof ImageRef.Train train
                        ? Optional.of(new RowQuery.Trait.Place(false, train.index()))
                        : Optional.empty();
        return place.map(each -> RowQuery.ALL.having(Optional.of(each)).page(0, 1));
    }

    private void take(String pin, RowPage page) {
        page.rows().stream().findFirst().ifPresent(row -> {
            found.put(pin, row.picture().seen());
            arrived.run();
        });
    }

    /** Nothing is waited for any more. */
    void release() {
        waiting.forEach(Subscription::close);
        waiting.clear();
    }
}
