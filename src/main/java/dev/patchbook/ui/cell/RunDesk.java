package dev.patchbook.ui.cell;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.chart.Numbers;
import dev.patchbook.notebook.CellId;
import dev.patchbook.store.RunInfo;
import dev.patchbook.store.RunShelf;
import dev.patchbook.ui.fx.Background;
import dev.patchbook.ui.notebook.TrainCommands;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Names runs, archives them, deletes them and brings them back, on a thread of its own; then the list is read again, and what was
 * done is told, or why it could not be.
 */
final class RunDesk {
    private final RunComparison comparison;
    private final TrainCommands training;
    private final Consumer<Told> told;

    /**
     * What is to be said after something was done, or not.
     *
     * @param words for people
     * @param undo takes it back; empty where there is nothing to take back
     */
    record Told(String words, Optional<Runnable> undo) {
        /** What went wrong and what to do. */
        static Told problem(RuntimeException e) {
            String words = e instanceof UserFacingException why
                    ? why.what() + " " + why.remedy()
                    : "The run cannot be changed. The log says why.";
            return new Told(words, Optional.empty());
        }
    }

    RunDesk(RunComparison comparison, TrainCommands training, Consumer<Told> told) {
        this.comparison = comparison;
        this.training = training;
        this.told = told;
    }

    /** Calls a run by a name; empty: by its cell and number again. */
    void rename(RunInfo run, String name) {
        if (!name.strip().equals(run.name())) {
            change(
                    shelf -> shelf.rename(run, name),
                    now -> new Told(
                            run.title() + " is called " + now.title() + " now.",
                            Optional.of(() -> rename(now, run.name()))));
        }
    }

    /** Puts a run aside, or takes it back. */
    void archive(RunInfo run, boolean aside) {
        change(
                shelf -> shelf.archive(run, aside),
                now -> new Told(
                        run.title()
                                + (aside
                                        ? " is archived: it is kept, with its " + Numbers.bytes(run.bytes())
                                                + " on disk, and no longer listed."
                                        : " is listed again."),
                        Optional.of(() -> archive(now, !aside))));
    }

    /** Deletes a run that nothing uses; it can be brought back. */
    void delete(RunInfo run) {
        Optional<String> use = use(run);
        if (use.isPresent()) {
            told.accept(new Told(use.get(), Optional.empty()));
            return;
        }
        change(
                shelf -> shelf.delete(run),
                gone -> new Told(
                        run.title() + " is deleted: " + Numbers.count(run.steps()) + " steps, "
                                + Numbers.bytes(run.bytes()) + ". It can be brought back until it is removed for good.",
                        Optional.of(() -> restore(gone))));
    }

    /** What a run is needed for; empty where it may go. */
    private Optional<String> use(RunInfo run) {
        if (comparison.live(run).filter(train -> train.summary().isEmpty()).isPresent()) {
            return Optional.of(run.title() + " is being trained. Stop it first, then delete it.");
        }
        Optional<CellId> cell = training.showing(run.folder());
        return cell.map(id -> run.title() + " is what the cell “" + id
                + "” shows: its chart, checkpoints and weights are in it. Run the cell anew first, then delete it.");
    }

    /** Brings a deleted run back. */
    void restore(RunInfo deleted) {
        change(
                shelf -> shelf.restore(deleted),
                back -> new Told(back.title() + " is back, " + Numbers.bytes(back.bytes()) + ".", Optional.empty()));
    }

    /** Removes a deleted run for good. */
    void purge(RunInfo deleted) {
        change(
                shelf -> {
                    shelf.purge(deleted);
                    return deleted;
                },
                gone -> new Told(
                        gone.title() + " is removed for good; " + Numbers.bytes(gone.bytes()) + " are free again.",
                        Optional.empty()));
    }

    private void change(Function<RunShelf, RunInfo> work, Function<RunInfo, Told> done) {
        comparison
                .shelf()
                .ifPresent(shelf -> Background.run(
                        () -> work.apply(shelf),
                        now -> {
                            told.accept(done.apply(now));
                            comparison.look();
                        },
                        e -> {
                            told.accept(Told.problem(e));
                            comparison.look();
                        }));
    }
}
