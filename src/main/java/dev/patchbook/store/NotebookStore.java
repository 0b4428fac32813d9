package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.Places;
import dev.patchbook.session.SessionCommand.Edit;
import dev.patchbook.session.TrainOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept beside one open notebook, and the notebook's own file: one writer, outputs as they come and again when it is
 * opened, recovery of what was not saved, saving that overwrites nothing it does not know. To be used on the session's
 * thread; what takes time is done on a thread of its own.
 */
public final class NotebookStore implements AutoCloseable {
    /** An edit is written this soon. */
    public static final Duration AUTOSAVE = Duration.ofSeconds(3);

    private final NotebookSession session;
    private final StoreListener listener;
    private final Duration delay;
    private final StoreThread thread = new StoreThread();
    private final DiskLook disk;
    private final List<Beside> retired = new ArrayList<>();
    private final List<Path> scratch = new ArrayList<>();
    private Beside beside;
    private @Nullable Path file;
    private @Nullable Notebook saved;
    private String savedText;
    private boolean closed;
    private final Offers offers;

    private NotebookStore(NotebookSession session, Optional<Path> file, Duration delay, StoreListener listener) {
        this.session = session;
        this.listener = listener;
        this.delay = delay;
        this.disk = new DiskLook(thread, listener);
        this.file = file.orElse(null);
        Notebook notebook = session.state().notebook();
        String text = NotebookFormat.write(notebook);
        Places places = session.places();
        Lease lease = Lease.take(places.runs());
        beside = new Beside(lease, thread, listener);
        savedText = file.isPresent() ? text : Untitled.first(lease.runs()).orElse(text); // as it was at first
        saved = savedText.equals(text) ? notebook : null;
        file.ifPresent(each -> disk.at(each, savedText));
        offers = new Offers(lease.runs(), text);
        beside.restore(session, offers.cells(notebook));
        beside.autosave(session.state(), savedText, delay, offers.own(), listener);
        if (lease.access() == Access.READER) {
            session.moved(places.withRuns(Scratch.folder(lease.runs())));
        }
    }

    /**
     * Opens what is kept beside a notebook a session was opened for. Never fails: what cannot be read is not there, and
     * {@link #access} says what can be written.
     *
     * @param file the notebook's file; empty where it has none
     * @param autosave edits are written this soon: {@link #AUTOSAVE}
     * @param listener told what happens on disk, on another thread
     */
    public static NotebookStore open(
            NotebookSession session, Optional<Path> file, Duration autosave, StoreListener listener) {
        NotebookStore store = new NotebookStore(session, file, autosave, listener);
        session.subscribe(change -> store.beside.changed(session, change));
        store.disk.start();
        return store;
    }

    /** What may be done with what is beside the notebook. */
    public Access access() {
        return beside.lease().access();
    }

    /** Who else has the notebook open, for people; empty where that is not known. */
    public String holder() {
        return beside.lease().holder();
    }

    /** What an earlier process had not saved when it ended, the newest first. */
    public List<Recovered> offers() {
        return offers.open();
    }

    /** The notebook with what is being written in it and is not taken over yet: kept like an edit. */
    public void drafted(Notebook notebook) {
        beside.edited(notebook);
    }

    /** Whether the notebook itself is what an earlier process had not saved. */
    public boolean wasLeft() {
        return offers.own().isPresent();
    }

    /** Brings back what was not saved; a step of undo like any other edit. */
    public void restore(Recovered offer) {
        session.submit(new Edit(new NotebookEdit.Become(offer.notebook())));
        beside.writeNow(); // only what is written elsewhere may be removed here
        dismiss(offer);
    }

    /** Gives up what was not saved. */
    public void dismiss(Recovered offer) {
        offers.decided(offer);
        beside.forget(offer);
    }

    /** The notebook's file; empty before the first save. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Whether the file says what this notebook does. */
    public boolean isSaved(Notebook notebook) {
        // Undo leads back to the very same notebook, so most of the time no text is compared.
        return notebook == saved || NotebookFormat.write(notebook).equals(savedText);
    }

    /** Looks soon whether the file is still the same, as when a person comes back to the window. */
    public void look() {
        disk.soon();
    }

    /** What the file says now; empty where it is gone or no text. */
    public Optional<String> onDisk() {
        return disk.text();
    }

    /**
     * Takes over what the file says now; a step of undo like any other edit.
     *
     * @throws UserFacingException where it is no notebook
     */
    public void reload() {
        Path own = file;
        if (own != null) {
            Notebook notebook = NotebookFiles.open(own);
            knows(notebook, NotebookFormat.write(notebook));
            session.submit(new Edit(new NotebookEdit.Become(notebook)));
        }
    }

    /** Stays with the notebook as it is here: the next save overwrites what the file says now. */
    public void keepMine() {
        onDisk().ifPresent(text -> knows(null, text));
    }

    private void knows(@Nullable Notebook notebook, String text) {
        saved = notebook;
        savedText = text;
        beside.saved(text);
        disk.knows(text);
    }

    /**
     * Saves the notebook and stays with that file. In another folder, relative paths are written anew so that they name the
     * same files; outputs, and the runs they show, are copied.
     *
     * @throws UserFacingException where it cannot be written, where the file says something that is not known here, or where
     *     somebody else has it open
     */
    public void save(Path target) {
        if (target.equals(file)) {
            overwrite(target);
        } else {
            saveAs(target);
        }
    }

    private void overwrite(Path target) {
        if (access() == Access.READER) {
            throw openElsewhere(target, holder());
        }
        if (disk.now(true) == OnDisk.CHANGED) {
            throw new UserFacingException(
                    target.getFileName() + " was changed by another program since it was opened here.",
                    "Reload it, or keep yours, in the bar above the notebook; then save.");
        }
        Notebook notebook = session.state().notebook();
        NotebookFiles.save(target, notebook);
        knows(notebook, NotebookFormat.write(notebook));
    }

    private static UserFacingException openElsewhere(Path target, String holder) {
        return new UserFacingException(
                target.getFileName() + " is open in another window" + (holder.isEmpty() ? "." : " (" + holder + ")."),
                "Save under another name, or close it there first.");
    }

    private void saveAs(Path target) {
        Places places = Places.beside(target);
        Notebook before = session.state().notebook();
        Optional<NotebookEdit> paths = DataPaths.moved(before, session.places().folder(), places.folder());
        Lease next = Lease.take(places.runs());
        if (next.access() == Access.READER) {
            throw openElsewhere(target, next.holder());
        }
        Notebook notebook = paths.map(before::apply).orElse(before);
        try {
            NotebookFiles.save(target, notebook);
        } catch (UserFacingException e) {
            next.end();
            throw e;
        }
        paths.ifPresent(edit -> session.submit(new Edit(edit)));
        moveTo(target, places, next);
        knows(notebook, NotebookFormat.write(notebook));
    }

    private void moveTo(Path target, Places places, Lease next) {
        Set<CellId> collapsed = collapsed();
        beside.clearRecovery();
        if (access() == Access.READER) {
            scratch.add(session.places().runs());
        } else if (file == null) {
            retired.add(beside); // needed until its runs are copied
        } else {
            beside.end();
        }
        session.moved(places);
        file = target;
        disk.at(target, savedText);
        beside = new Beside(next, thread, listener);
        beside.autosave(session.state(), savedText, delay, Optional.empty(), listener);
        beside.keep(session, session.state());
        beside.collapse(collapsed);
    }

    /** The cells that were collapsed when the notebook was last looked at. */
    public Set<CellId> collapsed() {
        return beside.collapsed();
    }

    /** Keeps which cells are collapsed. */
    public void collapse(Set<CellId> cells) {
        beside.collapse(cells);
    }

    /** Waits until all is written. */
    void flush() {
        thread.flush();
    }

    /**
     * Ends: what is not saved by now is given up, and with it all of a notebook that was never saved. To be called once its
     * session is closed.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        beside.clearRecovery();
        retired.forEach(old -> {
            if (shownFrom(old.lease().runs())) {
                old.end();
            } else {
                old.remove();
            }
        });
        if (access() == Access.READER) {
            scratch.add(session.places().runs());
        }
        if (file == null && !isSaved(session.state().notebook())) {
            beside.remove();
        } else {
            beside.end();
        }
        thread.close();
        scratch.forEach(Scratch::remove);
    }

    /** Whether a run that is shown lies there still, since it was under way when the notebook was saved elsewhere. */
    private boolean shownFrom(Path runs) {
        return session.state().runs().values().stream()
                .flatMap(run -> run.output().stream())
                .anyMatch(output -> output instanceof TrainOutput train
                        && train.folder().startsWith(runs.toAbsolutePath().normalize()));
    }
}
