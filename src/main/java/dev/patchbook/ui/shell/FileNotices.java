package dev.patchbook.ui.shell;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.store.Access;
import dev.patchbook.store.LineDiff;
import dev.patchbook.store.NotebookStore;
import dev.patchbook.store.OnDisk;
import dev.patchbook.store.Recovered;
import dev.patchbook.store.StoreListener;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.shell.Notice.Action;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What a person should know of the notebook as a file, above its cells: left unsaved by a process that died, changed or
 * deleted on disk, open elsewhere, not writable.
 */
final class FileNotices extends VBox implements StoreListener {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final NotebookSession session;
    private final Dialogs dialogs;
    private final Runnable saveAs;
    private @Nullable NotebookStore store;
    private Runnable refreshed = () -> {};
    private OnDisk disk = OnDisk.SAME;
    private boolean told;
    private @Nullable UserFacingException unkept;
    private @Nullable DiffView diff;
    private List<Object> shown = List.of();

    /**
     * Notices of a notebook.
     *
     * @param saveAs asks where to save it
     */
    FileNotices(NotebookSession session, Dialogs dialogs, Runnable saveAs) {
        this.session = session;
        this.dialogs = dialogs;
        this.saveAs = saveAs;
        getStyleClass().add("notices");
        show();
    }

    /** Follows a store, once it is open. */
    void follow(NotebookStore opened, Runnable refresh) {
        store = opened;
        refreshed = refresh;
        show();
    }

    @Override
    public void found(OnDisk now) {
        Platform.runLater(() -> {
            if (now != disk) {
                disk = now;
                diff = null;
            }
            show();
        });
    }

    @Override
    public void cannotKeep(UserFacingException why) {
        Platform.runLater(() -> {
            if (!told) {
                told = true; // once is enough: what fails now will fail again
                unkept = why;
                show();
            }
        });
    }

    /** Shows what is to be said now. */
    void show() {
        NotebookStore open = store;
        List<Notice> now = open == null ? List.of() : notices(open);
        List<Object> said = new ArrayList<>();
        now.forEach(notice -> said.add(notice.what() + notice.remedy()));
        said.add(open == null ? List.of() : open.offers());
        said.add(Optional.ofNullable(diff));
        if (said.equals(shown)) {
            return; // a button that is being pressed must not be replaced by its like
        }
        shown = said;
        getChildren().clear();
        if (open != null) {
            now.forEach(notice -> getChildren().add(new NoticeView(notice)));
            if (diff != null) {
                getChildren().add(diff);
            }
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private List<Notice> notices(NotebookStore open) {
        List<Notice> all = new ArrayList<>();
        if (open.access() == Access.READER) {
            all.add(elsewhere(open));
        }
        if (disk != OnDisk.SAME) {
            all.add(disk == OnDisk.CHANGED ? changed(open) : deleted(open));
        }
        if (open.file().isEmpty() && open.wasLeft()) {
            all.add(new Notice(
                    Icon.STALE,
                    name() + " was never saved.",
                    "It is as it was when Patchbook was closed.",
                    List.of(saveAs())));
        }
        open.offers().stream().findFirst().ifPresent(offer -> all.add(offer(open, offer)));
        UserFacingException why = unkept;
        if (why != null) {
            Action dismiss = new Action("Dismiss", "Put this notice away", () -> {
                unkept = null;
                show();
            });
            all.add(new Notice(Icon.WARNING, why.what(), why.remedy(), List.of(saveAs(), dismiss)));
        } else if (open.access() == Access.NOWHERE) {
            all.add(new Notice(
                    Icon.WARNING,
                    "Nothing can be written beside " + name() + ".",
                    "Outputs, runs and what is not saved are not kept. Save the notebook in a folder you may write to.",
                    List.of(saveAs())));
        }
        return all;
    }

    private Action saveAs() {
        return new Action("Save as…", "Save the notebook in another file", () -> {
            saveAs.run();
            show();
        });
    }

    private String name() {
        NotebookStore open = store;
        String title = session.state().notebook().title();
        return open == null || open.file().isEmpty()
                ? "“" + (title.isEmpty() ? "Untitled" : title) + "”"
                : "“" + open.file().get().getFileName() + "”";
    }

    private Notice elsewhere(NotebookStore open) {
        String holder = open.holder();
        return new Notice(
                Icon.WARNING,
                name() + " is open elsewhere" + (holder.isEmpty() ? "." : ": " + holder + "."),
                "It can be read and tried here, and saved under another name.",
                List.of(saveAs()));
    }

    private Notice changed(NotebookStore open) {
        return new Notice(
                Icon.WARNING,
                name() + " was changed by another program.",
                "Reload takes over what the file says now; undo leads back. Keep mine overwrites it when you save.",
                List.of(
                        new Action("Reload", "Show what the file says now", () -> attempt(open::reload)),
                        new Action("Keep mine", "Stay with the notebook as it is here", () -> attempt(open::keepMine)),
                        new Action(
                                "Compare",
                                "Show line by line what differs",
                                () -> open.onDisk().ifPresent(text -> compare(text, "Here: −   In the file: +")))));
    }

    private Notice deleted(NotebookStore open) {
        return new Notice(
                Icon.WARNING,
                name() + " is no longer where it was: it was deleted, moved or renamed.",
                "The notebook is still here. Save it again, or under another name.",
                List.of(
                        new Action(
                                "Save again",
                                "Write the file where it was",
                                () -> attempt(() -> open.file().ifPresent(open::save))),
                        saveAs()));
    }

    private Notice offer(NotebookStore open, Recovered offer) {
        String rest = open.offers().size() > 1 ? " There is more from before that." : "";
        return new Notice(
                Icon.STALE,
                "Patchbook was closed before " + name() + " was saved.",
                "What was not saved is from " + TIME.format(offer.written()) + "." + rest,
                List.of(
                        new Action(
                                "Restore", "Bring back what was not saved", () -> attempt(() -> open.restore(offer))),
                        new Action(
                                "Open the saved file",
                                "Stay with the file, and give up what was not saved",
                                () -> attempt(() -> open.dismiss(offer))),
                        new Action(
                                "Compare",
                                "Show line by line what differs",
                                () -> compare(
                                        NotebookFormat.write(offer.notebook()), "Shown now: −   Not saved then: +"))));
    }

    private void compare(String other, String title) {
        String here = NotebookFormat.write(session.state().notebook());
        diff = new DiffView(title, LineDiff.of(here, other), () -> {
            diff = null;
            show();
        });
        show();
    }

    private void attempt(Runnable action) {
        try {
            action.run();
            diff = null;
            refreshed.run();
            show();
        } catch (UserFacingException e) {
            dialogs.problem(e.what(), e.remedy());
        }
    }
}
