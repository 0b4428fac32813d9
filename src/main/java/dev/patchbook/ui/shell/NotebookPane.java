package dev.patchbook.ui.shell;

import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.SessionState;
import dev.patchbook.store.NotebookStore;
import dev.patchbook.ui.cell.CellBodies;
import dev.patchbook.ui.consent.Consent;
import dev.patchbook.ui.consent.Consents;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellStatus;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.NotebookView;
import dev.patchbook.ui.notebook.NotebookViewModel;
import dev.patchbook.ui.shell.Workbench.Origin;
import dev.patchbook.ui.tab.Page;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** An open notebook: its session, what is shown of it, and the column that shows it. */
final class NotebookPane implements Page {
    /** So much of a cell, in pixels, is not enough to say that it is in view. */
    private static final double GLIMPSE = 32;

    private final NotebookSession session;
    private final Origin origin;
    private final Consent consent;
    private final FileNotices notices;
    private final NotebookStore store;
    private final DocumentViewModel document;
    private final VBox content;
    private final Timeline drafts = new Timeline(new KeyFrame(Duration.seconds(5), e -> keepDrafts()));
    private final NotebookViewModel notebook;
    private final NotebookView view;
    private final Outline outline;
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(Activity.NONE);

    /**
     * What a notebook needs of the window.
     *
     * @param dialogs asks for files
     * @param actions the window's commands
     * @param consents what notebooks may read outside of their folders
     * @param imports shows data before a cell takes it over
     * @param saveAs asks where to save a notebook
     */
    record Window(
            Dialogs dialogs, Actions actions, Consents consents, Imports imports, Consumer<NotebookPane> saveAs) {}

    NotebookPane(NotebookSession session, Origin origin, Window window) {
        this.session = session;
        this.origin = origin;
        this.consent = new Consent(session, window.consents(), origin.file());
        this.notices =
                new FileNotices(session, window.dialogs(), () -> window.saveAs().accept(this));
        this.store = NotebookStore.open(session, origin.file(), NotebookStore.AUTOSAVE, notices);
        this.document = new DocumentViewModel(session, store, consent::saved);
        this.notebook = new NotebookViewModel(session);
        CellFrame.Surroundings surroundings = new CellFrame.Surroundings(
                window.dialogs(),
                document::folder,
                window.actions(),
                consent,
                (cell, files, settings) -> window.imports().choose(this, cell, files, settings));
        this.view = new NotebookView(
                notebook,
                cell -> new CellFrame(
                        cell,
                        notebook.commands(),
                        CellBodies.of(cell, notebook.commands(), surroundings),
                        surroundings));
        this.content = new VBox(notices, view);
        VBox.setVgrow(view, Priority.ALWAYS);
        view.setPrefHeight(0); // what is said above it gets its room first
        notices.follow(store, document::refresh);
        drafts.setCycleCount(Animation.INDEFINITE);
        drafts.play();
        notebook.collapse(store.collapsed(), store::collapse);
        this.outline = new Outline(notebook);
        session.subscribe(change -> activity.set(running()));
    }

    /** Where the notebook came from. */
    Origin origin() {
        return origin;
    }

    /** What it may read outside of its folder. */
    Consent consent() {
        return consent;
    }

    /** The notebook and how it stands, now. */
    SessionState state() {
        return session.state();
    }

    DocumentViewModel document() {
        return document;
    }

    NotebookViewModel notebook() {
        return notebook;
    }

    @Override
    public NotebookView view() {
        return view;
    }

    @Override
    public Node content() {
        return content;
    }

    /** What is being written in a note is kept as well, before it is taken over. */
    private void keepDrafts() {
        Notebook drafted = session.state().notebook();
        for (CellViewModel cell : notebook.cells()) {
            if (cell.draft().isPresent()) {
                drafted = drafted.apply(
                        new NotebookEdit.SetText(cell.id(), cell.draft().get()));
            }
        }
        store.drafted(drafted);
    }

    /** Looks whether the file is still the same. */
    void look() {
        store.look();
    }

    @Override
    public Optional<Node> side() {
        return Optional.of(outline);
    }

    @Override
    public ReadOnlyStringProperty nameProperty() {
        return document.nameProperty();
    }

    @Override
    public ReadOnlyBooleanProperty unsavedProperty() {
        return document.unsavedProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Activity> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    /** Whether a cell runs that cannot be seen where the column stands now. */
    BooleanBinding runningAway() {
        return Bindings.createBooleanBinding(
                () -> Optional.ofNullable(notebook.runningProperty().get())
                        .filter(id -> view.frame(id).filter(this::seen).isEmpty())
                        .isPresent(),
                notebook.runningProperty(),
                view.vvalueProperty(),
                view.viewportBoundsProperty(),
                view.getContent().layoutBoundsProperty());
    }

    private boolean seen(Node cell) {
        Node column = view.getContent();
        Bounds at = column.sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
        double height = view.getViewportBounds().getHeight();
        double top = view.getVvalue() * Math.max(0, column.getLayoutBounds().getHeight() - height);
        return at.getMaxY() > top + GLIMPSE && at.getMinY() < top + height - GLIMPSE;
    }

    private Activity running() {
        if (!notebook.busyProperty().get()) {
            return Activity.NONE;
        }
        for (CellViewModel cell : notebook.cells()) {
            CellStatus status = cell.statusProperty().get();
            if (status.busy() && status.kind() != CellStatus.Kind.QUEUED) {
                return new Activity(true, cell.id().text() + ", " + status.word(), status.share());
            }
        }
        return new Activity(true, "", -1);
    }

    @Override
    public String place() {
        return document.file().map(Path::toString).orElse("Not saved yet");
    }

    @Override
    public void focus() {
        Optional.ofNullable(notebook.currentProperty().get())
                .flatMap(view::frame)
                .ifPresentOrElse(CellFrame::requestFocus, view::requestFocus);
    }

    @Override
    public void close() {
        drafts.stop();
        view.release();
        notebook.close();
        session.close();
        store.close();
    }
}
