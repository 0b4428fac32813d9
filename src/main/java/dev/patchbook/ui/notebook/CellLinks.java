package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import dev.patchbook.session.SessionState;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a cell builds on and what builds on it, directly.
 *
 * @param from what it builds on, written or by default
 * @param usedBy what builds on it, in the notebook's order
 */
public record CellLinks(List<CellId> from, List<CellId> usedBy) {
    /** Of a cell that stands alone. */
    public static final CellLinks NONE = new CellLinks(List.of(), List.of());

    private static final int NAMED = 2;

    /** Copies the lists. */
    public CellLinks {
        from = List.copyOf(from);
        usedBy = List.copyOf(usedBy);
    }

    static CellLinks of(SessionState state, CellId id) {
        return new CellLinks(state.graph().parents(id), state.graph().children(id));
    }

    /** For people; empty for a first cell. */
    public String fromWords() {
        return from.isEmpty() ? "" : "from " + names(from);
    }

    /** For people; empty for a last cell. */
    public String usedByWords() {
        return usedBy.isEmpty() ? "" : "used by " + (usedBy.size() > NAMED ? usedBy.size() + " cells" : names(usedBy));
    }

    private static String names(List<CellId> ids) {
        return ids.stream().map(CellId::text).collect(Collectors.joining(", "));
    }
}
