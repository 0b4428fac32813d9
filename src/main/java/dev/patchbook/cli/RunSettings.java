package dev.patchbook.cli;

import dev.patchbook.config.DataSettings;
import dev.patchbook.config.Group;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.Preset;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Variant;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of a run with every default filled in.
 *
 * @param written as written, grouped as data, model, train
 * @param data what to train on
 * @param model what to train
 * @param train how
 */
record RunSettings(
        Map<String, Map<String, String>> written, DataSettings data, ModelSettings model, TrainSettings train) {
    private static final String STEPS = "steps";
    private static final String FILE = "file";

    /**
     * Fills in the defaults.
     *
     * @throws dev.patchbook.config.SettingException for an unknown key or a value that cannot be used
     */
    static RunSettings of(Map<String, Map<String, String>> written) {
        Map<String, String> model = group(written, Group.MODEL);
        Preset preset = ModelSettings.preset(model);
        Variant variant = ModelSettings.variant(model);
        return new RunSettings(
                written,
                DataSettings.of(group(written, Group.DATA), preset, variant),
                ModelSettings.of(model),
                TrainSettings.of(group(written, Group.TRAIN), preset));
    }

    /**
     * The settings to go on with a run: as it was started, but for the steps in all. The comparison is of what settings
     * mean, so that a default written out agrees with one left out.
     *
     * @param given on the command line now
     * @param folder what relative paths are relative to
     * @throws UsageException where a setting given now differs from the run's
     */
    RunSettings resumedWith(Map<String, Map<String, String>> given, Path folder) {
        Map<String, Map<String, String>> merged = new LinkedHashMap<>();
        for (Group group : new Group[] {Group.DATA, Group.MODEL, Group.TRAIN}) {
            Map<String, String> values = new LinkedHashMap<>(group(written, group));
            Map<String, String> now = new LinkedHashMap<>(group(given, group));
            if (group == Group.DATA && sameFile(now, folder)) {
                now.remove(FILE);
            }
            values.putAll(now);
            for (String key : now.keySet()) {
                if (!key.equals(STEPS)) {
                    requireEqual(group, key, values.getOrDefault(key, ""));
                }
            }
            merged.put(group.id(), values);
        }
        return of(merged);
    }

    /** These, for so many steps beyond those in all. */
    RunSettings more(int steps) {
        if (steps == 0) {
            return this;
        }
        Map<String, Map<String, String>> changed = new LinkedHashMap<>(written);
        Map<String, String> one = new LinkedHashMap<>(group(written, Group.TRAIN));
        one.put(STEPS, Integer.toString(Math.addExact(train.steps(), steps)));
        changed.put(Group.TRAIN.id(), one);
        return of(changed);
    }

    private void requireEqual(Group group, String key, String now) {
        Map<String, Map<String, String>> changed = new LinkedHashMap<>(written);
        Map<String, String> one = new LinkedHashMap<>(group(written, group));
        one.put(key, now);
        changed.put(group.id(), one);
        RunSettings other = of(changed);
        if (!other.data.equals(data) || !other.model.equals(model) || !other.train.equals(train)) {
            String before = group(written, group).getOrDefault(key, "its default");
            throw new UsageException(
                    "The run was started with another " + group.id() + "." + key + ": " + before + ", not " + now + ".",
                    "Leave the option out to go on with the run, or start a new one.");
        }
    }

    private boolean sameFile(Map<String, String> now, Path folder) {
        String file = now.get(FILE);
        return file != null
                && !file.startsWith("sample:")
                && !data.file().startsWith("sample:")
                && folder.resolve(file)
                        .normalize()
                        .equals(folder.resolve(data.file()).normalize());
    }

    private static Map<String, String> group(Map<String, Map<String, String>> written, Group group) {
        return written.getOrDefault(group.id(), Map.of());
    }
}
