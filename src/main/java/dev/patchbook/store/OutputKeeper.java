package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Past;
import dev.patchbook.session.SessionCommand.Relocated;
import dev.patchbook.session.SessionCommand.Restored;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.TrainOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a session's outputs in files as they come, and brings them back when the notebook is opened again. Told of changes on
 * the session's thread; reads and writes on the store's.
 */
final class OutputKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(OutputKeeper.class);
    private static final int BATCH = 8;

    private final OutputFiles files;
    private final RunCopies copies;
    private final StoreThread thread;
    private final Consumer<UserFacingException> failed;
    private final Map<CellId, Mark> marks = new HashMap<>();
    private final Set<Path> copying = new HashSet<>();

    /** What tells one output of a cell from another, without comparing pictures. */
    private record Mark(
            int edition,
            String fingerprint,
            Optional<Duration> duration,
            Optional<CellFailure> failure,
            Optional<Path> run) {
        static Mark of(Past past) {
            Optional<Path> run =
                    past.output() instanceof TrainOutput train ? Optional.of(train.folder()) : Optional.empty();
            return new Mark(past.edition(), past.fingerprint(), past.duration(), past.failure(), run);
        }
    }

    /**
     * Keeps outputs below a runs folder.
     *
     * @param failed told when something cannot be written; on the store's thread
     */
    OutputKeeper(Path runs, StoreThread thread, Consumer<UserFacingException> failed) {
        this.files = new OutputFiles(runs);
        this.copies = new RunCopies(runs);
        this.thread = thread;
        this.failed = failed;
    }

    /** Reads what is kept of these cells and gives it to the session, the first ones first. */
    void restore(NotebookSession session, Collection<CellId> cells) {
        session.awaitRestored();
        List<CellId> ids = List.copyOf(cells);
        thread.run(() -> {
            Map<CellId, Past> batch = new LinkedHashMap<>();
            try {
                for (CellId id : ids) {
                    files.read(id).ifPresent(past -> batch.put(id, past));
                    if (batch.size() == BATCH) {
                        give(session, batch, false);
                    }
                }
            } finally {
                give(session, batch, true);
            }
        });
    }

    private void give(NotebookSession session, Map<CellId, Past> batch, boolean last) {
        synchronized (marks) {
            batch.forEach((id, past) -> marks.put(id, Mark.of(past)));
        }
        session.submit(new Restored(batch, last));
        batch.clear();
    }

    /** Takes over what changed; on the session's thread. */
    void follow(NotebookSession session, SessionState state) {
        Set<CellId> gone;
        synchronized (marks) {
            gone = new HashSet<>(marks.keySet());
        }
        for (Map.Entry<CellId, CellRun> entry : state.runs().entrySet()) {
            Optional<Past> past = Past.of(entry.getValue());
            if (past.isPresent()) {
                gone.remove(entry.getKey());
                keep(session, entry.getKey(), past.get());
            }
        }
        gone.stream().filter(id -> given(state, id)).forEach(this::remove);
    }

    /** Whether what is kept of a cell has reached the session, or was taken from it. */
    private static boolean given(SessionState state, CellId id) {
        return state.runs().containsKey(id) || state.notebook().cell(id).isEmpty();
    }

    private void remove(CellId id) {
        synchronized (marks) {
            marks.remove(id);
        }
        thread.run(() -> files.remove(id));
    }

    private void keep(NotebookSession session, CellId id, Past past) {
        if (past.output() instanceof TrainOutput train && !files.holds(train.folder())) {
            bring(session, id, train);
            return;
        }
        Mark mark = Mark.of(past);
        synchronized (marks) {
            if (mark.equals(marks.put(id, mark))) {
                return;
            }
        }
        thread.run(() -> {
            try {
                files.write(id, past);
            } catch (UserFacingException | DamagedException e) {
                LOG.warn("The output of {} is not kept: {}", id, e.getMessage());
                if (e instanceof UserFacingException told) {
                    failed.accept(told);
                }
            }
        });
    }

    /** Copies a run from where the notebook was before, once it has ended. */
    private void bring(NotebookSession session, CellId id, TrainOutput train) {
        Path from = train.folder();
        if (train.summary().isEmpty() || !copying.add(from)) {
            return;
        }
        thread.run(() -> {
            try {
                session.submit(new Relocated(from, copies.copy(from, id)));
            } catch (UserFacingException e) {
                LOG.warn("The run in {} was not brought along: {}", from, e.getMessage());
                failed.accept(e);
            }
        });
    }
}
