package dev.patchbook.cli;

import dev.patchbook.config.Group;
import dev.patchbook.config.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings as written on the command line, by options of their own and by {@code --set}; each once. */
final class WrittenSettings {
    private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();

    WrittenSettings() {
        for (Group group : List.of(Group.DATA, Group.MODEL, Group.TRAIN)) {
            groups.put(group.id(), new LinkedHashMap<>());
        }
    }

    /**
     * Notes a setting; null: not given.
     *
     * @throws UsageException where it is given twice and differently
     */
    void put(Group group, String key, @Nullable Object value) {
        if (value == null) {
            return;
        }
        String text = value.toString();
        String before = group(group).put(key, text);
        if (before != null && !before.equals(text)) {
            throw new UsageException(
                    group.id() + "." + key + " is given twice, as " + before + " and as " + text + ".",
                    "Give it once.");
        }
    }

    /**
     * Notes GROUP.KEY=VALUE.
     *
     * @throws UsageException where it is not of that form, or no setting of a run
     */
    void set(String text) {
        Assignment assignment = Assignment.of("--set", text);
        List<Group> found = new ArrayList<>(List.of(Group.DATA, Group.MODEL, Group.TRAIN));
        found.removeIf(group -> !group.id().equals(assignment.owner()));
        if (found.isEmpty()) {
            throw new UsageException(
                    "--set " + text + ": there is no group “" + assignment.owner() + "”.",
                    "The groups are data, model and train, as in train.batch=8.");
        }
        put(found.get(0), assignment.key(), assignment.value());
    }

    /**
     * What was written, grouped as data, model, train.
     *
     * @throws dev.patchbook.config.SettingException at the first key that is unknown or value that cannot be used
     */
    Map<String, Map<String, String>> checked() {
        for (Group group : List.of(Group.DATA, Group.MODEL, Group.TRAIN)) {
            Schema.check(group, group(group));
        }
        return groups;
    }

    private Map<String, String> group(Group group) {
        return groups.getOrDefault(group.id(), Map.of());
    }

    /** OWNER.KEY=VALUE, taken apart. */
    record Assignment(String owner, String key, String value) {
        static Assignment of(String option, String text) {
            int equals = text.indexOf('=');
            int dot = text.indexOf('.');
            if (dot < 1 || equals < dot + 2) {
                throw new UsageException(
                        option + " " + text + " is not of the form NAME.KEY=VALUE.", "Write it as in train.batch=8.");
            }
            return new Assignment(text.substring(0, dot), text.substring(dot + 1, equals), text.substring(equals + 1));
        }
    }
}
