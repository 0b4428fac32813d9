package dev.patchbook.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How it stands with one cell's running.
 *
 * @param phase where it is; staleness is not a phase but follows from the fingerprint: {@link SessionState#state}
 * @param run the run under way
 * @param count its place among all runs of the session, from 1; 0: never run
 * @param edition changes with every output a dependant could have used; 0: none
 * @param fingerprint of the settings and inputs that gave the output; empty where there is none to keep
 * @param pending fingerprint of the run under way, or of the one that failed
 * @param paused whether the run is held between two steps
 * @param stopping whether a stop was asked for and not yet reached
 * @param duration how long the last run took
 * @param output what it shows
 * @param failure why it failed
 * @param kept what was before the cell was queued, to go back to
 * @param left why it left the queue without having run; empty where it did not, or a person took it out
 * @param earlier whether what it shows is from when the notebook was open before
 */
public record CellRun(
        Phase phase,
        Optional<RunId> run,
        int count,
        int edition,
        String fingerprint,
        String pending,
        boolean paused,
        boolean stopping,
        Optional<Duration> duration,
        Optional<CellOutput> output,
        Optional<CellFailure> failure,
        Optional<CellRun> kept,
        Optional<String> left,
        boolean earlier) {
    /** Where a cell's running is. */
    public enum Phase {
        IDLE,
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /** Never run. */
    public static final CellRun NONE = new CellRun(
            Phase.IDLE,
            Optional.empty(),
            0,
            0,
            "",
            "",
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /** As it was when the notebook was open before. */
    static CellRun restored(Past past) {
        boolean good = past.failure().isEmpty();
        CellRunChange next = new CellRunChange(NONE).atRest(good ? Phase.DONE : Phase.FAILED);
        next.count = past.count();
        next.edition = past.edition();
        next.fingerprint = good ? past.fingerprint() : "";
        next.pending = good ? "" : past.fingerprint();
        next.duration = past.duration();
        next.output = Optional.of(past.output());
        next.failure = past.failure();
        next.earlier = true;
        return next.made();
    }

    /** Whether what it shows comes from the run under way. */
    boolean showsOwn() {
        return edition != back().edition;
    }

    /** Whether it is queued or running. */
    public boolean busy() {
        return phase == Phase.QUEUED || phase == Phase.RUNNING;
    }

    /**
     * Whether it is not run anew: what it shows from an earlier time is only brought into the engine again. That takes no
     * number of its own.
     */
    public boolean opening() {
        return phase == Phase.RUNNING && kept.isPresent() && count == back().count;
    }

    CellRun queued() {
        CellRunChange next = new CellRunChange(this).atRest(Phase.QUEUED);
        next.pending = "";
        next.failure = Optional.empty();
        next.kept = Optional.of(left(Optional.empty()));
        return next.made();
    }

    /** With the reason why it left the queue. */
    CellRun left(Optional<String> why) {
        CellRunChange next = new CellRunChange(this);
        next.left = why;
        return next.made();
    }

    /** As it was before it was queued. */
    CellRun back() {
        return kept.orElse(this);
    }

    CellRun started(RunId id, int number, String inputs) {
        CellRunChange next = new CellRunChange(this).running(id, inputs);
        next.count = number;
        next.duration = Optional.empty();
        next.earlier = false;
        return next.made();
    }

    /** Being brought into the engine again. */
    CellRun opening(RunId id, String inputs) {
        return new CellRunChange(this).running(id, inputs).made();
    }

    /** Brought into the engine again: what it shows is the same, and names what the engine holds now. */
    CellRun opened(CellOutput same) {
        CellRunChange next = new CellRunChange(back());
        next.output = Optional.of(same);
        next.failure = Optional.empty();
        return next.made();
    }

    /** With another place of a run it shows, or of the one it may go back to. */
    CellRun showingElsewhere(UnaryOperator<CellOutput> place) {
        CellRunChange next = new CellRunChange(this);
        next.output = output.map(place);
        next.kept = kept.map(old -> old.showingElsewhere(place));
        next.left = left;
        return next.made();
    }

    CellRun held(boolean hold) {
        CellRunChange next = new CellRunChange(this);
        next.paused = hold;
        next.output = hold ? output : output.map(CellRun::trying);
        return next.made();
    }

    CellRun asked() {
        CellRunChange next = new CellRunChange(this);
        next.paused = false;
        next.stopping = true;
        next.output = output.map(CellRun::trying);
        return next.made();
    }

    /** What could not be written is tried again, and may fail as it did. */
    private static CellOutput trying(CellOutput now) {
        return now instanceof TrainOutput train && train.blocked().isPresent() ? train.trying() : now;
    }

    /** Held by itself. */
    CellRun blocked() {
        CellRunChange next = new CellRunChange(this);
        next.paused = true;
        next.stopping = false;
        return next.made();
    }

    /** With something to show while it runs. */
    CellRun showing(CellOutput now, int newEdition) {
        CellRunChange next = new CellRunChange(this);
        next.edition = newEdition;
        next.output = Optional.of(now);
        return next.made();
    }

    CellRun done(CellOutput result, int newEdition, Duration time) {
        CellRunChange next = new CellRunChange(this).atRest(Phase.DONE);
        next.edition = newEdition;
        next.fingerprint = pending;
        next.pending = "";
        next.duration = Optional.of(time);
        next.output = Optional.of(result);
        next.failure = Optional.empty();
        next.earlier = false;
        return next.made();
    }

    /** Ended without a result; what it showed by then stays. */
    CellRun ended(Phase end, Optional<CellFailure> why, Duration time) {
        CellRunChange next = new CellRunChange(this).atRest(end);
        next.fingerprint = "";
        next.duration = Optional.of(time);
        next.failure = why;
        return next.made();
    }

    /**
     * Failed before it had anything to show: the output of before stays. What could not be brought into the engine again is
     * as good as it was, and is not run anew for that.
     */
    CellRun failed(CellFailure why, Duration time) {
        CellRun old = back();
        CellRunChange next = new CellRunChange(opening() ? old : this);
        if (!opening()) {
            next.atRest(Phase.FAILED);
            next.edition = old.edition;
            next.fingerprint = old.fingerprint;
            next.duration = Optional.of(time);
            next.output = old.output;
            next.earlier = old.earlier;
        }
        next.failure = Optional.of(why);
        return next.made();
    }
}
