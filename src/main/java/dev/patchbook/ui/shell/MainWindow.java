package dev.patchbook.ui.shell;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.ui.fx.ActionKeys;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.Dialogs.FileKind;
import dev.patchbook.ui.fx.Dialogs.Unsaved;
import dev.patchbook.ui.fx.PulseMeter;
import dev.patchbook.ui.notebook.NotebookActions;
import dev.patchbook.ui.notebook.NotebookView;
import dev.patchbook.ui.notebook.NotebookViewModel;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window: one notebook at a time, with the bar above and the outline beside it. */
public final class MainWindow implements WindowCommands {
    /** Preference: the notebook open last. */
    public static final String LAST_NOTEBOOK = "last-notebook";

    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 860;

    private final Stage stage;
    private final Workbench workbench;
    private final BorderPane root = new BorderPane();
    private final StackPane layers = new StackPane(root);
    private final Scene scene = new Scene(layers, WIDTH, HEIGHT);
    private final Actions actions = new Actions();
    private final ActionKeys keys = new ActionKeys(actions);
    private final Shape shape;
    private final PulseMeter pulses = new PulseMeter();
    private boolean measuring;
    private NotebookPane pane;

    /** Creates the window with a notebook in it; the file is null where the notebook has none. */
    public MainWindow(Stage stage, Workbench workbench, Notebook notebook, @Nullable Path file) {
        this.stage = stage;
        this.workbench = workbench;
        WindowActions.bind(actions, this);
        NotebookActions.bind(actions, () -> Optional.of(pane.view()));
        this.pane = pane(notebook, file);
        stage.setTitle("Patchbook");
        stage.setMinWidth(560);
        stage.setMinHeight(400);
        stage.setScene(scene);
        workbench.appearance().install(scene);
        shape = new Shape(root, scene, workbench.appearance());
        keys.install(scene);
        stage.setOnCloseRequest(e -> {
            if (!leave()) {
                e.consume();
            } else {
                pane.close();
            }
        });
        show();
    }

    /** What is shown of the open notebook. */
    public NotebookViewModel notebook() {
        return pane.notebook();
    }

    /** The open notebook as a file. */
    public DocumentViewModel document() {
        return pane.document();
    }

    /** What the commands of the window do. */
    public Actions actions() {
        return actions;
    }

    /** The column of cells. */
    public NotebookView view() {
        return pane.view();
    }

    private NotebookPane pane(Notebook notebook, @Nullable Path file) {
        NotebookPane made = new NotebookPane(
                workbench.sessions().open(notebook, Optional.ofNullable(file)), file, workbench.dialogs(), actions);
        keys.install(made.view(), made.view()::onCell);
        return made;
    }

    private void show() {
        root.setTop(new TopBar(pane.notebook(), pane.document(), actions, workbench.appearance()));
        root.setLeft(new Outline(pane.notebook()));
        root.setCenter(pane.view());
        shape.fit();
        pane.document().nameProperty().addListener((observable, was, is) -> stage.setTitle(is + " – Patchbook"));
        stage.setTitle(pane.document().nameProperty().get() + " – Patchbook");
    }

    private void replace(Notebook notebook, @Nullable Path file) {
        NotebookPane old = pane;
        pane = pane(notebook, file);
        show();
        old.close();
    }

    private void remember(Path file) {
        workbench.preferences().put(LAST_NOTEBOOK, file.toAbsolutePath().toString());
    }

    /** Deals with unsaved changes; false where the person would rather stay. */
    private boolean leave() {
        pane.view().commit();
        if (!pane.document().unsavedProperty().get()) {
            return true;
        }
        Unsaved answer =
                workbench.dialogs().unsaved(pane.document().nameProperty().get());
        return answer == Unsaved.DISCARD || answer == Unsaved.SAVE && save();
    }

    @Override
    public void open() {
        if (leave()) {
            workbench
                    .dialogs()
                    .open("Open a notebook", FileKind.NOTEBOOK, pane.document().folder())
                    .ifPresent(this::open);
        }
    }

    /** Opens a notebook's file; says so where it cannot be read. */
    public void open(Path file) {
        try {
            replace(NotebookFiles.open(file), file);
            remember(file);
        } catch (UserFacingException e) {
            workbench.dialogs().problem(e.what(), e.remedy());
        }
    }

    @Override
    public void create() {
        if (leave()) {
            replace(Notebook.empty("Untitled"), null);
        }
    }

    @Override
    public void measure() {
        if (measuring) {
            LOG.info("{}", pulses.stop());
        } else {
            pulses.start();
        }
        measuring = !measuring;
    }

    /** Measures how smooth the window is. */
    public PulseMeter pulses() {
        return pulses;
    }

    @Override
    public void welcome() {
        if (leave()) {
            replace(workbench.welcome().get(), null);
        }
    }

    @Override
    public boolean save() {
        return pane.document().file().map(this::save).orElseGet(this::saveAs);
    }

    @Override
    public boolean saveAs() {
        Path suggestion = pane.document().file().orElseGet(this::suggestion);
        return workbench
                .dialogs()
                .save("Save the notebook", FileKind.NOTEBOOK, suggestion)
                .map(this::save)
                .orElse(false);
    }

    private Path suggestion() {
        String name = pane.document()
                .nameProperty()
                .get()
                .replaceAll("[^\\p{L}\\p{N} ._-]", "")
                .strip();
        return Path.of(System.getProperty("user.home", ".")).resolve((name.isEmpty() ? "notebook" : name) + ".md");
    }

    private boolean save(Path file) {
        pane.view().commit();
        try {
            pane.document().save(file);
            remember(file);
            return true;
        } catch (UserFacingException e) {
            workbench.dialogs().problem(e.what(), e.remedy());
            return false;
        }
    }

    @Override
    public void toggleOutline() {
        shape.toggleOutline();
    }

    @Override
    public void zoom(int steps) {
        Appearance appearance = workbench.appearance();
        if (steps == 0) {
            appearance.setScale(1);
        } else {
            appearance.zoom(steps);
        }
    }

    @Override
    public void toggleTheme() {
        workbench.appearance().toggleTheme();
    }

    @Override
    public void close() {
        if (leave()) {
            pane.close();
            stage.close();
        }
    }
}
