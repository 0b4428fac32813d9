package dev.patchbook.session;

import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ImagesOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.Effect.StartJob;
import dev.patchbook.session.SessionReducer.Next;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A state that is led through commands, with the effects of the last one; plays the engine by hand. */
final class Reduced {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private SessionState state;
    private List<Effect> effects = List.of();
    private final List<Effect> all = new ArrayList<>();
    private long ids = 100;

    Reduced(Notebook notebook) {
        state = SessionState.of(notebook);
    }

    SessionState state() {
        return state;
    }

    CellState state(CellId cell) {
        return state.state(cell);
    }

    List<Effect> effects() {
        return effects;
    }

    List<Effect> all() {
        return all;
    }

    List<CellId> queue() {
        return state.queue().stream().map(SessionState.Queued::cell).toList();
    }

    Reduced on(SessionCommand command) {
        Next next = SessionReducer.reduce(state, command);
        state = next.state();
        effects = next.effects();
        all.addAll(effects);
        return this;
    }

    Reduced run(CellId cell) {
        return on(new SessionCommand.Run(cell));
    }

    Reduced edit(NotebookEdit edit) {
        return on(new SessionCommand.Edit(edit));
    }

    Reduced set(CellId cell, String key, String value) {
        return edit(new NotebookEdit.SetSetting(cell, key, value));
    }

    RunId id(CellId cell) {
        return state.run(cell).run().orElseThrow();
    }

    /** The job a cell was last given. */
    StartJob job(CellId cell) {
        return all.stream()
                .filter(StartJob.class::isInstance)
                .map(StartJob.class::cast)
                .filter(start -> start.cell().equals(cell))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    /** Ends the job of a running cell well. */
    Reduced finish(CellId cell) {
        CellKind kind = state.notebook().cell(cell).orElseThrow().kind();
        return kind == CellKind.TRAIN
                ? begin(cell).steps(cell, 0, 10).end(cell, 10, Reason.COMPLETED)
                : on(new SessionCommand.Finished(id(cell), output(kind), SECOND));
    }

    /** Runs a cell and all that it needs, until nothing is left. */
    Reduced through(CellId cell) {
        run(cell);
        while (!state.running().isEmpty()) {
            finish(state.running().get(0));
        }
        return this;
    }

    Reduced begin(CellId train) {
        Path folder = ((Task.Train) job(train).task()).resume().orElse(Path.of("runs", train.text(), "" + ids));
        return on(new SessionCommand.TrainStarted(id(train), new ModelId(ids++), folder, 10));
    }

    Reduced steps(CellId train, int from, int to) {
        List<TrainEvent> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            events.add(Samples.step(i));
        }
        return on(new SessionCommand.TrainHappened(id(train), events));
    }

    Reduced end(CellId train, long step, Reason reason) {
        TrainOutput output = (TrainOutput) state.output(train).orElseThrow();
        return on(new SessionCommand.TrainFinished(
                id(train), new TrainSummary(output.model(), step, reason, output.folder(), ""), SECOND));
    }

    Reduced fail(CellId cell) {
        return on(new SessionCommand.Failed(id(cell), new CellFailure("It broke.", "Mend it.", ""), SECOND));
    }

    Reduced cancelled(CellId cell) {
        return on(new SessionCommand.Cancelled(id(cell), SECOND));
    }

    /** A job that is no cell's run was stopped. */
    Reduced cancelled(RunId run) {
        return on(new SessionCommand.Cancelled(run, SECOND));
    }

    private CellOutput output(CellKind kind) {
        return switch (kind) {
            case DATA -> new DataOutput(Samples.data(ids++));
            case MODEL -> new ModelOutput(Samples.model(ids++));
            case PATCHES -> new PatchesOutput(Samples.patches());
            case ATTENTION -> new AttentionOutput(Samples.attention());
            case IMAGES -> new ImagesOutput(Samples.images());
            case COMPARE -> Samples.compared();
            case SAMPLE -> new SampleOutput(List.of(), Optional.of(Samples.generation("a")));
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }
}
