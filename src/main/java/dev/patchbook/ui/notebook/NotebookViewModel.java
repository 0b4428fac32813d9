package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.notebook.CellViewModel.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the window shows of a notebook, and what can be done with it; on the JavaFX thread. */
public final class NotebookViewModel {
    private final AutoCloseable subscription;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable CellId> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CellId> running = new ReadOnlyObjectWrapper<>();
    private final ObservableList<CellViewModel> cells = FXCollections.observableArrayList();
    private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
    // Kept here: a wrapper nobody holds is collected, and its listeners with it.
    private final ObservableList<CellViewModel> shownCells = FXCollections.unmodifiableObservableList(cells);
    private final ObservableList<RunRow> shownRuns = FXCollections.unmodifiableObservableList(runs);
    private final Map<CellId, CellViewModel> known = new HashMap<>();
    private final CellRefresh refresh;
    private final NotebookCommands commands;
    private Consumer<CellId> revealer = id -> {};
    private Consumer<Set<CellId>> keeper = ids -> {};
    private SessionState state;
    private @Nullable Notebook shown;
    private int last;
    private @Nullable CellId anchor;

    /** Follows a session. */
    public NotebookViewModel(NotebookSession session) {
        this.refresh = new CellRefresh(session, System::nanoTime);
        this.commands = new NotebookCommands(session, this);
        this.state = session.state();
        show(state);
        this.subscription = session.subscribe(change -> show(change.after()));
        cells.stream().findFirst().ifPresent(cell -> select(cell.id()));
    }

    /** The notebook's title. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Whether anything runs or waits. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The current cell; null in a notebook without cells. */
    public ReadOnlyObjectProperty<@Nullable CellId> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The cells, in order; a cell keeps its object as long as it is there. */
    public ObservableList<CellViewModel> cells() {
        return shownCells;
    }

    /** The runs, in the cells' order. */
    public ObservableList<RunRow> runs() {
        return shownRuns;
    }

    /** The notebook as it stands. */
    public Notebook notebook() {
        return state.notebook();
    }

    /** A cell by its id. */
    public Optional<CellViewModel> cell(CellId id) {
        return Optional.ofNullable(known.get(id)).filter(cells::contains);
    }

    /** The cells chosen together, in order: the current one, and those between it and where choosing began. */
    public List<CellId> selection() {
        return cells.stream()
                .filter(cell -> cell.selectedProperty().get())
                .map(CellViewModel::id)
                .toList();
    }

    /** Chooses the cell so many places further too. */
    public void extend(int places) {
        CellId from = anchor == null ? current.get() : anchor;
        int index = Math.max(0, Math.min(cells.size() - 1, currentIndex() + places));
        if (from != null) {
            reveal(cells.get(index).id());
            anchor = from;
            mark();
        }
    }

    /** Chooses all cells from where choosing began to one. */
    public void extendTo(CellId id) {
        extend(state.notebook().indexOf(id) - currentIndex());
    }

    /** Brings the current cell into view and keeps what is chosen. */
    void bring(CellId id) {
        revealer.accept(id);
    }

    /** The cell that runs now, the first of them; null where none does. */
    public ReadOnlyObjectProperty<@Nullable CellId> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The cells of which only the header is shown. */
    public Set<CellId> collapsed() {
        return cells.stream()
                .filter(cell -> cell.collapsedProperty().get())
                .map(CellViewModel::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Shows only the headers of some cells, as they were left, and tells of every change from now on. */
    public void collapse(Set<CellId> ids, Consumer<Set<CellId>> keep) {
        cells.forEach(cell -> cell.collapsedProperty().set(ids.contains(cell.id())));
        keeper = keep;
    }

    /** Sets what brings a cell into view. */
    public void onReveal(Consumer<CellId> action) {
        revealer = action;
    }

    /** Makes a cell the current one and brings it into view. */
    public void reveal(CellId id) {
        select(id);
        revealer.accept(id);
    }

    /** Ends following the session. */
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("a subscription ends without fail", e);
        }
    }

    /** Shows how far running cells are, between two events. */
    public void tick() {
        for (CellViewModel cell : cells) {
            if (cell.statusProperty().get().busy()) {
                refresh.progress(state, cell);
            }
        }
    }

    private void show(SessionState next) {
        state = next;
        busy.set(next.busy());
        running.set(next.running().stream().findFirst().orElse(null));
        if (next.notebook() != shown) {
            shown = next.notebook();
            document(shown);
        }
        cells.forEach(cell -> refresh.running(next, cell));
        List<RunRow> rows =
                cells.stream().flatMap(cell -> row(cell.id()).stream()).toList();
        if (!rows.equals(runs)) {
            runs.setAll(rows);
        }
    }

    private void document(Notebook notebook) {
        title.set(notebook.title());
        List<CellViewModel> order = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            CellViewModel model = known.get(cell.id());
            if (model == null || model.cellProperty().get().kind() != cell.kind()) {
                model = new CellViewModel(cell);
                model.collapsedProperty().addListener((observable, was, is) -> keeper.accept(collapsed()));
                known.put(cell.id(), model);
            }
            refresh.document(state, cell, model);
            order.add(model);
        }
        if (!order.equals(cells)) {
            cells.setAll(order);
            keepCurrent();
        }
        mark();
    }

    /** Marks what is chosen, and how the cells stand to the current one. */
    private void mark() {
        CellId id = current.get();
        Set<CellId> up = id == null ? Set.of() : Set.copyOf(state.graph().upstream(id));
        Set<CellId> down = id == null ? Set.of() : Set.copyOf(state.graph().downstream(id));
        int here = currentIndex();
        int there = anchor == null ? here : state.notebook().indexOf(anchor);
        int other = there < 0 ? here : there;
        for (int i = 0; i < cells.size(); i++) {
            CellViewModel cell = cells.get(i);
            cell.selected(i >= Math.min(here, other) && i <= Math.max(here, other));
            cell.relation(
                    up.contains(cell.id()) ? Relation.FEEDS : down.contains(cell.id()) ? Relation.USES : Relation.NONE);
        }
    }

    private Optional<RunRow> row(CellId id) {
        if (!(state.run(id).output().orElse(null) instanceof TrainOutput train)) {
            return Optional.empty();
        }
        int size = train.series().size();
        double loss = size == 0 ? Double.NaN : Math.rint(train.series().loss(size - 1) * 1000) / 1000;
        return Optional.of(new RunRow(id, id.text(), loss, train.summary().isEmpty()));
    }

    private void keepCurrent() {
        CellId id = current.get();
        if (id == null || state.notebook().cell(id).isEmpty()) {
            anchor = null;
            current.set(
                    cells.isEmpty()
                            ? null
                            : cells.get(Math.min(cells.size() - 1, last)).id());
        }
    }

    /** Makes a cell the current one. */
    public void select(CellId id) {
        anchor = null;
        current.set(id);
        last = Math.max(0, state.notebook().indexOf(id));
        mark();
    }

    /** Makes the cell so many places further the current one and brings it into view. */
    public void step(int places) {
        if (!cells.isEmpty()) {
            int index = currentIndex() + places;
            reveal(cells.get(Math.max(0, Math.min(cells.size() - 1, index))).id());
        }
    }

    /** Where the current cell stands, from 0; -1 where there is none. */
    public int currentIndex() {
        CellId id = current.get();
        return id == null ? -1 : state.notebook().indexOf(id);
    }

    /** The state shown. */
    SessionState state() {
        return state;
    }

    /** What can be done with the notebook and its cells. */
    public NotebookCommands commands() {
        return commands;
    }
}
