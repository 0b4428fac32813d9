package dev.patchbook.ui.shell;

import dev.patchbook.notebook.Notebook;
import dev.patchbook.store.Untitled;
import dev.patchbook.ui.consent.Consents;
import dev.patchbook.ui.find.FindBar;
import dev.patchbook.ui.fx.ActionKeys;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Appearance;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.PulseMeter;
import dev.patchbook.ui.notebook.ActiveNotebook;
import dev.patchbook.ui.notebook.NotebookActions;
import dev.patchbook.ui.notebook.NotebookView;
import dev.patchbook.ui.notebook.NotebookViewModel;
import dev.patchbook.ui.palette.KeySheet;
import dev.patchbook.ui.palette.Palette;
import dev.patchbook.ui.shell.Workbench.Origin;
import dev.patchbook.ui.start.Example;
import dev.patchbook.ui.start.Recent;
import dev.patchbook.ui.start.StartPage;
import dev.patchbook.ui.tab.Page;
import dev.patchbook.ui.tab.Tabs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window: notebooks and the start page in tabs, with the bar above and the outline beside the one in front. */
public final class MainWindow implements WindowCommands {
    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);

    private final Stage stage;
    private final Workbench workbench;
    private final BorderPane root = new BorderPane();
    private final StackPane layers = new StackPane(root);
    private final Scene scene = new Scene(layers, WindowPlace.WIDTH, WindowPlace.HEIGHT);
    private final Actions actions = new Actions();
    private final ActionKeys keys = new ActionKeys(actions);
    private final Tabs tabs = new Tabs();
    private final Recent recent;
    private final OpenFiles files;
    private final Desk desk;
    private final Imports imports;
    private final Consents consents;
    private final WindowTour tour;
    private final Shape shape;
    private final PulseMeter pulses = new PulseMeter();
    private boolean measuring;

    /** Creates the window; nothing is open in it yet. */
    public MainWindow(Stage stage, Workbench workbench) {
        this.stage = stage;
        this.workbench = workbench;
        this.recent = new Recent(workbench.preferences());
        this.files = new OpenFiles(workbench.preferences(), tabs);
        this.desk = new Desk(workbench.dialogs(), tabs, recent, files, this::pane);
        this.imports = new Imports(layers, workbench.engine(), workbench.dialogs(), desk);
        this.consents = new Consents(workbench.preferences());
        stage.setTitle("Patchbook");
        stage.setScene(scene);
        new WindowPlace(stage, workbench.preferences()).install();
        workbench.appearance().install(scene);
        WindowActions.bind(actions, this, () -> desk.front().isPresent());
        WindowActions.bind(actions, tabs);
        new Help(workbench.support(), workbench.dialogs()).bind(actions);
        tour = new WindowTour(layers, desk, tabs);
        tour.bind(actions);
        FindBar find = bindNotebook();
        TopBar bar = new TopBar(
                tabs,
                desk::close,
                actions,
                () -> new WindowMenu(actions, recent.files(), desk::open),
                workbench.appearance());
        root.setTop(bar);
        shape = new Shape(root, bar, scene, workbench.appearance());
        keys.install(scene);
        WindowActions.numbers(scene, tabs);
        new Drops(desk, imports, workbench.dialogs()).install(scene, layers);
        tabs.currentProperty().addListener((observable, was, is) -> {
            find.close();
            show(is);
        });
        stage.focusedProperty().addListener((observable, was, is) -> desk.look());
        stage.setOnCloseRequest(e -> {
            if (!desk.closeAll()) {
                e.consume();
            }
        });
    }

    /** What acts on the notebook in front; yields the bar that finds in it. */
    private FindBar bindNotebook() {
        ReportSaver reports = new ReportSaver(workbench.dialogs());
        actions.bind(
                Command.REPORT,
                () -> desk.front().isPresent(),
                () -> desk.front().ifPresent(reports::save));
        ActiveNotebook active = () -> desk.front().map(NotebookPane::view);
        NotebookActions.bind(actions, active);
        FindBar find = new FindBar(layers, active);
        actions.bind(Command.FIND, () -> desk.front().isPresent(), find::open);
        imports.bind(actions);
        actions.bind(Command.KEYS, new KeySheet(layers)::open);
        actions.bind(
                Command.PALETTE,
                new Palette(layers, new PaletteEntries(actions, active, recent, desk::open)::now)::open);
        return find;
    }

    private NotebookPane pane(Notebook notebook, Origin origin) {
        NotebookPane made = new NotebookPane(
                workbench.sessions().open(notebook, origin),
                origin,
                new NotebookPane.Window(workbench.dialogs(), actions, consents, imports, desk::saveAs));
        keys.install(made.view(), made.view()::onCell);
        return made;
    }

    private void show(@Nullable Page page) {
        stage.titleProperty().unbind();
        if (page == null) {
            return;
        }
        root.setLeft(page.side().orElse(null));
        root.setCenter(page.content());
        shape.fit();
        stage.titleProperty().bind(page.nameProperty().map(name -> name + " – Patchbook"));
        page.content()
                .applyCss(); // what is in a scroll pane joins the window only now, and could have no keyboard before
        page.focus();
    }

    /** Opens what was open last and what is asked for; at the very first start the welcome notebook. */
    public void restore(Optional<Path> asked) {
        boolean first = files.firstStart();
        Optional<Path> front = files.front();
        files.open().stream().filter(Files::isRegularFile).forEach(desk::open);
        front.filter(Files::isRegularFile).ifPresent(desk::open);
        asked.ifPresent(desk::open);
        if (tabs.pages().isEmpty()) {
            start();
            if (first) {
                tabs.add(pane(Example.WELCOME.open(), Origin.NONE));
                tabs.step(1);
                tour.offer();
            }
        }
        files.follow();
    }

    /** Opens a notebook without a file in a tab. */
    public void show(Notebook notebook) {
        desk.show(notebook, Origin.NONE);
    }

    /** Opens notebooks that were never saved, as a process that died left them. */
    public void recover(List<Untitled.Left> left) {
        left.forEach(each -> desk.show(each.notebook(), Origin.left(each.places())));
    }

    /** What the commands of the window do. */
    public Actions actions() {
        return actions;
    }

    /** The pages that are open. */
    public Tabs tabs() {
        return tabs;
    }

    /** What is shown of the notebook in front. */
    public NotebookViewModel notebook() {
        return front().notebook();
    }

    /** The notebook in front as a file. */
    public DocumentViewModel document() {
        return front().document();
    }

    /** The column of cells in front. */
    public NotebookView view() {
        return front().view();
    }

    private NotebookPane front() {
        return desk.front().orElseThrow(() -> new IllegalStateException("no notebook is in front"));
    }

    @Override
    public void open() {
        desk.open();
    }

    /** Opens a notebook's file in a tab, or goes to its tab; says so where it cannot be read. */
    public void open(Path file) {
        desk.open(file);
    }

    @Override
    public void create() {
        desk.show(Notebook.empty("Untitled"), Origin.NONE);
    }

    @Override
    public void welcome() {
        desk.open(Example.WELCOME);
    }

    @Override
    public void start() {
        Optional<Page> there =
                tabs.pages().stream().filter(StartPage.class::isInstance).findFirst();
        if (there.isEmpty()) {
            tabs.add(new StartPage(new StartCommands(desk, actions), recent));
        }
        tabs.pages().stream().filter(StartPage.class::isInstance).findFirst().ifPresent(tabs::select);
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
    public boolean save() {
        return desk.front().map(desk::save).orElse(false);
    }

    @Override
    public boolean saveAs() {
        return desk.front().map(desk::saveAs).orElse(false);
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
    public void followSystem() {
        workbench.appearance().followDesktop();
    }

    @Override
    public void toggleTheme() {
        workbench.appearance().toggleTheme();
    }

    @Override
    public void close() {
        Optional<Page> page = tabs.current();
        boolean last = tabs.pages().size() == 1;
        if (page.isEmpty() || last && page.get() instanceof StartPage) {
            stage.close();
        } else if (desk.close(page.get()) && tabs.pages().isEmpty()) {
            start();
        }
    }

    @Override
    public void quit() {
        if (desk.closeAll()) {
            stage.close();
        }
    }
}
