package dev.patchbook.session;

import dev.patchbook.notebook.CellId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which checkpoints are looked at in place of the newest weights, and what the cells that look show of them. It belongs to the
 * session alone: neither the notebook nor what is kept beside it has anything of it.
 *
 * @param at by train cell, where its run is looked at; one that is not there is looked at as it is now
 * @param views by cell that looks
 * @param job the look under way; there is one at a time
 */
public record LookBack(Map<CellId, Position> at, Map<CellId, View> views, Optional<Under> job) {
    /** Everything is looked at as it is now. */
    public static final LookBack NONE = new LookBack(Map.of(), Map.of(), Optional.empty());

    /** Copies the maps. */
    public LookBack {
        at = Map.copyOf(at);
        views = Map.copyOf(views);
    }

    /** A checkpoint: of which run, after how many updates. */
    public record Position(Path run, long step) {}

    /** What was seen of a checkpoint. */
    public record Made(long step, CellOutput output) {}

    /**
     * A cell that looks at a checkpoint.
     *
     * @param train whose run
     * @param step the checkpoint to show
     * @param edition of the cell's own output; with another one it has to be looked at anew
     * @param due whether that is still to be done
     * @param made what was seen last, perhaps of another checkpoint on the way
     * @param failure why it cannot be shown
     */
    public record View(
            CellId train, long step, int edition, boolean due, Optional<Made> made, Optional<CellFailure> failure) {
        View seen(long of, CellOutput output, boolean more) {
            return new View(train, step, edition, more, Optional.of(new Made(of, output)), Optional.empty());
        }

        View failed(CellFailure why) {
            return new View(train, step, edition, false, made, Optional.of(why));
        }
    }

    /**
     * A look under way.
     *
     * @param stopping whether it was asked to stop, since something else is wanted now
     */
    public record Under(RunId run, CellId cell, long step, int edition, boolean stopping) {
        boolean wanted(View view) {
            return !stopping && view.due() && view.step() == step && view.edition() == edition;
        }
    }

    /** The checkpoint a cell shows now, by updates done; empty where it shows its own output. */
    public OptionalInt shown(CellId cell) {
        Optional<Made> made = Optional.ofNullable(views.get(cell)).flatMap(View::made);
        return made.isPresent() ? OptionalInt.of(Math.toIntExact(made.get().step())) : OptionalInt.empty();
    }

    /** What a cell shows of a checkpoint. */
    public Optional<CellOutput> output(CellId cell) {
        return Optional.ofNullable(views.get(cell)).flatMap(View::made).map(Made::output);
    }
}
