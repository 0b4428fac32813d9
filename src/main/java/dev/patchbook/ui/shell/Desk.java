package dev.patchbook.ui.shell;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Dialogs.FileKind;
import dev.patchbook.ui.fx.Dialogs.Unsaved;
import dev.patchbook.ui.shell.Workbench.Origin;
import dev.patchbook.ui.start.Example;
import dev.patchbook.ui.start.Recent;
import dev.patchbook.ui.start.StartPage;
import dev.patchbook.ui.tab.Page;
import dev.patchbook.ui.tab.Tabs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Opens, saves and closes notebooks in the tabs of a window. */
final class Desk {
    private final Dialogs dialogs;
    private final Tabs tabs;
    private final Recent recent;
    private final OpenFiles files;
    private final BiFunction<Notebook, Origin, NotebookPane> panes;

    /**
     * Creates the desk.
     *
     * @param panes makes the page of a notebook
     */
    Desk(Dialogs dialogs, Tabs tabs, Recent recent, OpenFiles files, BiFunction<Notebook, Origin, NotebookPane> panes) {
        this.dialogs = dialogs;
        this.tabs = tabs;
        this.recent = recent;
        this.files = files;
        this.panes = panes;
    }

    /** The notebook in front; empty while the start page is. */
    Optional<NotebookPane> front() {
        return tabs.current().filter(NotebookPane.class::isInstance).map(NotebookPane.class::cast);
    }

    /** A person is back, perhaps from another program: looks whether the files are still the same. */
    void look() {
        notebooks().forEach(NotebookPane::look);
    }

    /** The open notebooks, in the tabs' order. */
    private List<NotebookPane> notebooks() {
        return tabs.pages().stream()
                .filter(NotebookPane.class::isInstance)
                .map(NotebookPane.class::cast)
                .toList();
    }

    /** Opens a notebook in a tab of its own. The start page gives its place to what is opened from it. */
    NotebookPane show(Notebook notebook, Origin origin) {
        NotebookPane pane = panes.apply(notebook, origin);
        Page before = tabs.current().orElse(null);
        if (before instanceof StartPage) {
            tabs.replace(before, pane);
            before.close();
        } else {
            tabs.add(pane);
        }
        tabs.select(pane);
        return pane;
    }

    /** Opens a copy of a notebook that comes with the program. */
    void open(Example example) {
        show(example.open(), Origin.NONE);
    }

    /** Asks for a notebook and opens it. */
    void open() {
        Path folder = front().map(pane -> pane.document().folder())
                .or(() -> recent.files().stream().findFirst().map(Path::getParent))
                .orElseGet(Desk::home);
        dialogs.open("Open a notebook", FileKind.NOTEBOOK, folder).ifPresent(this::open);
    }

    /** Opens a notebook's file, or goes to its tab; says so where it cannot be read. */
    boolean open(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        for (NotebookPane pane : notebooks()) {
            if (pane.document().file().filter(each -> same(each, wanted)).isPresent()) {
                tabs.select(pane);
                return true;
            }
        }
        try {
            show(NotebookFiles.open(wanted), Origin.of(wanted));
            recent.add(wanted);
            return true;
        } catch (UserFacingException e) {
            dialogs.problem(e.what(), e.remedy());
            return false;
        }
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other);
    }

    /** Begins a notebook on a file or folder of pictures and captions, read as the settings say. */
    NotebookPane begin(Path data, Map<String, String> settings) {
        return show(Beginnings.table(data, settings), Origin.in(Beginnings.folder(data)));
    }

    /** Where a person is likely to look for files: the folder of the notebook in front. */
    Path place() {
        return front().map(pane -> pane.document().folder()).orElseGet(Desk::home);
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home", "."));
    }

    /** Saves a notebook; asks where, if it has no file yet. False where it was not saved. */
    boolean save(NotebookPane pane) {
        return pane.document().file().map(file -> save(pane, file)).orElseGet(() -> saveAs(pane));
    }

    /** Saves a notebook in another file. False where it was not saved. */
    boolean saveAs(NotebookPane pane) {
        Path suggestion = pane.document().file().orElseGet(() -> suggestion(pane));
        return dialogs.save("Save the notebook", FileKind.NOTEBOOK, suggestion)
                .map(file -> save(pane, file))
                .orElse(false);
    }

    private static Path suggestion(NotebookPane pane) {
        String name =
                pane.nameProperty().get().replaceAll("[^\\p{L}\\p{N} ._-]", "").strip();
        return pane.origin().folder().orElseGet(Desk::home).resolve((name.isEmpty() ? "notebook" : name) + ".md");
    }

    private boolean save(NotebookPane pane, Path file) {
        pane.view().commit();
        if (elsewhere(pane, file)) {
            dialogs.problem(
                    file.getFileName() + " is open in another tab.",
                    "Save under another name, or close that tab first.");
            return false;
        }
        try {
            pane.document().save(file);
            recent.add(file);
            files.remember();
            return true;
        } catch (UserFacingException e) {
            dialogs.problem(e.what(), e.remedy());
            return false;
        }
    }

    private boolean elsewhere(NotebookPane pane, Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return notebooks().stream()
                .filter(each -> each != pane)
                .anyMatch(each -> each.document()
                        .file()
                        .filter(other -> same(other, wanted))
                        .isPresent());
    }

    /** Closes a page, once what is unsaved and what runs is dealt with. False where the person would rather stay. */
    boolean close(Page page) {
        if (page instanceof NotebookPane pane && !leave(List.of(pane))) {
            return false;
        }
        tabs.remove(page);
        page.close();
        return true;
    }

    /** Deals with all that is unsaved and runs, before the window closes. False where the person would rather stay. */
    boolean closeAll() {
        if (!leave(notebooks())) {
            return false;
        }
        files.remember();
        notebooks().forEach(NotebookPane::close);
        return true;
    }

    private boolean leave(List<NotebookPane> panes) {
        panes.forEach(pane -> pane.view().commit());
        List<NotebookPane> running = panes.stream()
                .filter(pane -> pane.activityProperty().get().busy())
                .toList();
        if (!running.isEmpty() && !dialogs.stop(names(running))) {
            return false;
        }
        List<NotebookPane> unsaved =
                panes.stream().filter(pane -> pane.unsavedProperty().get()).toList();
        if (unsaved.isEmpty()) {
            return true;
        }
        Unsaved answer = dialogs.unsaved(names(unsaved));
        return answer == Unsaved.DISCARD
                || answer == Unsaved.SAVE && unsaved.stream().allMatch(this::save);
    }

    private static List<String> names(List<NotebookPane> panes) {
        return panes.stream().map(pane -> pane.nameProperty().get()).toList();
    }
}
