package dev.patchbook.train;

import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.config.Stages;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Training;
import dev.patchbook.data.Batch;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.plan.Broken;
import dev.patchbook.sample.ModelRuntime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a model trains at each step of a run. At the start of a stage the optimizer and the plans go over to its parts: what trained
 * before keeps its moments, what is new starts with fresh ones. While nothing of vision trains and pictures are not changed, what
 * vision makes of them is kept.
 */
final class StageTraining implements AutoCloseable {
    private static final int NONE = -1;

    private final ModelRuntime runtime;
    private final TrainSettings settings;
    private final AdamOptimizer adam;
    private final TrainStep step;
    private final RunFolder folder;
    private final TrainListener listener;
    private int stage = NONE;
    private boolean told;
    private @Nullable VisionFeatures features;

    StageTraining(Trainer.Setup setup, AdamOptimizer adam, TrainStep step, RunFolder folder, TrainListener listener) {
        this.runtime = setup.runtime();
        this.settings = setup.settings();
        this.adam = adam;
        this.step = step;
        this.folder = folder;
        this.listener = listener;
        settings.requireIn(runtime.config());
    }

    /** Goes over to the stage of the step that is next, where that is not the present one, and tells of it. */
    void begin(long number) {
        if (enter(number)) {
            told = false;
        }
        if (!told) {
            told = true;
            listener.stage(number, stage, settings.at(number));
            Stages all = settings.stages();
            if (!all.plain() && all.start(stage) == number) {
                folder.stage(
                        number,
                        stage + 1,
                        all.stages().size(),
                        settings.at(number).parts().text());
            }
        }
    }

    /** Begins the first stage, or that a run goes on in; any later one waits for its step. */
    void first(long number) {
        if (!told) {
            begin(number);
        }
    }

    private boolean enter(long number) {
        int next = settings.stages().at(number);
        if (next == stage) {
            return false;
        }
        for (int each = stage + 1; each <= next; each++) { // through all, as a run that was not resumed went
            Training training = settings.at(settings.stages().start(each));
            adam.train(entry -> training.trains(entry.name()), settings.stages().start(each));
        }
        stage = next;
        Training training = settings.at(number);
        step.train(training);
        boolean keep = settings.augment().none() && !training.vision(runtime.config());
        if (!keep) {
            forget();
        } else if (features == null) {
            features = new VisionFeatures(runtime);
        }
        return true;
    }

    /** Goes to where a run stood after so many updates; its weights are there already, its moments are to be read next. */
    void restart(long updates) {
        stage = NONE;
        forget();
        adam.train(entry -> false, 0);
        enter(Math.max(0, updates - 1));
    }

    private void forget() {
        VisionFeatures before = features;
        if (before != null) {
            before.close();
            features = null;
        }
    }

    /** Loss of a batch, and the gradients of what trains; pictures are what the batch's pixels were made from. */
    double backward(Batch batch, List<StoredPicture> pictures, long dropoutKey) {
        float[] embeds = embeds(batch, pictures);
        return embeds == null ? step.backward(batch, dropoutKey) : step.backward(batch, embeds, dropoutKey);
    }

    /** Runs a batch again as {@link #backward} did, and finds the first tensor with a number that is not finite. */
    Optional<Broken> firstBroken(Batch batch, List<StoredPicture> pictures, long dropoutKey) {
        return step.firstBroken(batch, embeds(batch, pictures), dropoutKey);
    }

    private float @Nullable [] embeds(Batch batch, List<StoredPicture> pictures) {
        VisionFeatures known = features;
        return known == null ? null : known.of(batch, pictures);
    }

    @Override
    public void close() {
        forget();
    }
}
