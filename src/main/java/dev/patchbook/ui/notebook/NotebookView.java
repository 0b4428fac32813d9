package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Pins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The column of cells, in a scroll pane. */
public final class NotebookView extends ScrollPane {
    private static final double MARGIN = 16;

    private final NotebookViewModel notebook;
    private final Function<CellViewModel, CellFrame> frames;
    private final VBox column = new VBox();
    private final Map<CellViewModel, CellFrame> shown = new HashMap<>();
    private final Map<CellViewModel, CellInserter> inserters = new HashMap<>();
    private final NotebookTitle title;
    private final AddCellBar adder;
    private final Pins pins = new Pins();

    /** Shows a notebook; each cell's frame is made by the function. */
    public NotebookView(NotebookViewModel notebook, Function<CellViewModel, CellFrame> frames) {
        this.notebook = notebook;
        this.frames = frames;
        this.title = new NotebookTitle(notebook);
        this.adder = new AddCellBar(notebook);
        getStyleClass().add("notebook-scroll");
        column.getStyleClass().add("notebook-column");
        column.setFillWidth(true);
        StackPane centre = new StackPane(column);
        centre.getStyleClass().add("notebook-centre");
        centre.setMinWidth(0);
        setContent(centre);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        ListChangeListener<CellViewModel> listener = change -> show();
        notebook.cells().addListener(listener);
        pins.add(() -> notebook.cells().removeListener(listener));
        show();
        pins.follow(
                notebook.currentProperty(),
                id -> shown.forEach(
                        (model, frame) -> frame.current(id != null && model.id().equals(id))));
        notebook.onReveal(this::reveal);
        new ScrollAnchor(this, column).install();
        tick();
    }

    /** Time and progress of what runs are shown afresh ten times a second. */
    private void tick() {
        Timeline ticker = new Timeline(new KeyFrame(Duration.millis(100), e -> notebook.tick()));
        ticker.setCycleCount(Animation.INDEFINITE);
        pins.follow(notebook.busyProperty(), busy -> {
            if (busy) {
                ticker.play();
            } else {
                ticker.stop();
            }
        });
        pins.add(ticker::stop);
    }

    private void show() {
        Scene scene = getScene();
        Node focused = scene == null ? null : scene.getFocusOwner();
        List<Node> wanted = new ArrayList<>();
        wanted.add(title);
        List<CellViewModel> gone = new ArrayList<>(shown.keySet());
        for (CellViewModel cell : notebook.cells()) {
            gone.remove(cell);
            CellFrame frame = shown.computeIfAbsent(cell, frames);
            wanted.add(inserters.computeIfAbsent(cell, each -> new CellInserter(notebook, each)));
            wanted.add(frame);
        }
        wanted.add(adder);
        arrange(wanted);
        for (CellViewModel cell : gone) {
            inserters.remove(cell);
            Optional.ofNullable(shown.remove(cell)).ifPresent(CellFrame::release);
        }
        if (focused != null && focused.getScene() == null) {
            Platform.runLater(() -> currentFrame().ifPresent(CellFrame::requestFocus));
        }
    }

    /** Moves as few nodes as possible: one that is taken out and put back loses the keyboard. */
    private void arrange(List<Node> wanted) {
        List<Node> children = column.getChildren();
        children.retainAll(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            Node node = wanted.get(i);
            if (i >= children.size() || children.get(i) != node) {
                children.remove(node);
                children.add(i, node);
            }
        }
    }

    /** The frame of a cell. */
    public Optional<CellFrame> frame(CellId id) {
        return notebook.cell(id).map(shown::get);
    }

    /** The frame of the current cell. */
    Optional<CellFrame> currentFrame() {
        return Optional.ofNullable(notebook.currentProperty().get()).flatMap(this::frame);
    }

    /** Brings a cell into view and gives it the keyboard. */
    private void reveal(CellId id) {
        frame(id).ifPresent(frame -> {
            shown.forEach((model, each) -> each.current(model.id().equals(id)));
            applyCss();
            layout();
            scrollTo(frame);
            if (!frame.model().editingProperty().get()) {
                frame.requestFocus();
            }
        });
    }

    private void scrollTo(CellFrame frame) {
        double view = getViewportBounds().getHeight();
        double content = getContent().getLayoutBounds().getHeight();
        if (content <= view) {
            return;
        }
        Bounds bounds = frame.getBoundsInParent();
        double top = getVvalue() * (content - view);
        double wanted = top;
        if (bounds.getMinY() - MARGIN < top || bounds.getHeight() + 2 * MARGIN > view) {
            wanted = bounds.getMinY() - MARGIN;
        } else if (bounds.getMaxY() + MARGIN > top + view) {
            wanted = bounds.getMaxY() + MARGIN - view;
        }
        setVvalue(Math.max(0, Math.min(1, wanted / (content - view))));
    }

    /** What it shows. */
    public NotebookViewModel notebook() {
        return notebook;
    }

    /** Whether the keyboard is on a cell itself, not in something in it. */
    public boolean onCell() {
        Scene scene = getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        return owner instanceof CellFrame || owner == this;
    }

    /** Takes over what is being written in notes. */
    public void commit() {
        shown.values().forEach(CellFrame::commit);
    }

    /** Ends every subscription. */
    public void release() {
        pins.release();
        shown.values().forEach(CellFrame::release);
        shown.clear();
    }
}
