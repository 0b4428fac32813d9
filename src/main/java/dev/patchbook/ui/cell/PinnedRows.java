package dev.patchbook.ui.cell;

import dev.patchbook.config.Upkeep;
import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.notebook.CellCommands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The rows pinned to a train cell, as its settings name them. */
record PinnedRows(CellId cell, List<String> rows) {
    static PinnedRows of(CellId cell, CellCommands commands) {
        String text = commands.setting(cell, Upkeep.PINS);
        return new PinnedRows(
                cell,
                Arrays.stream(text.split(","))
                        .map(each -> each.strip().replaceAll("\\s+", " "))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    boolean has(String row) {
        return rows.contains(row);
    }

    boolean full() {
        return rows.size() >= Upkeep.MOST_PINS;
    }

    /** Pins a row, or takes it off again. */
    void toggle(String row, CellCommands commands) {
        List<String> now = new ArrayList<>(rows);
        if (!now.remove(row)) {
            now.add(row);
        }
        commands.set(cell, Map.of(Upkeep.PINS, String.join(", ", now)));
    }
}
