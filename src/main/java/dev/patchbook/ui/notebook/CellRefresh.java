package dev.patchbook.ui.notebook;

import dev.patchbook.chart.Numbers;
import dev.patchbook.config.SettingException;
import dev.patchbook.engine.Progress;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellGraph;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellProblem;
import dev.patchbook.notebook.CellSettings;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.LookBack;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.SessionState;
import dev.patchbook.ui.form.SettingsSentence;
import dev.patchbook.ui.notebook.CellViewModel.Failure;
import dev.patchbook.ui.notebook.CellViewModel.Trainer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Brings a cell's view-model up to a state of the session. */
final class CellRefresh {
    private static final double NANOS_PER_MILLI = 1e6;

    private final NotebookSession session;
    private final LongSupplier clock;
    private final Map<CellId, Long> started = new HashMap<>();
    private final Map<CellId, TimeLeft> left = new HashMap<>();

    CellRefresh(NotebookSession session, LongSupplier clock) {
        this.session = session;
        this.clock = clock;
    }

    /** What gives a changed model cell's defaults, as if it stood in the notebook already. */
    static CellSettings settings(SessionState state, Cell changed) {
        Notebook notebook = state.notebook().apply(new NotebookEdit.Replace(changed.id(), changed));
        return CellSettings.of(CellGraph.of(notebook), changed.id());
    }

    /** What the document says of a cell. */
    void document(SessionState state, Cell cell, CellViewModel model) {
        CellId id = cell.id();
        String sentence = cell.kind()
                .group()
                .map(group -> SettingsSentence.of(
                        group,
                        cell.settings(),
                        CellSettings.of(state.graph(), id).defaults(cell)))
                .orElse("");
        model.document(cell, sentence, CellLinks.of(state, id));
        if (cell.kind() == CellKind.MODEL) {
            model.trainer(trainer(state, id));
        }
    }

    private static @Nullable Trainer trainer(SessionState state, CellId id) {
        List<Cell> cells = state.graph().children(id).stream()
                .flatMap(child -> state.notebook().cell(child).stream())
                .filter(child -> child.kind() == CellKind.TRAIN)
                .toList();
        if (cells.size() != 1) {
            return null;
        }
        CellId trains = cells.get(0).id();
        try {
            return new Trainer(trains, CellSettings.of(state.graph(), trains).train(cells.get(0)));
        } catch (SettingException e) {
            return null; // that cell says what is wrong with it
        }
    }

    /** How it stands with a cell's running. */
    void running(SessionState state, CellViewModel model) {
        CellId id = model.id();
        CellRun run = state.run(id);
        if (run.phase() != CellRun.Phase.RUNNING) {
            started.remove(id);
            left.remove(id);
        } else {
            started.putIfAbsent(id, clock.getAsLong());
        }
        progress(state, model);
        run.left().ifPresent(model::notice);
        if (run.busy()) {
            model.notice("");
        }
        SideWarning.of(state, id).ifPresent(model::notice);
        model.failure(failure(state, id, run));
        LookBack past = state.lookBack();
        model.lookedAt(Optional.ofNullable(past.at().get(id))
                .map(LookBack.Position::step)
                .orElse(0L));
        model.output(state.shown(id).orElse(null));
        model.lookBack(past.views().get(id)); // after what is shown: its words are about that
    }

    /** How far a cell is, and for how long it has been running. */
    void progress(SessionState state, CellViewModel model) {
        CellId id = model.id();
        CellRun run = state.run(id);
        Progress progress = session.progress(id).orElse(Progress.WAITING);
        model.state(StatusWords.of(state, id, progress), run.count(), span(id, run), old(state, id, run));
        model.left(run.phase() == CellRun.Phase.RUNNING && !run.paused() ? left(id, progress) : "");
    }

    private String left(CellId id, Progress progress) {
        return left.computeIfAbsent(id, each -> new TimeLeft()).of(progress, clock.getAsLong());
    }

    /** Whether what it shows is no longer right; what a run under way yields is as right as can be. */
    private static boolean old(SessionState state, CellId id, CellRun run) {
        boolean live = run.phase() == CellRun.Phase.RUNNING
                && !run.output().equals(run.kept().flatMap(CellRun::output));
        return !live && state.outdated(id);
    }

    private String span(CellId id, CellRun run) {
        Long since = started.get(id);
        if (since != null) {
            return Numbers.duration((clock.getAsLong() - since) / NANOS_PER_MILLI);
        }
        return run.duration()
                .map(time -> Numbers.duration(time.toNanos() / NANOS_PER_MILLI))
                .orElse("");
    }

    private static @Nullable Failure failure(SessionState state, CellId id, CellRun run) {
        if (run.failure().isPresent()) {
            return run.failure()
                    .map(why -> new Failure(why.what(), why.remedy(), why.key()))
                    .orElse(null);
        }
        List<CellProblem> problems = run.busy() ? List.of() : state.problems(id);
        if (problems.isEmpty()) {
            return null;
        }
        CellProblem first = problems.get(0);
        return new Failure("Line " + first.line() + ": " + first.message(), first.remedy(), first.key());
    }
}
