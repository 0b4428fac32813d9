package dev.patchbook.engine.local;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.plan.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Models as they were at a run's checkpoints, opened to be looked at; a few are kept. For the engine's thread. */
final class PastModels implements AutoCloseable {
    private static final int KEPT = 2;
    private static final String CHECKPOINTS = "checkpoints";

    private final Map<Path, LoadedModel> models = new LinkedHashMap<>(4, 0.75f, true);

    /**
     * A model as it was after so many updates.
     *
     * @param model as it is now
     * @param step updates; 0: now
     * @throws UserFacingException where there is no such checkpoint
     */
    LoadedModel at(LoadedModel model, int step, Workers workers) {
        if (step == 0 || step == model.step()) {
            return model;
        }
        Path checkpoints = model.origin()
                .map(PastModels::checkpoints)
                .orElseThrow(() -> new UserFacingException(
                        "There is no checkpoint of step " + step + ": the model has not been trained.",
                        "Set step to 0."));
        Path folder = folder(checkpoints, step);
        if (!Files.isDirectory(folder)) {
            throw missing(step, checkpoints);
        }
        return open(folder, model, workers);
    }

    /** The folder of a checkpoint, whether it is there or not. */
    static Path folder(Path checkpoints, long step) {
        return checkpoints.resolve(String.format(Locale.ROOT, "%06d", step));
    }

    /**
     * A model from a checkpoint's folder, to be shown the rows another is shown. It may be closed when others are opened, unless
     * it is retained.
     */
    LoadedModel open(Path folder, LoadedModel like, Workers workers) {
        LoadedModel known = models.get(folder);
        if (known == null) {
            known = ModelFactory.open(folder, workers, like.data());
            models.put(folder, known);
            forgetOldest();
        }
        return known;
    }

    /** Where the checkpoints are, of a run's folder or of one of its checkpoints. */
    static Path checkpoints(String origin) {
        Path folder = Path.of(origin).toAbsolutePath().normalize();
        Path parent = folder.getParent();
        return parent != null && parent.endsWith(CHECKPOINTS) ? parent : folder.resolve(CHECKPOINTS);
    }

    private static UserFacingException missing(int step, Path checkpoints) {
        List<Long> steps = steps(checkpoints);
        return new UserFacingException(
                "There is no checkpoint of step " + step + " to look at.",
                steps.isEmpty()
                        ? "Set step to 0 for the weights of now; the run has written no checkpoint yet."
                        : "Set step to 0 for the weights of now, or to " + words(steps));
    }

    /** The steps in words. */
    static String words(List<Long> steps) {
        return steps.stream().limit(12).map(String::valueOf).collect(Collectors.joining(", "))
                + (steps.size() > 12 ? " and so on." : ".");
    }

    /** The checkpoints there are, by updates done, the oldest first. */
    static List<Long> steps(Path checkpoints) {
        try (Stream<Path> folders = Files.list(checkpoints)) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> name.matches("\\d{6,18}"))
                    .map(Long::parseLong)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // a run that has not written any yet
        }
    }

    private void forgetOldest() {
        if (models.size() > KEPT) {
            Iterator<LoadedModel> oldest = models.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
    }

    @Override
    public void close() {
        models.values().forEach(LoadedModel::close);
        models.clear();
    }
}
