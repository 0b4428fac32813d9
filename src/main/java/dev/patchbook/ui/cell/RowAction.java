package dev.patchbook.ui.cell;

import dev.patchbook.config.Upkeep;
import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.notebook.CellCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that can be done with a row of a data cell: look at it in another cell, or pin it to a training.
 *
 * @param words what a button or a menu says
 * @param possible whether it can be done now
 * @param run does it
 */
record RowAction(String words, boolean possible, Runnable run) {
    /** All for a row, named as settings do. */
    static List<RowAction> of(String row, CellId data, CellCommands commands) {
        List<RowAction> all = new ArrayList<>();
        for (CellId looker : commands.lookers(data)) {
            if (commands.setting(looker, "image").isEmpty()) {
                continue; // it looks at all of them
            }
            all.add(new RowAction("Look at it in " + looker, true, () -> {
                commands.set(looker, Map.of("image", row));
                commands.reveal(looker);
            }));
        }
        for (CellId trainer : commands.trainers(data)) {
            PinnedRows pinned = PinnedRows.of(trainer, commands);
            boolean has = pinned.has(row);
            String full = !has && pinned.full() ? " (" + Upkeep.MOST_PINS + " are pinned)" : "";
            all.add(new RowAction(
                    (has ? "Unpin from " : "Pin to ") + trainer + full,
                    full.isEmpty(),
                    () -> PinnedRows.of(trainer, commands).toggle(row, commands)));
        }
        return all;
    }
}
