package dev.patchbook.ui.cell;

import dev.patchbook.config.Defaults;
import dev.patchbook.config.Group;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.store.RunInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings in which runs differ, as a table with few columns: a row a run, or a row a setting where those are more. */
record SettingsDiff(List<List<String>> rows) {
    private static final String NONE = "–";
    private static final String SCHEDULE = "train schedule-steps";

    /** The table, its head first; without rows where nothing differs. */
    static SettingsDiff of(List<RunInfo> runs) {
        List<Map<String, String>> all =
                runs.stream().map(SettingsDiff::settings).toList();
        Set<String> keys = new LinkedHashSet<>();
        all.forEach(settings -> keys.addAll(settings.keySet()));
        keys.removeIf(key -> all.stream()
                        .map(settings -> settings.getOrDefault(key, NONE))
                        .distinct()
                        .count()
                < 2);
        if (all.stream().allMatch(SettingsDiff::scheduleFollows)) {
            keys.remove(SCHEDULE);
        }
        if (keys.isEmpty()) {
            return new SettingsDiff(List.of());
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(keys);
        rows.add(head);
        for (int i = 0; i < runs.size(); i++) {
            List<String> row = new ArrayList<>(List.of(runs.get(i).title()));
            Map<String, String> settings = all.get(i);
            keys.forEach(key -> row.add(settings.getOrDefault(key, NONE)));
            rows.add(row);
        }
        return new SettingsDiff(keys.size() > runs.size() ? turned(rows) : rows);
    }

    /** All settings of a run by group and key, defaults filled in as far as this version knows them. */
    static Map<String, String> settings(RunInfo run) {
        Map<String, String> model = run.settings().getOrDefault(Group.MODEL.id(), Map.of());
        Map<String, String> all = new LinkedHashMap<>();
        for (Group group : List.of(Group.DATA, Group.MODEL, Group.TRAIN)) {
            Map<String, String> own = new LinkedHashMap<>();
            try {
                own.putAll(Defaults.of(group, ModelSettings.preset(model), ModelSettings.variant(model)));
            } catch (SettingException e) {
                own.clear(); // only what is written, then
            }
            own.putAll(run.settings().getOrDefault(group.id(), Map.of()));
            own.forEach((key, value) -> all.put(group.id() + " " + key, value));
        }
        return all;
    }

    /** Rows a step of a run; 0 where that is not known. */
    static int batch(RunInfo run) {
        String batch = settings(run).getOrDefault("train batch", "");
        return batch.matches("[0-9]{1,6}") ? Integer.parseInt(batch) : 0;
    }

    /** The schedule's length is always noted; where it is the run's own, it says nothing new. */
    private static boolean scheduleFollows(Map<String, String> settings) {
        return settings.getOrDefault(SCHEDULE, "").equals(settings.getOrDefault("train steps", ""));
    }

    private static List<List<String>> turned(List<List<String>> rows) {
        List<List<String>> turned = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int column = i;
            turned.add(rows.stream().map(row -> row.get(column)).toList());
        }
        return turned;
    }
}
