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
        Path folder = checkpoints.resolve(String.format(Locale.ROOT, "%06d", step));
        if (!Files.isDirectory(folder)) {
            throw missing(step, checkpoints);
        }
        LoadedModel known = models.get(folder);
        if (known == null) {
            known = ModelFactory.open(folder, workers, model.data());
            models.put(folder, known);
            forgetOldest();
        }
        return known;
    }

    /** Where the checkpoints are, of a run's folder or of one of its checkpoints. */
    private static Path checkpoints(String origin) {
        Path folder = Path.of(origin).toAbsolutePath().normalize();
        Path parent = folder.getParent();
        return parent != null && parent.endsWith(CHECKPOINTS) ? parent : folder.resolve(CHECKPOINTS);
    }

    private static UserFacingException missing(int step, Path checkpoints) {
        List<String> steps;
        try (Stream<Path> folders = Files.list(checkpoints)) {
            steps = folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> name.matches("\\d{6,18}"))
                    .map(Long::parseLong)
                    .sorted()
                    .map(String::valueOf)
                    .toList();
        } catch (IOException e) {
            steps = List.of(); // a run that has not written any yet
        }
        return new UserFacingException(
                "There is no checkpoint of step " + step + " to look at.",
                steps.isEmpty()
                        ? "Set step to 0 for the weights of now; the run has written no checkpoint yet."
                        : "Set step to 0 for the weights of now, or to "
                                + steps.stream().limit(12).collect(Collectors.joining(", "))
                                + (steps.size() > 12 ? " and so on." : "."));
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
