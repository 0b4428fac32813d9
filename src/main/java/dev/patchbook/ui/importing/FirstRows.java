package dev.patchbook.ui.importing;

import dev.patchbook.engine.DataPreview;
import dev.patchbook.engine.DataPreview.Row;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The first rows of data: a few at once, a few more whenever the last ones come into view, one of them looked at closely. */
final class FirstRows {
    /** Few, so that they are there at once. */
    static final int FIRST = 4;

    /** Rows asked for when the last ones come into view. */
    static final int PAGE = 12;

    /** Rows that are shown at most. */
    static final int MOST = 200;

    private final Engine engine;
    private final Supplier<DataRequest> request;
    private final Reading<DataPreview> first;
    private final Reading<DataPreview> next;
    private final Reading<DataPreview> look;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Reading());
    private final ReadOnlyObjectWrapper<@Nullable DataPreview> head = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Row> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private boolean complete;
    private boolean changed;

    /** How it stands with the first rows. */
    sealed interface Phase {
        /** They are being read. */
        record Reading() implements Phase {}

        /** They are there. */
        record Shown() implements Phase {}

        /** They cannot be read. */
        record Failed(String what, String remedy) implements Phase {}

        /** Files outside of the notebook's folder would have to be read. */
        record Asking(List<Path> files) implements Phase {}

        /** That was not allowed for now. */
        record Refused(List<Path> files) implements Phase {}
    }

    /** Rows of what is requested now; {@code fx} runs on the JavaFX thread what came of that. */
    FirstRows(Engine engine, Supplier<DataRequest> request, Executor fx) {
        this.engine = engine;
        this.request = request;
        this.first = new Reading<>(fx);
        this.next = new Reading<>(fx);
        this.look = new Reading<>(fx);
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** How the source was understood; null before that is known. */
    ReadOnlyObjectProperty<@Nullable DataPreview> headProperty() {
        return head.getReadOnlyProperty();
    }

    /** The row that is looked at closely, as the settings of now have it. */
    ReadOnlyObjectProperty<@Nullable Row> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Why the rows that follow cannot be read; empty where nothing is wrong. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** The rows read so far. */
    ObservableList<Row> rows() {
        return rows;
    }

    /** Reads them anew. */
    void read() {
        stop();
        changed = false;
        phase.set(new Phase.Reading());
        first.start(() -> engine.preview(request.get(), 0, FIRST), this::show, (what, remedy) -> {
            clear();
            phase.set(new Phase.Failed(what, remedy));
        });
    }

    /** Reads nothing before that was allowed. */
    void ask(List<Path> files) {
        stop();
        clear();
        phase.set(new Phase.Asking(files));
    }

    /** Does not allow it for now. */
    void refuse() {
        if (phase.get() instanceof Phase.Asking asking) {
            phase.set(new Phase.Refused(asking.files()));
        }
    }

    private void clear() {
        rows.clear();
        note.set("");
        head.set(null);
        chosen.set(null);
    }

    private void show(DataPreview preview) {
        complete = preview.complete();
        note.set("");
        head.set(preview);
        rows.setAll(preview.rows());
        chosen.set(rows.isEmpty() ? null : rows.get(0));
        phase.set(new Phase.Shown());
    }

    /** Asks for a few rows more, where there are any. */
    void more() {
        int have = rows.size();
        if (complete || have >= MOST || next.busy() || !(phase.get() instanceof Phase.Shown)) {
            return;
        }
        next.start(
                () -> engine.preview(request.get(), have, Math.min(PAGE, MOST - have)),
                preview -> {
                    complete = preview.complete() || preview.rows().isEmpty();
                    rows.addAll(preview.rows());
                    head.set(preview);
                },
                (what, remedy) -> {
                    complete = true;
                    note.set("After row " + rows.size() + ": " + what + " " + remedy);
                });
    }

    /** Looks at a row closely. */
    void choose(Row row) {
        chosen.set(row);
        if (changed) {
            lookAgain();
        }
    }

    /** Looks again at the row that is looked at: the model would see its picture otherwise by now. */
    void lookAgain() {
        changed = true;
        Row row = chosen.get();
        if (row != null && phase.get() instanceof Phase.Shown) {
            look.start(
                    () -> engine.preview(request.get(), (int) row.row() - 1, 1),
                    preview -> preview.rows().stream().findFirst().ifPresent(chosen::set),
                    (what, remedy) -> {});
        }
    }

    void stop() {
        first.stop();
        next.stop();
        look.stop();
    }
}
