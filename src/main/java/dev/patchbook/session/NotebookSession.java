package dev.patchbook.session;

import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.Progress;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.session.SessionReducer.Next;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A notebook that runs: owns the state, applies commands one after another on its owner's thread, performs the effects with
 * an engine and tells its listeners, once for all that came together. Commands may come from any thread. The engine belongs
 * to whoever made it.
 */
public final class NotebookSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NotebookSession.class);

    private final Engine engine;
    private final Executor owner;
    private final EngineJobs jobs;
    private final Inbox inbox;
    private final List<Consumer<SessionChange>> listeners = new CopyOnWriteArrayList<>();
    private volatile SessionState state;
    private volatile Places places;
    private volatile Set<Path> allowed = Set.of();
    private final List<SessionCommand> early = new ArrayList<>();
    private boolean awaiting;
    private volatile boolean closed;

    /**
     * Opens a session; nothing runs yet.
     *
     * @param owner runs tasks on the owner's thread, soon: the JavaFX thread in the app, {@code Runnable::run} in tests
     * @param frame runs tasks on the owner's thread at the next frame, also while nothing is shown: what the engine reports
     *     comes this way
     */
    public NotebookSession(Engine engine, Notebook notebook, Places places, Executor owner, Executor frame) {
        this.state = SessionState.of(notebook);
        this.places = places;
        this.engine = engine;
        this.owner = owner;
        this.inbox = new Inbox(owner, frame, this::apply);
        this.jobs = new EngineJobs(engine, inbox::addForFrame);
    }

    /** The state of now; safe from any thread. */
    public SessionState state() {
        return state;
    }

    /** Where the notebook's files are. */
    public Places places() {
        return places;
    }

    /** Files outside of the notebook's folder that may be read, with all they name. */
    public Set<Path> allowed() {
        return allowed;
    }

    /** Allows these files outside of the notebook's folder to be read from now on, and no others. */
    public void allow(Set<Path> files) {
        allowed = Set.copyOf(files);
    }

    /** After the notebook was saved elsewhere: later runs go there. */
    public void moved(Places other) {
        places = other;
    }

    /**
     * Holds requests to run back until the last {@link SessionCommand.Restored} has come, lest a cell whose output is on its
     * way be run again for the sake of another. To be called by the owner, before anything is asked for.
     */
    public void awaitRestored() {
        awaiting = true;
    }

    /** Asks for something; done on the owner's thread, in the order asked for. */
    public void submit(SessionCommand command) {
        inbox.add(command);
    }

    /** Calls a listener on the owner's thread after every change, until what is returned is closed. */
    public Subscription subscribe(Consumer<SessionChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Asks the engine for something that changes nothing, as rows of data to look at. Answer and failure come on the owner's
     * thread, unless what is returned was closed before.
     */
    public <T> Subscription ask(Function<Engine, Job<T>> question, Consumer<T> answer, Consumer<CellFailure> failed) {
        return Question.ask(engine, owner, question, answer, failed);
    }

    /** What a cell that looks at a model looks at now; empty where the model is not in memory. */
    public Optional<LookRequest> look(CellId cell) {
        return Looking.of(state, cell, places, allowed);
    }

    /**
     * What to ask the engine for, so that it writes for a sample cell; empty where it has no model for it now.
     *
     * @param published whether it is to write as the articles' loop does
     */
    public Optional<SampleRequest> sampling(CellId cell, SampleSettings settings, boolean published) {
        return Looking.sample(state, cell, settings).map(task -> EngineJobs.request(task, places, allowed, published));
    }

    /** How far a running cell is; cheap, to be polled. */
    public Optional<Progress> progress(CellId cell) {
        return state.run(cell).run().flatMap(jobs::progress);
    }

    /** Stops all jobs and lets the engine forget what they gave; commands are no longer heard. */
    @Override
    public void close() {
        closed = true;
        listeners.clear();
        jobs.close(state);
    }

    private void apply(List<SessionCommand> commands) {
        if (closed) {
            commands.forEach(jobs::discard);
            return;
        }
        SessionState before = state;
        commands.forEach(this::hear);
        tell(new SessionChange(before, state, List.copyOf(commands)));
    }

    private void hear(SessionCommand command) {
        if (awaiting && command instanceof SessionCommand.Request) {
            early.add(command);
            return;
        }
        apply(command);
        if (command instanceof SessionCommand.Restored restored && restored.last()) {
            awaiting = false;
            early.forEach(this::apply);
            early.clear();
        }
    }

    private void apply(SessionCommand command) {
        try {
            Next next = SessionReducer.reduce(state, command);
            state = next.state();
            next.effects().forEach(effect -> jobs.perform(effect, places, allowed));
        } catch (RuntimeException e) {
            LOG.error("a command failed: {}", command.getClass().getSimpleName(), e); // the session goes on
        }
    }

    private void tell(SessionChange change) {
        for (Consumer<SessionChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.error("a listener failed", e); // the others must hear of the change all the same
            }
        }
    }
}
