package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFormat;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is not saved to a recovery file: a moment after an edit, and while the edits go on all the same now and then.
 * Edits are told on the session's thread.
 */
final class Autosave {
    private final Recovery recovery;
    private final StoreThread thread;
    private final Duration delay;
    private final Consumer<UserFacingException> failed;
    private String saved;
    private @Nullable Notebook latest;
    private @Nullable Notebook written;
    private boolean asked;
    private boolean ended;

    /**
     * Begins with what the notebook's file says.
     *
     * @param delay from the first edit not written to its writing
     * @param failed told when it cannot be written; on the store's thread
     */
    Autosave(
            Recovery recovery, StoreThread thread, String saved, Duration delay, Consumer<UserFacingException> failed) {
        this.recovery = recovery;
        this.thread = thread;
        this.saved = saved;
        this.delay = delay;
        this.failed = failed;
    }

    /** The notebook says something else now. */
    synchronized void edited(Notebook notebook) {
        if (notebook == latest) {
            return;
        }
        latest = notebook;
        if (!asked) {
            asked = true;
            thread.later(delay, this::write);
        }
    }

    /** The notebook's file says this now. */
    synchronized void saved(String text) {
        saved = text;
        if (!asked) {
            asked = true;
            thread.run(this::write);
        }
    }

    /** Writes what is not written yet, now; on the store's thread. */
    void write() {
        Optional<Notebook> now = take();
        try {
            now.ifPresent(this::write);
        } catch (UserFacingException e) {
            failed.accept(e);
        }
    }

    /** Writes nothing any more. */
    synchronized void end() {
        ended = true;
    }

    private synchronized Optional<Notebook> take() {
        asked = false;
        Notebook now = latest;
        return now == null || ended ? Optional.empty() : Optional.of(now);
    }

    private void write(Notebook notebook) {
        String text = NotebookFormat.write(notebook);
        if (text.equals(saved())) {
            recovery.clear();
        } else if (notebook != written) {
            recovery.write(text);
        }
        written = notebook;
    }

    private synchronized String saved() {
        return saved;
    }
}
