package dev.patchbook.ui.notebook;

import dev.patchbook.config.TrainSettings;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.LookBack;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the window shows of one cell. */
public final class CellViewModel {
    private final ReadOnlyObjectWrapper<Cell> cell;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CellLinks> links = new ReadOnlyObjectWrapper<>(CellLinks.NONE);
    private final ReadOnlyObjectWrapper<Relation> relation = new ReadOnlyObjectWrapper<>(Relation.NONE);
    private final ReadOnlyBooleanWrapper selected = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CellStatus> status = new ReadOnlyObjectWrapper<>(CellStatus.IDLE);
    private final ReadOnlyStringWrapper duration = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CellOutput> output = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LookBack.@Nullable View> lookBack = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper lookedAt = new ReadOnlyLongWrapper();
    private final ObjectProperty<@Nullable CellId> rival = new SimpleObjectProperty<>();
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final BooleanProperty choosing = new SimpleBooleanProperty();
    private final BooleanProperty collapsed = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Trainer> trainer = new ReadOnlyObjectWrapper<>();
    private @Nullable String draft;
    private final BooleanProperty found = new SimpleBooleanProperty();
    private final BooleanProperty outputHidden = new SimpleBooleanProperty();

    /** How a cell stands to the current one. */
    public enum Relation {
        NONE("", ""),
        /** The current cell builds on it, directly or not. */
        FEEDS("feeds it", "↑"),
        /** It builds on the current cell, directly or not. */
        USES("uses it", "↓");

        private final String words;

        private final String sign;

        Relation(String words, String sign) {
            this.words = words;
            this.sign = sign;
        }

        /** For people, where there is room for one letter. */
        public String sign() {
            return sign;
        }

        /** For people, read as a sentence about the current cell. */
        public String words() {
            return words;
        }
    }

    /** The one train cell that builds on a model cell, and how it trains. */
    public record Trainer(CellId cell, TrainSettings settings) {}

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

    /** What it builds on and what builds on it. */
    public ReadOnlyObjectProperty<CellLinks> linksProperty() {
        return links.getReadOnlyProperty();
    }

    /** How it stands to the current cell. */
    public ReadOnlyObjectProperty<Relation> relationProperty() {
        return relation.getReadOnlyProperty();
    }

    /** Whether it is among the cells chosen together, the current one included. */
    public ReadOnlyBooleanProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Something to know about it that is no failure; empty where there is nothing. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** How long what runs will still take, for people; empty where that is not known. */
    public ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
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

    /** Of a train cell: what it is to race, or races; null where that is nothing. */
    public ObjectProperty<@Nullable CellId> rivalProperty() {
        return rival;
    }

    /** Of a cell that looks: the checkpoint it looks at; null where it shows the newest. */
    public ReadOnlyObjectProperty<LookBack.@Nullable View> lookBackProperty() {
        return lookBack.getReadOnlyProperty();
    }

    /** Of a train cell: the checkpoint its run is looked at, by updates done; 0: as it is now. */
    public ReadOnlyLongProperty lookedAtProperty() {
        return lookedAt.getReadOnlyProperty();
    }

    /** Of a model cell: what trains it; null where no cell does, or several do. */
    public ReadOnlyObjectProperty<@Nullable Trainer> trainerProperty() {
        return trainer.getReadOnlyProperty();
    }

    /** Whether its settings, or a note's Markdown, are open for editing. */
    public BooleanProperty editingProperty() {
        return editing;
    }

    /** Whether a new cell asks which kind it is to be. */
    public BooleanProperty choosingProperty() {
        return choosing;
    }

    /** Whether the words looked for stand in it. */
    public BooleanProperty foundProperty() {
        return found;
    }

    /** Whether only its header is shown. */
    public BooleanProperty collapsedProperty() {
        return collapsed;
    }

    /** What is being written and not taken over yet; empty where nothing is. */
    public Optional<String> draft() {
        return Optional.ofNullable(draft);
    }

    /** Something is being written; null once it is taken over. */
    public void draft(@Nullable String text) {
        draft = text;
    }

    /** Whether its output is put away. */
    public BooleanProperty outputHiddenProperty() {
        return outputHidden;
    }

    /** What the document says of it. */
    void document(Cell is, String settings, CellLinks to) {
        if (is != cell.get()) {
            notice.set("");
        }
        cell.set(is);
        sentence.set(settings);
        links.set(to);
    }

    void trainer(@Nullable Trainer is) {
        if (!Objects.equals(is, trainer.get())) {
            trainer.set(is);
        }
    }

    void relation(Relation is) {
        relation.set(is);
    }

    void selected(boolean is) {
        selected.set(is);
    }

    void notice(String text) {
        notice.set(text);
    }

    void left(String text) {
        left.set(text);
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

    void lookBack(LookBack.@Nullable View is) {
        lookBack.set(is);
    }

    void lookedAt(long step) {
        lookedAt.set(step);
    }

    void output(@Nullable CellOutput is) {
        output.set(is);
    }
}
