package dev.patchbook.session;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ImagesSettings;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a cell that looks at a model looks at now. */
final class Looking {
    private Looking() {}

    /** Its model, picture and the checkpoint it shows; empty where there is no such model in memory, or a setting cannot be used. */
    static Optional<LookRequest> of(SessionState state, CellId id, Places places, Set<Path> allowed) {
        return state.notebook()
                .cell(id)
                .flatMap(cell -> settings(cell)
                        .flatMap(settings -> state.graph()
                                .parent(id, CellKind.TRAIN, CellKind.MODEL)
                                .flatMap(above -> state.output(above.id()))
                                .flatMap(Held::model)
                                .map(model -> EngineJobs.look(model, shown(state, id, settings), places, allowed))));
    }

    /** What a sample cell asks for at the checkpoint it shows; empty where there is no such model in memory. */
    static Optional<Task.Sample> sample(SessionState state, CellId id, SampleSettings settings) {
        OptionalInt step = state.lookBack().shown(id);
        return state.graph()
                .parent(id, CellKind.TRAIN, CellKind.MODEL)
                .flatMap(above -> state.output(above.id()))
                .flatMap(Held::model)
                .map(model -> new Task.Sample(model, step.isPresent() ? settings.at(step.getAsInt()) : settings));
    }

    /** At the checkpoint of what the cell shows, where it looks back. */
    private static ViewSettings shown(SessionState state, CellId id, ViewSettings settings) {
        OptionalInt step = state.lookBack().shown(id);
        return step.isPresent() ? settings.at(step.getAsInt()) : settings;
    }

    private static Optional<ViewSettings> settings(Cell cell) {
        try {
            return switch (cell.kind()) {
                case PATCHES -> Optional.of(ViewSettings.patches(cell.settings()));
                case ATTENTION -> Optional.of(ViewSettings.attention(cell.settings()));
                case IMAGES -> Optional.of(ImagesSettings.of(cell.settings()).view());
                default -> Optional.empty();
            };
        } catch (UserFacingException e) {
            return Optional.empty(); // said where the setting is, and when the cell runs
        }
    }
}
