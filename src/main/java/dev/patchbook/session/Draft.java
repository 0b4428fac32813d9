package dev.patchbook.session;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellGraph;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.Undo;
import dev.patchbook.session.CellRun.Phase;
import dev.patchbook.session.SessionReducer.Next;
import dev.patchbook.session.SessionState.Counters;
import dev.patchbook.session.SessionState.Queued;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The next state in the making; lives for one call of the reducer. */
final class Draft {
    private final SessionState before;
    private final Map<CellId, CellRun> runs;
    private final List<Effect> effects = new ArrayList<>();
    private List<Queued> queue;
    private Undo history;
    private CellGraph graph;
    private Map<CellId, String> prints;
    private boolean printed = true;
    private LookBack lookBack;
    private long named;
    private int executions;
    private int editions;

    Draft(SessionState before) {
        this.before = before;
        this.runs = new LinkedHashMap<>(before.runs());
        this.queue = new ArrayList<>(before.queue());
        this.history = before.history();
        this.graph = before.graph();
        this.prints = before.fingerprints();
        this.lookBack = before.lookBack();
        this.named = before.counters().runs();
        this.executions = before.counters().executions();
        this.editions = before.counters().editions();
    }

    Next next() {
        Counters counters = new Counters(named, executions, editions);
        SessionState after =
                new SessionState(history, graph, Map.copyOf(runs), List.copyOf(queue), prints(), counters, lookBack);
        return new Next(after, List.copyOf(effects));
    }

    SessionState before() {
        return before;
    }

    Undo history() {
        return history;
    }

    Notebook notebook() {
        return history.present();
    }

    CellGraph graph() {
        return graph;
    }

    void history(Undo other) {
        history = other;
        graph = CellGraph.of(other.present());
        printed = false;
    }

    Optional<Cell> cell(CellId id) {
        return notebook().cell(id);
    }

    Optional<CellKind> kind(CellId id) {
        return cell(id).map(Cell::kind);
    }

    CellRun run(CellId id) {
        return runs.getOrDefault(id, CellRun.NONE);
    }

    void run(CellId id, CellRun run) {
        printed &= run(id).edition() == run.edition();
        runs.put(id, run);
    }

    void forget(CellId id) {
        runs.remove(id);
        printed = false;
    }

    /** Forgets every run, lets the engine forget what they gave, and counts from one again. */
    void forgetAll() {
        runs.values().stream()
                .flatMap(run -> Stream.of(run, run.back()))
                .flatMap(run -> run.output().flatMap(Held::any).stream())
                .distinct()
                .forEach(id -> effects.add(new Effect.Release(id)));
        runs.clear();
        queue.clear();
        executions = 0;
        printed = false;
    }

    Optional<CellId> cellOf(RunId run) {
        return runs.entrySet().stream()
                .filter(entry -> entry.getValue().run().filter(run::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The cells that were ever run. */
    List<CellId> ran() {
        return List.copyOf(runs.keySet());
    }

    /** Whether the engine holds what dependants of a cell need of it. */
    boolean held(CellId id) {
        boolean needed = kind(id).map(CellKind::runs).orElse(false)
                && !kind(id).map(CellKind::looks).orElse(false);
        return !needed || run(id).output().flatMap(Held::any).isPresent();
    }

    List<CellId> running() {
        return runs.entrySet().stream()
                .filter(entry -> entry.getValue().phase() == Phase.RUNNING)
                .map(Map.Entry::getKey)
                .toList();
    }

    LookBack lookBack() {
        return lookBack;
    }

    void lookBack(LookBack other) {
        lookBack = other;
    }

    List<Queued> queue() {
        return queue;
    }

    void queue(List<Queued> other) {
        queue = new ArrayList<>(other);
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    RunId nextRun() {
        return new RunId(++named);
    }

    int nextExecution() {
        return ++executions;
    }

    /** Numbers that are taken. */
    void reserve(int execution, int edition) {
        executions = Math.max(executions, execution);
        editions = Math.max(editions, edition);
    }

    int nextEdition() {
        return ++editions;
    }

    String fingerprint(CellId id) {
        return prints().getOrDefault(id, "");
    }

    /** Whether a cell is done and nothing it depends on has changed since. */
    boolean fresh(CellId id) {
        CellRun run = run(id);
        return run.phase() == Phase.DONE && run.fingerprint().equals(fingerprint(id));
    }

    private Map<CellId, String> prints() {
        if (!printed) {
            prints = Fingerprints.of(notebook(), graph, runs);
            printed = true;
        }
        return prints;
    }
}
