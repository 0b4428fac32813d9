package dev.patchbook.session;

import dev.patchbook.session.CellRun.Phase;
import java.time.Duration;
import java.util.Optional;

/** The next standing of a cell in the making: the one before, with what is changed. */
final class CellRunChange {
    Phase phase;
    Optional<RunId> run;
    int count;
    int edition;
    String fingerprint;
    String pending;
    boolean paused;
    boolean stopping;
    Optional<Duration> duration;
    Optional<CellOutput> output;
    Optional<CellFailure> failure;
    Optional<CellRun> kept;
    Optional<String> left = Optional.empty();
    boolean earlier;

    CellRunChange(CellRun before) {
        phase = before.phase();
        run = before.run();
        count = before.count();
        edition = before.edition();
        fingerprint = before.fingerprint();
        pending = before.pending();
        paused = before.paused();
        stopping = before.stopping();
        duration = before.duration();
        output = before.output();
        failure = before.failure();
        kept = before.kept();
        earlier = before.earlier();
    }

    /** At rest in a phase: nothing runs, nothing is asked for. */
    CellRunChange atRest(Phase end) {
        phase = end;
        run = Optional.empty();
        paused = false;
        stopping = false;
        kept = Optional.empty();
        return this;
    }

    /** Running, on what it is given now. */
    CellRunChange running(RunId id, String inputs) {
        phase = Phase.RUNNING;
        run = Optional.of(id);
        pending = inputs;
        paused = false;
        stopping = false;
        failure = Optional.empty();
        return this;
    }

    CellRun made() {
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
                left,
                earlier);
    }
}
