package dev.patchbook.ui.notebook;

import dev.patchbook.base.Picture;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.export.RunFeed.Pace;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.Closer;
import dev.patchbook.session.Subscription;
import dev.patchbook.ui.form.FormViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What can be done to a cell from its frame. */
public interface CellCommands {
    /** Makes the cell the current one. */
    void select(CellId id);

    /** Chooses all cells from where choosing began to this one. */
    void extendTo(CellId id);

    /** Makes the cell the current one and brings it into view. */
    void reveal(CellId id);

    /** Runs the cell, and what it builds on where that is not up to date. */
    void run(CellId id);

    /** Stops the cell, waiting or running; what it has is kept. */
    void interrupt(CellId id);

    /** What can be done with trainings. */
    TrainCommands training();

    /** A form filled with the cell's settings. */
    FormViewModel form(CellId id);

    /**
     * Writes what a form says: exactly its settings, the others at their defaults; its name and what it builds on.
     *
     * @return what the cell is called now
     * @throws dev.patchbook.config.SettingException for what cannot be used
     */
    CellId write(CellId id, FormViewModel form);

    /** Writes several settings as one step of undo; the others stay. */
    void set(CellId id, Map<String, String> values);

    /** The picture a cell looks at, where what it builds on has it at hand. */
    Optional<Picture> picture(CellId id);

    /** The cells that look at pictures of a data cell, in order. */
    List<CellId> lookers(CellId data);

    /** The patches and attention cells that stand on the same model as a cell does, in order. */
    List<CellId> beside(CellId id);

    /** The train cells that learn from a data cell, in order. */
    List<CellId> trainers(CellId data);

    /** What was found in the data a cell builds on, where it is there. */
    Optional<DataSummary> data(CellId id);

    /** What holds of a cell's setting: what is written, else the default; empty where there is no such setting. */
    String setting(CellId id, String key);

    /** A model that reads a data cell's rows, the first in the notebook that is there. */
    Optional<ModelSummary> model(CellId data);

    /** What a cell that looks at a model looks at now; empty where the model is not in memory. */
    Optional<LookRequest> look(CellId id);

    /**
     * Asks the engine for something that changes nothing; answer and failure come on the JavaFX thread, unless what is returned
     * was closed before.
     */
    <T> Subscription ask(Function<Engine, Job<T>> question, Consumer<T> answer, Consumer<CellFailure> failed);

    /**
     * What to ask the engine for, so that it writes for a sample cell; empty where it has no model for it now.
     *
     * @param published whether it is to write as the articles' loop does
     */
    Optional<SampleRequest> sampling(CellId id, SampleSettings settings, boolean published);

    /** Keeps something that was made of a sample cell's caption with it. */
    void made(CellId id, Generation of, SampleOutput.More more);

    /** Where pictures that have no file are kept beside the notebook; empty while it has no file of its own. */
    Optional<Path> keptPictures();

    /**
     * Keeps a closer look with what a cell shows, where that is still the cell's own and up to date.
     *
     * @param beside what the cell showed when it was asked for, {@link CellOutput.Looked#seen}
     */
    void keep(CellId id, Object beside, Closer look);

    /** What turns a training's steps into epochs, by its settings and data as they are now. */
    Pace pace(CellId id);

    /** What a cell shows, followed; a value that stays null where there is no such cell. */
    ObservableValue<@Nullable CellOutput> output(CellId id);

    /** Writes a note's Markdown. */
    void writeText(CellId id, String markdown);

    /** Adds, removes, copies and moves cells. */
    Arrangement cells();

    /** Where the cell stands, from 0. */
    int indexOf(CellId id);
}
