package dev.patchbook.session;

import java.time.Duration;
import java.util.Optional;

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
        Optional<String> left) {
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
            Optional.empty());

    /** Whether what it shows comes from the run under way. */
    boolean showsOwn() {
        return edition != back().edition;
    }

    /** Whether it is queued or running. */
    public boolean busy() {
        return phase == Phase.QUEUED || phase == Phase.RUNNING;
    }

    CellRun queued() {
        return new CellRun(
                Phase.QUEUED,
                Optional.empty(),
                count,
                edition,
                fingerprint,
                "",
                false,
                false,
                duration,
                output,
                Optional.empty(),
                Optional.of(left(Optional.empty())),
                Optional.empty());
    }

    /** With the reason why it left the queue. */
    CellRun left(Optional<String> why) {
        return new CellRun(
                phase,
                run,
                count,
                edition,
                fingerprint,
                pending,
                paused,
                stopping,
                duration,
                output,
                failure,
                kept,
                why);
    }

    /** As it was before it was queued. */
    CellRun back() {
        return kept.orElse(this);
    }

    CellRun started(RunId id, int number, String inputs) {
        return new CellRun(
                Phase.RUNNING,
                Optional.of(id),
                number,
                edition,
                fingerprint,
                inputs,
                false,
                false,
                Optional.empty(),
                output,
                Optional.empty(),
                kept,
                Optional.empty());
    }

    CellRun held(boolean hold) {
        return new CellRun(
                phase,
                run,
                count,
                edition,
                fingerprint,
                pending,
                hold,
                stopping,
                duration,
                output,
                failure,
                kept,
                Optional.empty());
    }

    CellRun asked() {
        return new CellRun(
                phase,
                run,
                count,
                edition,
                fingerprint,
                pending,
                false,
                true,
                duration,
                output,
                failure,
                kept,
                Optional.empty());
    }

    /** With something to show while it runs. */
    CellRun showing(CellOutput now, int newEdition) {
        return new CellRun(
                phase,
                run,
                count,
                newEdition,
                fingerprint,
                pending,
                paused,
                stopping,
                duration,
                Optional.of(now),
                failure,
                kept,
                Optional.empty());
    }

    CellRun done(CellOutput result, int newEdition, Duration time) {
        return new CellRun(
                Phase.DONE,
                Optional.empty(),
                count,
                newEdition,
                pending,
                "",
                false,
                false,
                Optional.of(time),
                Optional.of(result),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Ended without a result; what it showed by then stays. */
    CellRun ended(Phase end, Optional<CellFailure> why, Duration time) {
        return new CellRun(
                end,
                Optional.empty(),
                count,
                edition,
                "",
                pending,
                false,
                false,
                Optional.of(time),
                output,
                why,
                Optional.empty(),
                Optional.empty());
    }

    /** Failed before it had anything to show: the output of before stays. */
    CellRun failed(CellFailure why, Duration time) {
        CellRun old = back();
        return new CellRun(
                Phase.FAILED,
                Optional.empty(),
                count,
                old.edition,
                old.fingerprint,
                pending,
                false,
                false,
                Optional.of(time),
                old.output,
                Optional.of(why),
                Optional.empty(),
                Optional.empty());
    }
}
