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
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.Closer;
import dev.patchbook.session.NotebookSession;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.Subscription;
import dev.patchbook.store.Untitled;
import dev.patchbook.ui.form.FormViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What can be done with a notebook and its cells, as commands of its session; on the JavaFX thread. */
public final class NotebookCommands implements CellCommands {
    private final NotebookSession session;
    private final NotebookViewModel notebook;
    private final Arrangement cells;
    private final TrainCommands training;
    private final CellSurroundings around;

    NotebookCommands(NotebookSession session, NotebookViewModel notebook) {
        this.session = session;
        this.notebook = notebook;
        this.cells = new Arrangement(session, notebook);
        this.training = new TrainCommands(session);
        this.around = new CellSurroundings(notebook);
    }

    @Override
    public void reveal(CellId id) {
        notebook.reveal(id);
    }

    @Override
    public void extendTo(CellId id) {
        notebook.extendTo(id);
    }

    @Override
    public void select(CellId id) {
        notebook.select(id);
    }

    /** Runs every cell anew. */
    public void runAll() {
        session.submit(new SessionCommand.RunAll());
    }

    /** Runs every cell that is not up to date. */
    public void runStale() {
        session.submit(new SessionCommand.RunStale());
    }

    /** Runs the cells above one that are not up to date. */
    public void runAbove(CellId id) {
        session.submit(new SessionCommand.RunAbove(id));
    }

    /** Runs a cell, what builds on it, and what is not up to date below it. */
    public void runBelow(CellId id) {
        session.submit(new SessionCommand.RunBelow(id));
    }

    /** Lets go of all results and runs everything from the top. */
    public void restart() {
        session.submit(new SessionCommand.Restart());
    }

    /** Stops what runs and what waits. */
    public void interruptAll() {
        session.submit(new SessionCommand.Interrupt());
    }

    /** Takes the last edit back. */
    public void undo() {
        changing(new SessionCommand.Undo());
    }

    /** Makes the last edit taken back again. */
    public void redo() {
        changing(new SessionCommand.Redo());
    }

    /** Changes the notebook and shows where. */
    private void changing(SessionCommand command) {
        List<Cell> before = notebook.notebook().cells();
        session.submit(command);
        List<Cell> after = notebook.notebook().cells();
        after.stream().filter(cell -> !before.contains(cell)).findFirst().ifPresent(cell -> notebook.reveal(cell.id()));
    }

    @Override
    public void run(CellId id) {
        session.submit(new SessionCommand.Run(id));
    }

    @Override
    public void interrupt(CellId id) {
        session.submit(new SessionCommand.Stop(id));
    }

    @Override
    public TrainCommands training() {
        return training;
    }

    @Override
    public FormViewModel form(CellId id) {
        return CellForm.of(notebook.state(), id);
    }

    /** A form of a cell, filled with other settings than it has. */
    public FormViewModel form(CellId id, Map<String, String> written) {
        return CellForm.settings(notebook.state(), id, written);
    }

    /** Writes exactly these settings, the others at their defaults, as one step of undo. */
    public void settle(CellId id, Map<String, String> written) {
        Cell cell = notebook.state().notebook().cell(id).orElseThrow();
        List<NotebookEdit> edits = SettingsEdit.of(cell, written);
        if (!edits.isEmpty()) {
            edit(edits.size() == 1 ? edits.get(0) : new NotebookEdit.All(edits));
        }
    }

    @Override
    public CellId write(CellId id, FormViewModel form) {
        SessionState state = notebook.state();
        Cell cell = state.notebook().cell(id).orElseThrow();
        SettingsEdit.check(state, cell, form.written());
        List<NotebookEdit> edits = new ArrayList<>(SettingsEdit.of(cell, form.written()));
        edits.addAll(CellForm.edits(state, cell, form));
        if (!edits.isEmpty()) {
            edit(edits.size() == 1 ? edits.get(0) : new NotebookEdit.All(edits));
        }
        String name = form.own(CellForm.NAME);
        return name.isEmpty() ? id : new CellId(name);
    }

    @Override
    public void set(CellId id, Map<String, String> values) {
        Cell cell = notebook.state().notebook().cell(id).orElseThrow();
        List<NotebookEdit> edits = values.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(cell.settings().get(entry.getKey())))
                .<NotebookEdit>map(entry -> new NotebookEdit.SetSetting(id, entry.getKey(), entry.getValue()))
                .toList();
        if (!edits.isEmpty()) {
            edit(edits.size() == 1 ? edits.get(0) : new NotebookEdit.All(edits));
        }
    }

    @Override
    public Optional<Picture> picture(CellId id) {
        return around.picture(id);
    }

    @Override
    public Optional<DataSummary> data(CellId id) {
        return around.data(id);
    }

    @Override
    public List<CellId> lookers(CellId data) {
        return around.below(data, CellKind::looks);
    }

    @Override
    public List<CellId> beside(CellId id) {
        return around.beside(id);
    }

    @Override
    public List<CellId> trainers(CellId data) {
        return around.below(data, CellKind.TRAIN::equals);
    }

    @Override
    public String setting(CellId id, String key) {
        return around.setting(id, key);
    }

    @Override
    public Optional<ModelSummary> model(CellId data) {
        return around.model(data);
    }

    @Override
    public Optional<SampleRequest> sampling(CellId id, SampleSettings settings, boolean published) {
        return session.sampling(id, settings, published);
    }

    @Override
    public void made(CellId id, Generation of, SampleOutput.More more) {
        session.submit(new SessionCommand.Made(id, of, more));
    }

    @Override
    public void keep(CellId id, Object beside, Closer look) {
        session.submit(new SessionCommand.LookedCloser(id, beside, look));
    }

    @Override
    public Optional<Path> keptPictures() {
        return Optional.of(session.places())
                .filter(places -> places.runs().startsWith(places.folder()) && !Untitled.made(places.runs()))
                .map(places -> places.runs().resolve("pictures"));
    }

    @Override
    public Optional<LookRequest> look(CellId id) {
        return session.look(id);
    }

    @Override
    public <T> Subscription ask(Function<Engine, Job<T>> question, Consumer<T> answer, Consumer<CellFailure> failed) {
        return session.ask(question, answer, failed);
    }

    @Override
    public Pace pace(CellId id) {
        SessionState state = notebook.state();
        return state.notebook().cell(id).map(cell -> Pace.of(state, cell)).orElse(Pace.UNKNOWN);
    }

    @Override
    public ObservableValue<@Nullable CellOutput> output(CellId id) {
        return notebook.cell(id)
                .<ObservableValue<@Nullable CellOutput>>map(CellViewModel::outputProperty)
                .orElseGet(SimpleObjectProperty::new);
    }

    @Override
    public void writeText(CellId id, String markdown) {
        edit(new NotebookEdit.SetText(id, markdown));
    }

    /** Writes the title. */
    public void writeTitle(String text) {
        edit(new NotebookEdit.SetTitle(text));
    }

    /** Adds, removes, copies and moves cells. */
    @Override
    public Arrangement cells() {
        return cells;
    }

    @Override
    public int indexOf(CellId id) {
        return notebook.state().notebook().indexOf(Objects.requireNonNull(id));
    }

    private void edit(NotebookEdit edit) {
        session.submit(new SessionCommand.Edit(edit));
    }
}
