package dev.patchbook.ui.notebook;

import dev.patchbook.config.Augment;
import dev.patchbook.config.SettingException;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.SessionState;
import java.util.Optional;

/** Says of a train cell, before and while it runs, that mirrored pictures would make captions untrue. */
final class SideWarning {
    private SideWarning() {}

    static Optional<String> of(SessionState state, CellId id) {
        return state.notebook()
                .cell(id)
                .filter(cell -> cell.kind() == CellKind.TRAIN)
                .flatMap(SideWarning::augment)
                .filter(Augment::flip)
                .flatMap(augment -> state.graph().upstream(id).stream()
                        .flatMap(above -> state.output(above).stream())
                        .filter(DataOutput.class::isInstance)
                        .flatMap(data -> ((DataOutput) data).summary().statistics().warning(augment).stream())
                        .findFirst());
    }

    private static Optional<Augment> augment(Cell cell) {
        try {
            return Optional.ofNullable(cell.settings().get("augment")).map(Augment::parse);
        } catch (SettingException e) {
            return Optional.empty(); // reported as what it is
        }
    }
}
