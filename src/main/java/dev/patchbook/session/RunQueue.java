package dev.patchbook.session;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellProblem;
import dev.patchbook.session.CellRun.Phase;
import dev.patchbook.session.SessionState.Queued;
import dev.patchbook.session.SessionState.Why;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The queue: what is put in, taken out and started. One cell runs at a time, in the order asked for; beside it one cell that
 * looks at the model being trained.
 */
final class RunQueue {
    private RunQueue() {}

    static void run(Draft draft, CellId id) {
        CellRun run = draft.run(id);
        if (!draft.kind(id).map(CellKind::runs).orElse(false) || run.phase() == Phase.QUEUED) {
            return;
        }
        if (run.phase() == Phase.RUNNING) {
            Holding.resume(draft, id);
        } else if (trainedNow(draft, id).isPresent()) {
            add(draft, new Queued(id, Why.LOOK));
        } else {
            addWithUpstream(draft, List.of(id));
        }
    }

    static void runAll(Draft draft) {
        clear(draft, true);
        addWithUpstream(draft, draft.graph().order());
    }

    static void runAbove(Draft draft, CellId id) {
        int index = draft.notebook().indexOf(id);
        addWithUpstream(
                draft,
                draft.graph().order().stream()
                        .filter(each -> draft.notebook().indexOf(each) < index)
                        .filter(each -> !draft.fresh(each))
                        .toList());
    }

    static void runBelow(Draft draft, CellId id) {
        int index = draft.notebook().indexOf(id);
        List<CellId> dependants = draft.graph().downstream(id);
        addWithUpstream(
                draft,
                draft.graph().order().stream()
                        .filter(each -> draft.notebook().indexOf(each) >= index)
                        .filter(each -> each.equals(id) || dependants.contains(each) || !draft.fresh(each))
                        .toList());
    }

    /** Lets go of every result, and runs all from the top. */
    static void restart(Draft draft) {
        draft.running().forEach(id -> stop(draft, id));
        draft.forgetAll();
        addWithUpstream(draft, draft.graph().order());
    }

    static void runStale(Draft draft) {
        addWithUpstream(
                draft,
                draft.graph().order().stream().filter(id -> outdated(draft, id)).toList());
    }

    private static boolean outdated(Draft draft, CellId id) {
        CellRun run = draft.run(id);
        String now = draft.fingerprint(id);
        return (run.phase() == Phase.DONE && !run.fingerprint().equals(now))
                || (run.phase() == Phase.FAILED && !run.pending().equals(now));
    }

    /** Queues cells, each after what it builds on as far as that is not done or is to be done again. */
    static void addWithUpstream(Draft draft, Collection<CellId> ids) {
        Set<CellId> wanted = new HashSet<>(ids);
        Set<CellId> needed = new HashSet<>(ids);
        ids.forEach(id -> needed.addAll(draft.graph().upstream(id)));
        Set<CellId> again = new HashSet<>();
        for (CellId id : draft.graph().order()) {
            boolean rerun = draft.graph().parents(id).stream().anyMatch(again::contains);
            if (needed.contains(id) && (wanted.contains(id) || rerun || !draft.fresh(id))) {
                again.add(id);
                add(draft, new Queued(id, Why.RUN));
            } else if (needed.contains(id) && !draft.held(id)) {
                add(draft, new Queued(id, Why.OPEN));
            }
        }
    }

    /**
     * Queues a training that was stopped, to go on with it; what it builds on is not run again, unless the engine has nothing
     * of it. Even then no other training is.
     */
    static void addResumed(Draft draft, CellId id, long more) {
        hold(draft, id);
        add(draft, new Queued(id, Why.GO_ON, more, Optional.empty()));
    }

    /** Queues a run that is only shown to be brought into the engine, with what it builds on. */
    static void open(Draft draft, CellId id) {
        if (!draft.held(id)) {
            hold(draft, id);
            add(draft, new Queued(id, Why.OPEN));
        }
    }

    private static void hold(Draft draft, CellId id) {
        for (CellId each : draft.graph().upstream(id)) {
            boolean shown = draft.run(each).output().isPresent();
            if (!draft.held(each)
                    && (shown
                            || !draft.kind(each).filter(CellKind.TRAIN::equals).isPresent())) {
                add(draft, new Queued(each, shown ? Why.OPEN : Why.RUN));
            }
        }
    }

    private static void add(Draft draft, Queued queued) {
        CellRun run = draft.run(queued.cell());
        if (!run.busy() && draft.kind(queued.cell()).map(CellKind::runs).orElse(false)) {
            draft.run(queued.cell(), run.queued());
            draft.queue().add(queued);
        }
    }

    /** The training under way that a looking cell builds on, once its model is there. */
    private static Optional<CellId> trainedNow(Draft draft, CellId id) {
        boolean looks = draft.kind(id).map(CellKind::looks).orElse(false);
        List<CellId> bases = draft.graph().parents(id);
        boolean there = bases.stream()
                .allMatch(base -> draft.run(base).output().flatMap(Held::model).isPresent());
        return bases.stream()
                .filter(base -> looks && there && draft.run(base).phase() == Phase.RUNNING)
                .filter(base -> draft.kind(base).filter(CellKind.TRAIN::equals).isPresent())
                .filter(base -> draft.run(base).showsOwn())
                .findFirst();
    }

    /** Takes all that waits out of the queue; or all but what waits to look at a training. */
    static void clear(Draft draft, boolean keepLive) {
        takeOut(draft, waiting(draft, keepLive), Optional.empty());
    }

    private static List<CellId> waiting(Draft draft, boolean keepLive) {
        return draft.queue().stream()
                .filter(queued -> !(keepLive && queued.live()))
                .map(Queued::cell)
                .toList();
    }

    private static void takeOut(Draft draft, Collection<CellId> ids, Optional<String> why) {
        for (CellId id : ids) {
            if (draft.run(id).phase() == Phase.QUEUED) {
                draft.run(id, draft.run(id).back().left(why));
            }
        }
        draft.queue(draft.queue().stream()
                .filter(queued -> !ids.contains(queued.cell()))
                .toList());
    }

    /** Stops a cell, or takes it out of the queue; what waits for it leaves the queue. */
    static void stop(Draft draft, CellId id) {
        CellRun run = draft.run(id);
        if (run.phase() == Phase.QUEUED) {
            takeOut(draft, List.of(id), Optional.empty());
            dropDependants(draft, id, "was taken out of the queue");
        } else if (run.phase() == Phase.RUNNING && !run.stopping()) {
            draft.run(id, run.asked());
            run.run().ifPresent(each -> draft.effect(new Effect.CancelJob(each)));
        }
    }

    /** Takes out what waits for a cell that gave nothing, and says so there. */
    static void dropDependants(Draft draft, CellId id, String what) {
        takeOut(
                draft,
                draft.graph().downstream(id),
                Optional.of("Not run: it waited for “" + id + "”, which " + what + "."));
    }

    /** Starts what can start now. */
    static void advance(Draft draft) {
        boolean going = true;
        while (going) {
            going = false;
            for (Queued queued : List.copyOf(draft.queue())) {
                if (!going && mayStart(draft, queued)) {
                    draft.queue().remove(queued);
                    start(draft, queued);
                    going = true;
                }
            }
        }
    }

    private static boolean mayStart(Draft draft, Queued queued) {
        Optional<CellId> training = trainedNow(draft, queued.cell());
        List<CellId> running = draft.running();
        if (queued.live() && training.isPresent()) {
            return running.stream()
                    .allMatch(
                            id -> draft.kind(id).filter(CellKind.TRAIN::equals).isPresent());
        }
        boolean first = draft.queue().stream()
                .filter(each -> !each.live() || each.equals(queued))
                .findFirst()
                .filter(queued::equals)
                .isPresent();
        boolean joins = queued.beside().isPresent()
                && running.equals(List.of(queued.beside().get()));
        return first && (running.isEmpty() || joins && Racing.joinable(draft, running.get(0)));
    }

    private static void start(Draft draft, Queued queued) {
        CellId id = queued.cell();
        RunId run = draft.nextRun();
        CellRun waiting = draft.run(id);
        CellRun started = queued.why() == Why.OPEN
                ? waiting.opening(run, draft.fingerprint(id))
                : waiting.started(run, draft.nextExecution(), draft.fingerprint(id));
        List<CellProblem> problems = draft.graph().problems(id);
        try {
            if (!problems.isEmpty()) {
                throw new Unusable(CellFailure.of(problems.get(0)));
            }
            Task task = task(draft, queued);
            draft.run(id, started);
            draft.effect(new Effect.StartJob(run, id, task));
        } catch (Unusable e) {
            fail(draft, id, started.failed(e.failure(), Duration.ZERO));
        } catch (UserFacingException e) {
            fail(draft, id, started.failed(CellFailure.of(e), Duration.ZERO));
        }
    }

    private static Task task(Draft draft, Queued queued) {
        Cell cell = draft.cell(queued.cell()).orElseThrow();
        if (queued.why() == Why.OPEN) {
            return Tasks.open(draft, cell);
        }
        if (queued.why() == Why.GO_ON && queued.more() > 0) {
            Optional<TrainOutput> ended = Holding.ended(draft.run(cell.id()).back());
            if (ended.isPresent()) {
                TrainOutput output = ended.get();
                return Tasks.train(draft, cell, Optional.of(output.folder()), output.total() + queued.more());
            }
        }
        Optional<TrainOutput> stopped = Holding.stopped(
                        draft.graph(),
                        Optional.of(cell),
                        draft.run(queued.cell()).back())
                .filter(output -> queued.why() == Why.GO_ON);
        if (stopped.isPresent()) {
            return Tasks.train(draft, cell, stopped.map(TrainOutput::folder), 0);
        }
        Task task = Tasks.of(draft, cell);
        return task instanceof Task.Train train ? Racing.beside(draft, queued, train) : task;
    }

    /** A failure stops the queue. */
    static void fail(Draft draft, CellId id, CellRun failed) {
        draft.run(id, failed);
        takeOut(draft, waiting(draft, true), Optional.of("Not run: “" + id + "” failed before its turn came."));
        dropDependants(draft, id, "failed");
    }

    /** Thrown where a cell cannot be started. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;
        private final transient CellFailure failure;

        Unusable(CellFailure failure) {
            super(failure.what());
            this.failure = failure;
        }

        CellFailure failure() {
            return failure;
        }
    }
}
