package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** What the window shows of one cell. */
public final class CellViewModel {
    private final ReadOnlyObjectWrapper<Cell> cell;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CellStatus> status = new ReadOnlyObjectWrapper<>(CellStatus.IDLE);
    private final ReadOnlyStringWrapper duration = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CellOutput> output = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty editing = new SimpleBooleanProperty();

    /** What went wrong in a cell and what to do about it; the key of the setting at fault, empty where it is not one. */
    public record Failure(String what, String remedy, String key) {}

    CellViewModel(Cell cell) {
        this.cell = new ReadOnlyObjectWrapper<>(cell);
    }

    /** Names the cell. */
    public CellId id() {
        return cell.get().id();
    }

    /** The cell as it stands in the notebook. */
    public ReadOnlyObjectProperty<Cell> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    /** Its settings in one line. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** What it builds on, for people; empty for a first cell. */
    public ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<CellStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** How long its last run took, or the present one takes; empty before the first. */
    public ReadOnlyStringProperty durationProperty() {
        return duration.getReadOnlyProperty();
    }

    /** Number of its last run among all of this session; 0 before the first. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Whether its output no longer fits its settings or what it builds on. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** What went wrong; null when nothing did. */
    public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What its last run yielded, by kind; null before the first. */
    public ReadOnlyObjectProperty<@Nullable CellOutput> outputProperty() {
        return output.getReadOnlyProperty();
    }

    /** Whether its settings, or a note's Markdown, are open for editing. */
    public BooleanProperty editingProperty() {
        return editing;
    }

    /** What the document says of it. */
    void document(Cell is, String settings, String from) {
        cell.set(is);
        sentence.set(settings);
        origin.set(from);
    }

    /** How it stands now. */
    void state(CellStatus is, int number, String took, boolean old) {
        status.set(is);
        count.set(number);
        duration.set(took);
        stale.set(old);
    }

    void failure(@Nullable Failure is) {
        failure.set(is);
    }

    void output(@Nullable CellOutput is) {
        output.set(is);
    }
}
