package dev.patchbook.engine.local;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.Run;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.checkpoint.RunView;
import dev.patchbook.config.Group;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Upkeep;
import dev.patchbook.engine.TrainRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings a run goes by.
 *
 * @param train how to train
 * @param written all settings as written, grouped as data, model, train
 */
record RunSettings(TrainSettings train, Map<String, Map<String, String>> written) {
    /** What may change when a run goes on: nothing that its course so far rests on. */
    private static final Set<String> FREE = Stream.concat(
                    Stream.of("steps", "evaluate-every", "checkpoint-every"), Upkeep.KEYS.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Where a file is may change; that it is the same data is checked by its hash. */
    private static final String FILE = "file";

    /**
     * The settings of a run that goes on: those it was started with, and what may change as given now.
     *
     * @throws SettingException where a setting given again differs
     */
    static RunSettings resumed(TrainRequest request, Run run) {
        Map<String, Map<String, String>> merged = new LinkedHashMap<>();
        for (Group group : List.of(Group.DATA, Group.MODEL, Group.TRAIN)) {
            Map<String, String> given = request.written().getOrDefault(group.id(), Map.of());
            Map<String, String> all = new LinkedHashMap<>(run.settings(group));
            given.forEach((key, value) -> {
                String before = all.get(key);
                boolean free = FREE.contains(key) || key.equals(FILE);
                if (free) {
                    all.put(key, value);
                } else if (before != null && !same(before, value) && !open(key, value)) {
                    throw new SettingException(
                            key,
                            key + " is " + value + ", but the run was started with " + before + ".",
                            "Leave " + key + " as it was, or start a new run.");
                }
            });
            merged.put(group.id(), all);
        }
        Map<String, String> model = merged.getOrDefault(Group.MODEL.id(), Map.of());
        Map<String, String> train = merged.getOrDefault(Group.TRAIN.id(), Map.of());
        return new RunSettings(TrainSettings.of(train, ModelSettings.preset(model)), merged);
    }

    /** The checkpoint whose weights a run ended with: the best one's where that was asked for; any other folder is itself. */
    static Path ended(Path folder) {
        if (!RunFolder.holds(folder)) {
            return folder;
        }
        RunView view = RunFolder.read(folder);
        boolean best = view.run().state() == Run.State.COMPLETED
                && "yes".equals(view.run().settings(Group.TRAIN).get("keep-best"));
        return view.bestCheckpoint().filter(path -> best).orElse(folder);
    }

    /** A schedule's length that is left open was fixed when the run started. */
    private static boolean open(String key, String value) {
        return key.equals("schedule-steps") && same(value, "0");
    }

    private static boolean same(String a, String b) {
        if (a.strip().equals(b.strip())) {
            return true;
        }
        try {
            return Double.parseDouble(a) == Double.parseDouble(b);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Holds model and data to those of a run's checkpoint.
     *
     * @throws UserFacingException where the run cannot go on with them
     */
    static void requireSame(Checkpoint checkpoint, LoadedModel model, LoadedData data) {
        if (!checkpoint.info().model().equals(model.config())
                || !checkpoint
                        .info()
                        .tokenizer()
                        .alphabet()
                        .equals(model.tokenizer().alphabet())) {
            throw new UserFacingException(
                    "The run in " + checkpoint.folder() + " is of another model.",
                    "Give the data and model settings it was started with, or start a new run.");
        }
        String before = checkpoint.info().provenance().data();
        if (!before.isEmpty() && !before.equals("sha256:" + data.dataset().hash())) {
            throw new UserFacingException(
                    data.dataset().name() + " is not the data the run in " + checkpoint.folder()
                            + " was trained on; it may have been changed since.",
                    "Choose the same data, or start a new run.");
        }
    }
}
