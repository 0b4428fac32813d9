package dev.patchbook.session;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.session.LookBack.Position;
import dev.patchbook.session.LookBack.Under;
import dev.patchbook.session.LookBack.View;
import dev.patchbook.session.SessionCommand.Failed;
import dev.patchbook.session.SessionCommand.Finished;
import dev.patchbook.session.SessionCommand.Happening;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a run's checkpoints with every cell that looks at the run. One look is under way at a time, so that a training goes
 * on between two of them; one that is no longer wanted is stopped, and of all that were asked for meanwhile only the last is
 * looked at.
 */
final class LookingBack {
    private LookingBack() {}

    /** Looks at a run as it was after so many updates; 0: as it is now. */
    static void go(Draft draft, CellId train, long step) {
        LookBack now = draft.lookBack();
        Map<CellId, Position> at = new LinkedHashMap<>(now.at());
        at.remove(train);
        trained(draft, train).filter(run -> has(run, step)).ifPresent(run -> {
            at.put(train, new Position(run.folder(), step));
            RunQueue.open(draft, train);
        });
        draft.lookBack(new LookBack(at, now.views(), now.job()));
    }

    private static boolean has(TrainOutput run, long step) {
        return run.looks().stream().anyMatch(saved -> saved.step() == step);
    }

    private static Optional<TrainOutput> trained(Draft draft, CellId train) {
        return draft.run(train).output().filter(TrainOutput.class::isInstance).map(TrainOutput.class::cast);
    }

    /** Gives up what is still to be looked at: those cells show the newest again. */
    static void interrupt(Draft draft) {
        LookBack now = draft.lookBack();
        Map<CellId, Position> at = new LinkedHashMap<>(now.at());
        now.views().values().stream().filter(View::due).forEach(view -> at.remove(view.train()));
        draft.lookBack(new LookBack(at, now.views(), now.job()));
    }

    /** Whether something is about the look under way. */
    static boolean concerns(SessionState state, Happening happening) {
        return state.lookBack()
                .job()
                .filter(job -> job.run().equals(happening.run()))
                .isPresent();
    }

    /** The look under way reports something; it is over with all but single tokens. */
    static void happened(Draft draft, Happening happening) {
        if (happening instanceof SessionCommand.TokensHappened) {
            return; // the caption is shown when it is there
        }
        LookBack now = draft.lookBack();
        Under job = now.job().orElseThrow();
        Map<CellId, View> views = new LinkedHashMap<>(now.views());
        views.computeIfPresent(job.cell(), (cell, view) -> after(job, view, happening));
        draft.lookBack(new LookBack(now.at(), views, Optional.empty()));
    }

    private static View after(Under job, View view, Happening happening) {
        boolean wanted = job.wanted(view);
        if (happening instanceof Finished finished) {
            return view.seen(job.step(), finished.output(), view.due() && !wanted);
        }
        if (!wanted) {
            return view;
        }
        return view.failed(
                happening instanceof Failed failed
                        ? failed.failure()
                        : new CellFailure("This was stopped.", "Choose the checkpoint again.", ""));
    }

    /** What is looked at follows from what there is: runs and checkpoints that are gone are looked at no longer. */
    static void settle(Draft draft) {
        LookBack old = draft.lookBack();
        if (old.equals(LookBack.NONE)) {
            return;
        }
        Map<CellId, Position> at = new LinkedHashMap<>();
        old.at().forEach((train, was) -> still(draft, train, was).ifPresent(now -> at.put(train, now)));
        Map<CellId, View> views = new LinkedHashMap<>();
        for (Cell cell : draft.notebook().cells()) {
            trains(draft, cell).stream().filter(at::containsKey).findFirst().ifPresent(train -> {
                Optional<View> was = Optional.ofNullable(old.views().get(cell.id()));
                long step = Objects.requireNonNull(at.get(train)).step();
                views.put(cell.id(), view(draft.run(cell.id()), was, train, step));
            });
        }
        Optional<Under> job = old.job().map(under -> stopped(draft, under, views.get(under.cell())));
        draft.lookBack(new LookBack(at, views, job));
        next(draft);
    }

    /** The same checkpoint, or the nearest where it was thinned out; empty where another run is shown. */
    private static Optional<Position> still(Draft draft, CellId train, Position was) {
        return trained(draft, train)
                .filter(run -> run.folder().equals(was.run()))
                .filter(run -> draft.kind(train).filter(CellKind.TRAIN::equals).isPresent())
                .flatMap(run -> run.looks().stream()
                        .map(Saved::step)
                        .min(Comparator.comparingLong(step -> Math.abs(step - was.step()))))
                .map(step -> new Position(was.run(), step));
    }

    /** Whose run a cell looks at, unless its settings name a checkpoint themselves or cannot be used. */
    private static List<CellId> trains(Draft draft, Cell cell) {
        if (!cell.kind().looks()
                || !draft.graph().problems(cell.id()).isEmpty()
                || !cell.settings().getOrDefault("step", "0").equals("0")) {
            return List.of();
        }
        return cell.kind() == CellKind.COMPARE
                ? Comparing.followed(draft, cell)
                : draft
                        .graph()
                        .parent(cell.id(), CellKind.TRAIN, CellKind.MODEL)
                        .filter(base -> base.kind() == CellKind.TRAIN)
                        .map(Cell::id)
                        .stream()
                        .toList();
    }

    private static View view(CellRun run, Optional<View> was, CellId train, long step) {
        Optional<View> old = was.filter(view -> view.train().equals(train));
        int edition = run.busy() ? old.map(View::edition).orElse(run.edition()) : run.edition();
        return old.filter(view -> view.step() == step && view.edition() == edition)
                .orElseGet(() -> new View(train, step, edition, true, old.flatMap(View::made), Optional.empty()));
    }

    private static Under stopped(Draft draft, Under under, @Nullable View view) {
        if (under.stopping() || view != null && under.wanted(view)) {
            return under;
        }
        draft.effect(new Effect.CancelJob(under.run()));
        return new Under(under.run(), under.cell(), under.step(), under.edition(), true);
    }

    /** Starts the next look, in the notebook's order. */
    private static void next(Draft draft) {
        for (Cell cell : draft.notebook().cells()) {
            LookBack now = draft.lookBack();
            View view = now.views().get(cell.id());
            if (now.job().isEmpty() && view != null && view.due()) {
                start(draft, cell, view);
            }
        }
    }

    private static void start(Draft draft, Cell cell, View view) {
        LookBack now = draft.lookBack();
        if (trained(draft, view.train()).flatMap(Held::model).isEmpty()) {
            if (!opening(draft, view.train())) {
                fail(draft, cell.id(), view, closed(draft.run(view.train())));
            }
            return;
        }
        try {
            Task task = Tasks.at(draft, cell, view.train(), Math.toIntExact(view.step()));
            RunId run = draft.nextRun();
            draft.effect(new Effect.StartJob(run, cell.id(), task));
            Under under = new Under(run, cell.id(), view.step(), view.edition(), false);
            draft.lookBack(new LookBack(now.at(), now.views(), Optional.of(under)));
        } catch (UserFacingException e) {
            fail(draft, cell.id(), view, CellFailure.of(e));
        }
    }

    /** Whether the run's model is still being brought into the engine. */
    private static boolean opening(Draft draft, CellId train) {
        return draft.run(train).busy()
                || draft.graph().upstream(train).stream()
                        .anyMatch(each -> draft.run(each).busy());
    }

    private static CellFailure closed(CellRun train) {
        return train.failure().orElse(new CellFailure("The run was not opened.", "Choose the checkpoint again.", ""));
    }

    private static void fail(Draft draft, CellId cell, View view, CellFailure why) {
        LookBack now = draft.lookBack();
        Map<CellId, View> views = new LinkedHashMap<>(now.views());
        views.put(cell, view.failed(why));
        draft.lookBack(new LookBack(now.at(), views, now.job()));
    }
}
