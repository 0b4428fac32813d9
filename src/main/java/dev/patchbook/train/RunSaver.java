package dev.patchbook.train;

import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.CheckpointInfo;
import dev.patchbook.checkpoint.KeptCheckpoint;
import dev.patchbook.checkpoint.Provenance;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.checkpoint.TokenizerFile;
import dev.patchbook.checkpoint.UnwritableException;
import dev.patchbook.config.Group;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.text.Tokenizer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a run's checkpoints: every so many steps, after so long without one, and where an evaluation asks for one. */
final class RunSaver {
    private static final Logger LOG = LoggerFactory.getLogger(RunSaver.class);

    private final Trainer.Setup setup;
    private final RunFolder folder;
    private final AdamOptimizer adam;
    private final TrainListener listener;
    private long savedAt = -1;
    private long savedTime = System.nanoTime();
    private boolean owed;

    RunSaver(Trainer.Setup setup, RunFolder folder, AdamOptimizer adam, TrainListener listener) {
        this.setup = setup;
        this.folder = folder;
        this.adam = adam;
        this.listener = listener;
    }

    /** The state of so many updates is on disk; -1: none is. */
    void saved(long step) {
        savedAt = step;
        savedTime = System.nanoTime();
    }

    /** Whether the state after so many updates is on disk. */
    boolean has(long step) {
        return savedAt == step;
    }

    /** Asks for a checkpoint before the next step. */
    void owe() {
        owed = true;
    }

    boolean due(long step) {
        if (step == 0 || savedAt == step) {
            return false;
        }
        int every = setup.settings().checkpointEvery();
        double minutes = setup.settings().upkeep().minutes();
        double since = (System.nanoTime() - savedTime) / (double) TimeUnit.MINUTES.toNanos(1);
        return owed || every > 0 && step % every == 0 || minutes > 0 && since >= minutes;
    }

    /**
     * Writes a checkpoint.
     *
     * @param loss validation loss of this step; NaN where it was not evaluated
     * @throws dev.patchbook.checkpoint.UnwritableException where it cannot be written: then it is still due
     */
    void save(long step, double loss) {
        if (savedAt == step) {
            return;
        }
        owed = true;
        ParameterLayout layout = setup.runtime().parameters().layout();
        Path path = folder.checkpoint(step);
        Checkpoint.Moments moments = new Checkpoint.Moments(
                TrainState.sources(adam.trained(), adam.first()), TrainState.sources(adam.trained(), adam.second()));
        Checkpoint.write(
                path, info(step), TrainState.sources(layout, setup.runtime().flat()), moments);
        folder.saved(step);
        Run.Best best = folder.run().best();
        if (best == null ? Double.isFinite(loss) : loss < best.loss()) {
            folder.best(step, loss);
        }
        owed = false;
        saved(step);
        listener.saved(step, path, loss, thinned());
    }

    private List<KeptCheckpoint> thinned() {
        try {
            return folder.thin(setup.settings().upkeep().keepMb());
        } catch (UnwritableException e) {
            LOG.warn("Checkpoints in {} are not thinned out: {}", folder.folder(), e.getMessage());
            return KeptCheckpoint.of(folder.folder());
        }
    }

    private CheckpointInfo info(long step) {
        Tokenizer t = setup.tokenizer();
        Integer begin = t.begin().isPresent() ? t.begin().getAsInt() : null;
        Integer end = t.end().isPresent() ? t.end().getAsInt() : null;
        TokenizerFile tokenizer = new TokenizerFile(t.alphabet(), begin, end, t.pad());
        int threads = setup.runtime().workers().threads();
        Provenance provenance = new Provenance(
                "sha256:" + setup.data().hash(), setup.settings().seed(), step, threads, Versions.here());
        return new CheckpointInfo(settled(), setup.runtime().config(), tokenizer, provenance);
    }

    /** The settings as written, and how pixels are scaled even where that was a default: the weights mean nothing without. */
    private Map<String, Map<String, String>> settled() {
        Map<String, String> data = new LinkedHashMap<>(setup.written().getOrDefault(Group.DATA.id(), Map.of()));
        data.put("normalize", setup.scale().id());
        Map<String, Map<String, String>> all = new LinkedHashMap<>(setup.written());
        all.put(Group.DATA.id(), data);
        return all;
    }
}
