package dev.patchbook.checkpoint;

import dev.patchbook.base.ImageUse;
import dev.patchbook.base.JsonLine;
import dev.patchbook.base.Links;
import dev.patchbook.base.StepDetail;
import dev.patchbook.base.TrainLines;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Group;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.TrainSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run's folder, open for writing by one owner: {@code run.json}, {@code metrics.jsonl}, {@code captions.jsonl} and
 * {@code checkpoints/000100}. For one thread.
 */
public final class RunFolder implements AutoCloseable {
    static final String RUN = "run.json";
    static final String CHECKPOINTS = "checkpoints";
    private static final long MEGABYTE = 1_000_000;

    private final Path folder;
    private final OneWriter lock;
    private final LineFile metrics;
    private final LineFile captions;
    private Run run;
    private boolean unsaved;

    private RunFolder(Path folder, OneWriter lock, Run run) {
        this.folder = folder;
        this.lock = lock;
        this.run = run;
        this.metrics = metrics(folder);
        this.captions = captions(folder);
    }

    /**
     * Starts a run in a new or empty folder. The length of the schedule is fixed now, where the settings leave it open.
     *
     * @param settings as written, grouped as data, model, train
     * @param parent what it starts from, as the user named it; null for fresh weights
     * @throws UserFacingException where the folder is not empty or cannot be written
     */
    public static RunFolder create(Path folder, Map<String, Map<String, String>> settings, @Nullable String parent) {
        try {
            Files.createDirectories(folder);
            requireEmpty(folder);
            OneWriter lock = RunLock.take(folder);
            Files.createDirectories(folder.resolve(CHECKPOINTS));
            RunFolder created =
                    new RunFolder(folder, lock, new Run(fixed(settings), Run.State.RUNNING, null, null, parent));
            created.save(created.run);
            return created;
        } catch (IOException e) {
            throw AtomicFiles.unwritable(folder, e);
        }
    }

    /**
     * Takes up a run to go on with it. What was noted after its last checkpoint is cut; what is at that step itself is
     * noted again by going on.
     *
     * @throws UserFacingException where there is no run with a checkpoint, or another program is writing it
     */
    public static RunFolder resume(Path folder) {
        Links.requireWithin(folder, folder.resolve(CHECKPOINTS));
        OneWriter lock = RunLock.take(folder);
        boolean good = false;
        try {
            Path last = Checkpoint.locate(folder);
            RunFolder resumed = new RunFolder(folder, lock, Run.read(folder.resolve(RUN)));
            long step = Long.parseLong(last.getFileName().toString());
            resumed.metrics.cut(step);
            resumed.captions.cut(step);
            resumed.state(Run.State.RUNNING);
            good = true;
            return resumed;
        } finally {
            if (!good) {
                lock.close();
            }
        }
    }

    /**
     * Looks at a run without taking it.
     *
     * @throws UserFacingException where there is no run or its {@code run.json} is broken
     */
    public static RunView read(Path folder) {
        if (!holds(folder)) {
            throw new UserFacingException("There is no run in " + folder + ".", "Choose a folder that training wrote.");
        }
        return new RunView(folder, Run.read(folder.resolve(RUN)));
    }

    /** Whether a folder is a run's. */
    public static boolean holds(Path folder) {
        return Files.isRegularFile(folder.resolve(RUN));
    }

    /** The next free folder {@code 0001}, {@code 0002} and so on; not created. */
    public static Path next(Path runs) {
        int highest = 0;
        try (Stream<Path> list = Files.isDirectory(runs) ? Files.list(runs) : Stream.empty()) {
            for (Path path : list.toList()) {
                String name = path.getFileName().toString();
                if (name.matches("\\d{4,9}")) {
                    highest = Math.max(highest, Integer.parseInt(name));
                }
            }
        } catch (IOException e) {
            throw AtomicFiles.unwritable(runs, e);
        }
        return runs.resolve(String.format(Locale.ROOT, "%04d", highest + 1));
    }

    /** The run's folder. */
    public Path folder() {
        return folder;
    }

    /** What {@code run.json} holds now. */
    public Run run() {
        return run;
    }

    /** Folder of the checkpoint after so many updates; written by {@link Checkpoint#write}. */
    public Path checkpoint(long step) {
        return folder.resolve(CHECKPOINTS).resolve(name(step));
    }

    /** Notes that the checkpoint after so many updates is written: it is now the last. */
    public void saved(long step) {
        save(run.withLast(name(step)));
    }

    /** Notes the checkpoint after so many updates as the best so far, with its finite validation loss. */
    public void best(long step, double loss) {
        save(run.withBest(new Run.Best(name(step), loss)));
    }

    /** Notes how the run is. */
    public void state(Run.State state) {
        save(run.with(state));
    }

    /** Notes other settings, as more steps when a run goes on. */
    public void settings(Map<String, Map<String, String>> settings) {
        save(run.withSettings(fixed(settings)));
    }

    /** Notes an update: its number, the loss before it, its milliseconds. */
    public void step(long step, double loss, double ms) {
        metrics.append(TrainLines.step(step, loss, ms));
    }

    /** Notes an update and what was measured of it: learning rate, norm of the gradient and the rest. */
    public void step(long step, double loss, double ms, double rate, double norm, StepDetail detail) {
        metrics.append(TrainLines.step(step, loss, ms, rate, norm, detail));
    }

    /** Notes that a stage begins: updates done, its number from 1, how many there are, what trains. */
    public void stage(long step, int stage, int of, String trains) {
        metrics.append(TrainLines.stage(step, stage, of, trains));
    }

    /** Notes a look at the validation rows after so many updates, with captions. */
    public void evaluated(long step, double loss, List<String> texts) {
        metrics.append(TrainLines.evaluated(step, loss));
        captions.append(new JsonLine().put("step", step).put("captions", texts));
    }

    /** Notes a look at the validation rows, with whether the model looks, and captions of named pictures. */
    public void evaluated(long step, double loss, ImageUse use, List<String> texts, List<String> pins) {
        JsonLine said = new JsonLine().put("step", step).put("captions", texts).put("pins", pins);
        try {
            metrics.append(TrainLines.evaluated(step, loss, use));
        } finally {
            captions.append(said); // kept for the next try, like the other
        }
    }

    /** Tries again to write what could not be written. */
    public void flush() {
        metrics.flush();
        captions.flush();
        if (unsaved) {
            save(run);
        }
    }

    /**
     * Keeps the checkpoints within a bound: the last stays whole, the best keeps its weights, those left are spread over the
     * run.
     *
     * @param megabytes they may take; 0: any
     * @return what is left, the oldest first
     */
    public List<KeptCheckpoint> thin(int megabytes) {
        List<KeptCheckpoint> all = KeptCheckpoint.of(folder);
        Run.Best best = run.best();
        Thinning thinning =
                Thinning.of(all, step(run.last()), step(best == null ? null : best.checkpoint()), megabytes * MEGABYTE);
        for (KeptCheckpoint each : all) {
            try {
                if (thinning.gone().contains(each.step())) {
                    AtomicFiles.deleteFolder(each.folder());
                } else if (thinning.shrunk().contains(each.step())) {
                    Files.deleteIfExists(each.folder().resolve(Checkpoint.OPTIMIZER));
                }
            } catch (IOException e) {
                throw UnwritableException.of(each.folder(), e);
            }
        }
        return thinning.left();
    }

    private static long step(@Nullable String name) {
        return name == null ? -1 : Long.parseLong(name);
    }

    /** Notes the end: updates done, and {@code COMPLETED}, {@code CANCELLED} or {@code DIVERGED}. */
    public void stopped(long step, Run.State reason) {
        try {
            metrics.append(TrainLines.stopped(step, reason.id()));
        } finally {
            state(reason);
        }
    }

    @Override
    public void close() {
        metrics.close();
        captions.close();
        lock.close();
    }

    static LineFile metrics(Path folder) {
        return new LineFile(folder.resolve("metrics.jsonl"));
    }

    static LineFile captions(Path folder) {
        return new LineFile(folder.resolve("captions.jsonl"));
    }

    static Path checkpoint(Path folder, String name) {
        return folder.resolve(CHECKPOINTS).resolve(name);
    }

    private void save(Run changed) {
        run = changed;
        unsaved = true;
        AtomicFiles.write(folder.resolve(RUN), changed.json());
        unsaved = false;
    }

    private static String name(long step) {
        return String.format(Locale.ROOT, "%06d", step);
    }

    private static void requireEmpty(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            if (list.findAny().isPresent()) {
                throw new UserFacingException(
                        folder + " is not empty.", "Choose another folder, or resume the run that is in it.");
            }
        }
    }

    private static Map<String, Map<String, String>> fixed(Map<String, Map<String, String>> settings) {
        Map<String, String> model = settings.getOrDefault(Group.MODEL.id(), Map.of());
        Map<String, String> train = new LinkedHashMap<>(settings.getOrDefault(Group.TRAIN.id(), Map.of()));
        int schedule = TrainSettings.of(train, ModelSettings.preset(model)).scheduleSteps();
        train.put("schedule-steps", Integer.toString(schedule));
        Map<String, Map<String, String>> fixed = new LinkedHashMap<>(settings);
        fixed.put(Group.TRAIN.id(), train);
        return fixed;
    }
}
