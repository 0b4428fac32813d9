package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Ticker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The column of cells, in a scroll pane. */
public final class NotebookView extends ScrollPane {
    private static final double MARGIN = 16;
    private static final double FIRST_SCREEN = 1000;
    private static final double PAGE = 0.85;

    private final NotebookViewModel notebook;
    private final Function<CellViewModel, CellFrame> frames;
    private final CellColumn column = new CellColumn();
    private final Map<CellViewModel, CellSlot> shown = new HashMap<>();
    private final CellDrag drag = new CellDrag(this, column);
    private final FrameFiller filler = new FrameFiller(this, column);
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
        StackPane centre = new StackPane(column, drag.line());
        centre.getStyleClass().add("notebook-centre");
        centre.setMinWidth(0);
        setContent(centre);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        ListChangeListener<CellViewModel> listener = change -> show();
        notebook.cells().addListener(listener);
        pins.add(() -> notebook.cells().removeListener(listener));
        show();
        pins.follow(notebook.currentProperty(), this::mark);
        notebook.onReveal(this::reveal);
        new ScrollAnchor(this, column).install();
        tick();
    }

    /** Time and progress of what runs are shown afresh five times a second. */
    private void tick() {
        Ticker ticker = new Ticker(200, notebook::tick);
        pins.follow(notebook.busyProperty(), ticker::on);
        pins.add(() -> ticker.on(false));
    }

    private void show() {
        Scene scene = getScene();
        Node focused = scene == null ? null : scene.getFocusOwner();
        List<Node> wanted = new ArrayList<>();
        wanted.add(title);
        List<CellViewModel> gone = new ArrayList<>(shown.keySet());
        for (CellViewModel cell : notebook.cells()) {
            gone.remove(cell);
            wanted.add(inserters.computeIfAbsent(cell, each -> new CellInserter(notebook, each)));
            wanted.add(shown.computeIfAbsent(cell, CellSlot::new));
        }
        wanted.add(adder);
        arrange(wanted);
        for (CellViewModel cell : gone) {
            inserters.remove(cell);
            Optional.ofNullable(shown.remove(cell)).flatMap(CellSlot::frame).ifPresent(CellFrame::release);
        }
        firstScreen();
        filler.start();
        if (focused != null && focused.getScene() == null) {
            Platform.runLater(() -> currentFrame().ifPresent(CellFrame::requestFocus));
        }
    }

    /** What a window shows first is there before its first picture. */
    private void firstScreen() {
        double height = top();
        for (CellSlot slot : slots()) {
            if (height < FIRST_SCREEN) {
                height += slot.expectedHeight();
                fill(slot);
            }
        }
    }

    /** Makes the frame of a cell if it has not been made, and puts it in its place. */
    CellFrame fill(CellSlot slot) {
        boolean fresh = slot.frame().isEmpty();
        CellFrame frame = slot.fill(frames);
        if (fresh) {
            frame.handle(drag.handle(slot.cell()));
            frame.current(slot.cell().id().equals(notebook.currentProperty().get()));
        }
        return frame;
    }

    /** The places of the cells, in order. */
    List<CellSlot> slots() {
        return notebook.cells().stream()
                .flatMap(cell -> Optional.ofNullable(shown.get(cell)).stream())
                .toList();
    }

    private void mark(@Nullable CellId id) {
        shown.forEach((model, slot) ->
                slot.frame().ifPresent(frame -> frame.current(model.id().equals(id))));
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

    /** The cell that takes files at a point of the window, if there is one in view. */
    public Optional<CellFrame> taking(double sceneX, double sceneY) {
        return contains(sceneToLocal(sceneX, sceneY))
                ? slots().stream()
                        .flatMap(slot -> slot.frame().stream())
                        .filter(frame -> frame.getScene() != null)
                        .filter(frame ->
                                takes(frame.model().cellProperty().get().kind()))
                        .filter(frame -> frame.contains(frame.sceneToLocal(sceneX, sceneY)))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean takes(CellKind kind) {
        return kind == CellKind.DATA || kind.takesPicture();
    }

    /** The frame of a cell, made now if it has not been. */
    public Optional<CellFrame> frame(CellId id) {
        return notebook.cell(id).map(shown::get).map(this::fill);
    }

    /** How many cells have their frames in the window; those of cells far from what is in view are put away. */
    public long inWindow() {
        return shown.values().stream().filter(CellSlot::filled).count();
    }

    /** The frame of a cell, if it has been made. */
    public Optional<CellFrame> made(CellId id) {
        return notebook.cell(id).map(shown::get).flatMap(CellSlot::frame);
    }

    /** The frame of the current cell. */
    Optional<CellFrame> currentFrame() {
        return Optional.ofNullable(notebook.currentProperty().get()).flatMap(this::frame);
    }

    /** Brings a cell into view and gives it the keyboard. */
    private void reveal(CellId id) {
        frame(id).ifPresent(frame -> {
            mark(id);
            // Twice: what comes into view beside it is made only then, and is not as high as was guessed.
            for (int i = 0; i < 2; i++) {
                applyCss();
                layout();
                scrollTo(frame);
                slots().stream().filter(this::inView).forEach(this::fill);
            }
            applyCss();
            layout();
            scrollTo(frame);
            frame.takeKeyboard();
        });
    }

    /** Whether some of a cell is in view. */
    public boolean inView(CellId id) {
        return notebook.cell(id).map(shown::get).filter(this::inView).isPresent();
    }

    private boolean inView(CellSlot slot) {
        Bounds bounds = slot.getBoundsInParent();
        return bounds.getMaxY() > top()
                && bounds.getMinY() < top() + getViewportBounds().getHeight();
    }

    /** How much of the column is above what is in view. */
    double top() {
        double hidden =
                getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
        return getVvalue() * Math.max(0, hidden);
    }

    /** Scrolls by so many pixels, down where positive. */
    public void scrollBy(double pixels) {
        double hidden =
                getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
        if (hidden > 0) {
            setVvalue(Math.max(0, Math.min(1, (top() + pixels) / hidden)));
        }
    }

    /** Scrolls by most of what is in view, down where positive. */
    public void page(int pages) {
        scrollBy(pages * PAGE * getViewportBounds().getHeight());
    }

    private void scrollTo(CellFrame frame) {
        double view = getViewportBounds().getHeight();
        double content = getContent().getLayoutBounds().getHeight();
        if (content <= view) {
            return;
        }
        Bounds bounds = frame.getParent().getBoundsInParent();
        double top = top();
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
        shown.values().forEach(slot -> slot.frame().ifPresent(CellFrame::commit));
    }

    /** Ends every subscription. */
    public void release() {
        pins.release();
        filler.stop();
        shown.values().forEach(slot -> slot.frame().ifPresent(CellFrame::release));
        shown.clear();
    }
}
