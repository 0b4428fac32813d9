package dev.patchbook.ui.cell;

import dev.patchbook.engine.Inside;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.Progress;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.CellOutput.Looked;
import dev.patchbook.session.Closer;
import dev.patchbook.session.Subscription;
import dev.patchbook.ui.fx.Ticker;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellStatus;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.Waiting;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A closer look that a cell asks of the engine: begun, followed and stopped. On the JavaFX thread.
 *
 * @param <T> what it yields
 */
final class Inquiry<T> {
    private static final int BEAT = 100;

    private final CellCommands commands;
    private final Supplier<Optional<LookRequest>> looking;
    private final Optional<CellViewModel> keeper;
    private final Waiting waiting;
    private final Consumer<T> answer;
    private final Ticker ticker = new Ticker(BEAT, this::tick);
    private Optional<Subscription> asked = Optional.empty();
    private Optional<Job<T>> job = Optional.empty();

    /**
     * Nothing asked yet.
     *
     * @param waiting says how far it is
     * @param answer shows what came
     */
    Inquiry(CellViewModel cell, CellCommands commands, Waiting waiting, Consumer<T> answer) {
        this.looking = () -> commands.look(cell.id());
        this.keeper = Optional.of(cell);
        this.commands = commands;
        this.waiting = waiting;
        this.answer = answer;
    }

    /**
     * Nothing asked yet.
     *
     * @param looking what is looked at now; empty where the model is not in memory
     */
    Inquiry(Supplier<Optional<LookRequest>> looking, CellCommands commands, Waiting waiting, Consumer<T> answer) {
        this.looking = looking;
        this.keeper = Optional.empty();
        this.commands = commands;
        this.waiting = waiting;
        this.answer = answer;
    }

    /** Asks, in the place of what was asked before; the answer is kept with what the cell shows, where that is up to date. */
    void ask(BiFunction<Inside, LookRequest, Job<T>> question, Function<T, Closer> look) {
        Optional<CellViewModel> current =
                keeper.filter(cell -> cell.statusProperty().get().kind() == CellStatus.Kind.DONE);
        if (current.isPresent() && current.get().outputProperty().get() instanceof Looked now) {
            CellId cell = current.get().id();
            Object beside = now.seen();
            begin(question, result -> commands.keep(cell, beside, look.apply(result)));
        } else {
            ask(question);
        }
    }

    /** Asks, in the place of what was asked before. */
    void ask(BiFunction<Inside, LookRequest, Job<T>> question) {
        begin(question, result -> {});
    }

    private void begin(BiFunction<Inside, LookRequest, Job<T>> question, Consumer<T> then) {
        release();
        Optional<LookRequest> look = looking.get();
        if (look.isEmpty()) {
            waiting.idle("The model is not in memory: run this cell, then compute.");
            return;
        }
        waiting.busy(Progress.WAITING);
        boolean[] over = new boolean[1];
        Subscription made = commands.ask(
                engine -> {
                    Job<T> begun = question.apply(engine.inside(), look.get());
                    job = Optional.of(begun);
                    return begun;
                },
                result -> {
                    end();
                    answer.accept(result);
                    then.accept(result);
                },
                why -> {
                    over[0] = true;
                    fail(why);
                });
        if (!over[0]) {
            asked = Optional.of(made);
            ticker.on(true);
        }
    }

    private void tick() {
        job.map(Job::progress).ifPresent(waiting::busy);
    }

    private void fail(CellFailure why) {
        end();
        waiting.idle(why.what() + " " + why.remedy());
    }

    private void end() {
        ticker.on(false);
        asked = Optional.empty();
        job = Optional.empty();
    }

    /** Stops what is computed and says so. */
    void cancel() {
        release();
        waiting.idle("Stopped.");
    }

    /** Nothing is waited for any more. */
    void release() {
        asked.ifPresent(Subscription::close);
        end();
    }
}
