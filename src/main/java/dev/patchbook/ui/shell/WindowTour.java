package dev.patchbook.ui.shell;

import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.NotebookView;
import dev.patchbook.ui.start.Example;
import dev.patchbook.ui.tab.Page;
import dev.patchbook.ui.tab.Tabs;
import dev.patchbook.ui.tour.Tour;
import dev.patchbook.ui.tour.TourStop;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The tour of this window, on the welcome notebook. */
final class WindowTour {
    private final StackPane layers;
    private final Desk desk;
    private final Tabs tabs;
    private final Tour tour;

    WindowTour(StackPane layers, Desk desk, Tabs tabs) {
        this.layers = layers;
        this.desk = desk;
        this.tabs = tabs;
        this.tour = new Tour(layers);
    }

    void bind(Actions actions) {
        actions.bind(Command.TOUR, this::start);
    }

    /** Asks a person who is here for the first time. */
    void offer() {
        tour.offer(this::start, this::back);
    }

    private void start() {
        Optional<Page> open = tabs.pages().stream()
                .filter(page -> page.nameProperty().get().equals(Example.WELCOME.title()))
                .findFirst();
        open.ifPresentOrElse(tabs::select, () -> desk.open(Example.WELCOME));
        tour.start(stops(), this::back);
    }

    private void back() {
        tabs.current().ifPresent(Page::focus);
    }

    private List<TourStop> stops() {
        return List.of(
                new TourStop(
                        "A column of cells",
                        "A notebook reads from top to bottom: pictures, a model, its training, and looks inside."
                                + " This cell loads the pictures.",
                        cell(CellKind.DATA, ".cell-card")),
                new TourStop(
                        "Settings in a sentence",
                        "Click the sentence to change what the cell does. Ctrl+Z takes back every change.",
                        cell(CellKind.MODEL, ".sentence")),
                new TourStop(
                        "Learning, live",
                        "The loss falls while you watch. Pause, go on or stop at any step; what is learned is kept.",
                        cell(CellKind.TRAIN, ".cell-card")),
                new TourStop(
                        "A caption, letter by letter",
                        "See which letters the model considered. You need not wait for the training to end.",
                        cell(CellKind.SAMPLE, ".cell-card")),
                new TourStop(
                        "Run it",
                        "Run every cell from the top, or one by one with Shift+Enter. Nothing runs by itself.",
                        part(".bar-button.run-all")),
                new TourStop(
                        "Where you are",
                        "Every cell with its state. Click one to go there; Ctrl+B puts the outline away.",
                        part(".outline")),
                new TourStop(
                        "Several notebooks",
                        "Each has a tab. A training goes on behind while you work in another.",
                        part(".tab-strip")),
                new TourStop(
                        "Everything else",
                        "Open, save, letters, colours, and help: examples, keys, and this tour again.",
                        part(".main-menu")));
    }

    private Supplier<Optional<Node>> part(String selector) {
        return () -> Optional.ofNullable(layers.lookup(selector));
    }

    private Supplier<Optional<Node>> cell(CellKind kind, String selector) {
        return () -> desk.front()
                .flatMap(pane -> pane.notebook().cells().stream()
                        .filter(cell -> cell.cellProperty().get().kind() == kind)
                        .findFirst()
                        .flatMap(cell -> {
                            NotebookView view = pane.view();
                            pane.notebook().reveal(cell.id());
                            return view.frame(cell.id()).map((CellFrame frame) -> frame.lookup(selector));
                        }));
    }
}
