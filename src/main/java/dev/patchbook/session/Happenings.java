package dev.patchbook.session;

import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.engine.TrainSummary;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.CellRun.Phase;
import dev.patchbook.session.SessionCommand.Cancelled;
import dev.patchbook.session.SessionCommand.Failed;
import dev.patchbook.session.SessionCommand.Finished;
import dev.patchbook.session.SessionCommand.Happening;
import dev.patchbook.session.SessionCommand.TokensHappened;
import dev.patchbook.session.SessionCommand.TrainFinished;
import dev.patchbook.session.SessionCommand.TrainHappened;
import dev.patchbook.session.SessionCommand.TrainStarted;
import java.util.Optional;

/** What the engine reports. */
final class Happenings {
    private static final String STOPPED = "was stopped before it had a result";

    private Happenings() {}

    static void apply(Draft draft, Happening happening) {
        draft.cellOf(happening.run()).ifPresentOrElse(id -> apply(draft, id, happening), () -> late(draft, happening));
    }

    private static void apply(Draft draft, CellId id, Happening happening) {
        CellRun run = draft.run(id);
        if (happening instanceof TrainStarted started) {
            draft.run(id, run.showing(opened(run, started), draft.nextEdition()));
        } else if (happening instanceof TrainHappened events) {
            train(run).ifPresent(output -> happened(draft, id, output.with(events.events())));
        } else if (happening instanceof TokensHappened tokens) {
            sampled(draft, id, tokens);
        } else if (happening instanceof TrainFinished finished) {
            trained(draft, id, finished);
        } else if (happening instanceof Finished finished && run.opening()) {
            Restoring.opened(draft, id, finished);
        } else if (happening instanceof Finished finished) {
            CellOutput now = kept(run.back(), finished.output());
            draft.run(id, run.done(now, draft.nextEdition(), finished.duration()));
            release(draft, run.back().output(), Optional.of(finished.output()));
        } else if (happening instanceof Failed failed) {
            RunQueue.fail(draft, id, failed(draft, run, failed));
        } else if (happening instanceof Cancelled cancelled) {
            draft.run(id, cancelled(draft, run, cancelled));
            RunQueue.dropDependants(draft, id, STOPPED);
        }
    }

    /** What a person made of a caption stays where the cell wrote the same again. */
    private static CellOutput kept(CellRun before, CellOutput now) {
        return now instanceof SampleOutput caption && before.output().orElse(now) instanceof SampleOutput old
                ? caption.keeping(old)
                : now;
    }

    /** A sample cell's caption has more to it, unless it was written anew meanwhile. */
    static void more(Draft draft, SessionCommand.Made made) {
        CellRun run = draft.run(made.cell());
        run.output()
                .filter(output -> !run.busy())
                .filter(SampleOutput.class::isInstance)
                .map(SampleOutput.class::cast)
                .filter(output -> output.generation().filter(made.of()::equals).isPresent())
                .ifPresent(
                        output -> draft.run(made.cell(), run.showing(output.with(made.more()), draft.nextEdition())));
    }

    /** A closer look is kept with what it was asked for beside, unless that was seen anew or is out of date. */
    static void closer(Draft draft, SessionCommand.LookedCloser closer) {
        CellRun run = draft.run(closer.cell());
        run.output()
                .filter(output -> run.phase() == Phase.DONE && !draft.before().outdated(closer.cell()))
                .filter(CellOutput.Looked.class::isInstance)
                .map(CellOutput.Looked.class::cast)
                .filter(output -> output.seen() == closer.beside())
                .ifPresent(output ->
                        draft.run(closer.cell(), run.showing(output.with(closer.look()), draft.nextEdition())));
    }

    /** What cannot be written holds the run by itself, even one that was asked to stop. */
    private static void happened(Draft draft, CellId id, TrainOutput output) {
        CellRun run = draft.run(id).showing(output, draft.run(id).edition());
        boolean blocks = output.blocked().isPresent()
                && !output.blocked().equals(train(draft.run(id)).flatMap(TrainOutput::blocked));
        draft.run(id, blocks ? run.blocked() : run);
    }

    /** A result nobody waits for any more holds memory in the engine all the same. */
    private static void late(Draft draft, Happening happening) {
        if (happening instanceof Finished finished) {
            release(draft, Optional.of(finished.output()), Optional.empty());
        } else if (happening instanceof TrainFinished finished) {
            draft.effect(new Effect.Release(finished.summary().model()));
        }
    }

    /** A new output, or the old one gone on with where its folder is the same. */
    private static TrainOutput opened(CellRun run, TrainStarted started) {
        return train(run.back())
                .filter(old -> old.folder().equals(started.folder()))
                .map(old -> old.resumed(started.model(), started.steps()))
                .orElseGet(() -> TrainOutput.started(started.model(), started.folder(), started.steps()));
    }

    private static Optional<TrainOutput> train(CellRun run) {
        return run.output().filter(TrainOutput.class::isInstance).map(TrainOutput.class::cast);
    }

    private static void sampled(Draft draft, CellId id, TokensHappened tokens) {
        CellRun run = draft.run(id);
        boolean begun = run.showsOwn();
        SampleOutput shown = run.output()
                .filter(output -> begun)
                .filter(SampleOutput.class::isInstance)
                .map(SampleOutput.class::cast)
                .orElse(SampleOutput.EMPTY);
        draft.run(id, run.showing(shown.with(tokens.tokens()), begun ? run.edition() : draft.nextEdition()));
    }

    private static void trained(Draft draft, CellId id, TrainFinished finished) {
        CellRun run = draft.run(id);
        TrainSummary how = finished.summary();
        if (how.reason() == Reason.CANCELLED && !newer(run)) {
            draft.run(id, cancelled(draft, run, new Cancelled(finished.run(), finished.duration())));
            RunQueue.dropDependants(draft, id, STOPPED);
            return;
        }
        TrainOutput shown = train(run).orElseGet(() -> TrainOutput.started(how.model(), how.folder(), how.step()));
        CellOutput ended = shown.ended(how);
        release(draft, run.back().output(), Optional.of(ended));
        if (how.reason() == Reason.DIVERGED) {
            CellRun last = run.showing(ended, draft.nextEdition());
            RunQueue.fail(draft, id, last.ended(Phase.FAILED, Optional.of(diverged(how)), finished.duration()));
            return;
        }
        // What waits for a training that was stopped goes on with the weights it had reached.
        draft.run(id, run.done(ended, draft.nextEdition(), finished.duration()));
    }

    private static CellFailure diverged(TrainSummary how) {
        String what = how.message().isEmpty()
                ? "At step " + how.step() + " the loss was no longer a number. The weights are those before it."
                : how.message();
        return new CellFailure(
                "The training diverged. " + what,
                "Lower the learning rate, or set clip to 1, and run the cell again.",
                "learning-rate");
    }

    private static CellRun failed(Draft draft, CellRun run, Failed failed) {
        if (newer(run)) {
            release(draft, run.back().output(), run.output());
            return run.ended(Phase.FAILED, Optional.of(failed.failure()), failed.duration());
        }
        release(draft, run.output(), run.back().output());
        return run.failed(failed.failure(), failed.duration());
    }

    private static CellRun cancelled(Draft draft, CellRun run, Cancelled cancelled) {
        if (newer(run)) {
            release(draft, run.back().output(), run.output());
            return run.ended(Phase.IDLE, Optional.empty(), cancelled.duration());
        }
        release(draft, run.output(), run.back().output());
        return run.back();
    }

    /** Whether a run has shown more than there was before it: tokens, or steps of a training. */
    private static boolean newer(CellRun run) {
        int before = train(run.back()).map(output -> output.series().size()).orElse(0);
        boolean resumed =
                train(run).map(TrainOutput::folder).equals(train(run.back()).map(TrainOutput::folder));
        int own = train(run).map(output -> output.series().size()).orElse(Integer.MAX_VALUE);
        return run.showsOwn() && own > (resumed ? before : 0);
    }

    /** Lets the engine forget what the first output names and the second does not. */
    private static void release(Draft draft, Optional<CellOutput> old, Optional<CellOutput> now) {
        Optional<Object> gone = old.flatMap(Held::any);
        if (!gone.equals(now.flatMap(Held::any))) {
            gone.ifPresent(id -> draft.effect(new Effect.Release(id)));
        }
    }
}
