package dev.patchbook.session;

import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Blocked;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.engine.TrainEvent.Held;
import dev.patchbook.engine.TrainEvent.Kept;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.engine.TrainEvent.Stage;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainEvent.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a train cell shows next, in the making: what it showed before, and the events since. */
final class TrainChange {
    private final TrainOutput before;
    private final List<Step> steps = new ArrayList<>();
    private final List<Evaluated> looks;
    private List<Saved> saves;
    private long total;
    private boolean held;
    private Optional<Blocked> blocked;
    private Optional<Stage> stage;

    TrainChange(TrainOutput before) {
        this.before = before;
        this.looks = new ArrayList<>(before.evaluations());
        this.saves = new ArrayList<>(before.checkpoints());
        this.total = before.total();
        this.held = before.held();
        this.blocked = before.blocked();
        this.stage = before.stage();
    }

    void take(TrainEvent event) {
        if (event instanceof Step step) {
            steps.add(step);
            held = false;
            blocked = Optional.empty();
        } else if (event instanceof Evaluated look) {
            looks.removeIf(old -> old.step() >= look.step());
            looks.add(look);
        } else if (event instanceof Saved save) {
            saves.removeIf(old -> old.step() >= save.step());
            saves.add(save);
            blocked = Optional.empty();
        } else if (event instanceof Kept kept) {
            saves = new ArrayList<>(kept.checkpoints());
        } else if (event instanceof Held) {
            held = true;
        } else if (event instanceof Blocked block) {
            blocked = Optional.of(block);
        } else if (event instanceof Stage begins) {
            stage = Optional.of(begins);
        } else if (event instanceof Total more) {
            total = more.steps();
        }
    }

    TrainOutput made() {
        return new TrainOutput(
                before.model(),
                before.folder(),
                total,
                before.series().append(steps),
                looks,
                saves,
                held,
                before.summary(),
                blocked,
                stage);
    }
}
