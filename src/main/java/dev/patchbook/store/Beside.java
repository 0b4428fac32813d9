package dev.patchbook.store;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.SessionChange;
import dev.patchbook.session.SessionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One runs folder while its notebook is open: what is written there, if it may be. */
final class Beside {
    private final Lease lease;
    private final StoreThread thread;
    private final OutputKeeper keeper;
    private final ViewFile view;
    private @Nullable Recovery recovery;
    private @Nullable Autosave autosave;

    Beside(Lease lease, StoreThread thread, StoreListener listener) {
        this.lease = lease;
        this.thread = thread;
        this.keeper = new OutputKeeper(lease.runs(), thread, listener::cannotKeep);
        this.view = new ViewFile(lease.runs());
    }

    Lease lease() {
        return lease;
    }

    private boolean writes() {
        return lease.access() == Access.WRITER;
    }

    void restore(NotebookSession session, Collection<CellId> cells) {
        keeper.restore(session, cells);
    }

    /**
     * Begins to write what is not saved.
     *
     * @param savedText what the notebook's file says
     * @param adopted what an earlier process left, to go on with; empty where there is none
     */
    void autosave(
            SessionState state, String savedText, Duration delay, Optional<Path> adopted, StoreListener listener) {
        if (writes()) {
            Recovery own = new Recovery(lease.runs(), adopted);
            recovery = own;
            Autosave made = new Autosave(own, thread, savedText, delay, listener::cannotKeep);
            autosave = made;
            made.edited(state.notebook());
        }
    }

    void changed(NotebookSession session, SessionChange change) {
        if (change.after().notebook() != change.before().notebook()) {
            edited(change.after().notebook());
        }
        keep(session, change.after());
    }

    void edited(Notebook notebook) {
        if (autosave != null) {
            autosave.edited(notebook);
        }
    }

    void keep(NotebookSession session, SessionState state) {
        if (writes()) {
            keeper.follow(session, state);
        }
    }

    void saved(String text) {
        if (autosave != null) {
            autosave.saved(text);
        }
    }

    /** Writes at once what is not saved. */
    void writeNow() {
        Autosave writer = autosave;
        if (writer != null) {
            thread.run(writer::write);
        }
    }

    void forget(Recovered offer) {
        if (writes()) {
            thread.run(() -> Recovery.delete(offer.file()));
        }
    }

    Set<CellId> collapsed() {
        return view.collapsed();
    }

    void collapse(Set<CellId> cells) {
        if (writes()) {
            Set<CellId> ids = Set.copyOf(cells);
            thread.run(() -> view.write(ids));
        }
    }

    /** Nothing that is not saved is worth keeping any more. */
    void clearRecovery() {
        Recovery own = recovery;
        if (autosave != null) {
            autosave.end();
            autosave = null;
        }
        if (own != null) {
            thread.run(own::clear);
        }
    }

    /** Lets go of the folder, with what was asked for before. */
    void end() {
        thread.run(lease::end);
    }

    /** Removes the folder, after what was asked for before. */
    void remove() {
        thread.run(lease::remove);
    }
}
