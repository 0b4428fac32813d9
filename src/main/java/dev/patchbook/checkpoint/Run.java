package dev.patchbook.checkpoint;

import dev.patchbook.config.Group;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code run.json} holds.
 *
 * @param settings as written, grouped as data, model, train
 * @param state how the run is
 * @param best the checkpoint with the smallest validation loss, or null
 * @param last name of the newest checkpoint, or null
 * @param parent what the run started from, as the user named it; null for fresh weights
 */
public record Run(
        Map<String, Map<String, String>> settings,
        State state,
        @Nullable Best best,
        @Nullable String last,
        @Nullable String parent) {
    static final int FORMAT = 1;

    /** How a run is. After a crash a run is still said to be running. */
    public enum State {
        RUNNING,
        PAUSED,
        COMPLETED,
        CANCELLED,
        DIVERGED;

        /** The name in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A checkpoint and its validation loss.
     *
     * @param checkpoint its name
     * @param loss at that step
     */
    public record Best(String checkpoint, double loss) {}

    /** The settings of one group as written. */
    public Map<String, String> settings(Group group) {
        return settings.getOrDefault(group.id(), Map.of());
    }

    Run with(State other) {
        return new Run(settings, other, best, last, parent);
    }

    Run withLast(String name) {
        return new Run(settings, state, best, name, parent);
    }

    Run withBest(@Nullable Best other) {
        return new Run(settings, state, other, last, parent);
    }

    Run withSettings(Map<String, Map<String, String>> other) {
        return new Run(other, state, best, last, parent);
    }

    String json() {
        return JsonText.of(JsonText.map(
                "format",
                FORMAT,
                "settings",
                CheckpointInfo.ordered(settings),
                "state",
                state.id(),
                "best",
                best == null ? null : JsonText.map("checkpoint", best.checkpoint, "loss", best.loss),
                "last",
                last,
                "parent",
                parent));
    }

    static Run read(Path file) {
        JsonObject in = JsonObject.read(file);
        if (in.whole("format", 1, Integer.MAX_VALUE) != FORMAT) {
            throw in.problem("format", "is newer than this Patchbook reads");
        }
        JsonObject settings = in.object("settings");
        Map<String, Map<String, String>> written = CheckpointInfo.writtenSettings(settings);
        settings.done();
        Run run = new Run(written, state(in), best(in), name(in, "last"), in.textOrNull("parent"));
        in.done();
        return run;
    }

    private static State state(JsonObject in) {
        String text = in.text("state");
        return Arrays.stream(State.values())
                .filter(state -> state.id().equals(text))
                .findFirst()
                .orElseThrow(() -> in.problem("state", "is “" + text + "”, which this Patchbook does not know"));
    }

    private static @Nullable Best best(JsonObject in) {
        JsonObject best = in.objectOrNull("best");
        if (best == null) {
            return null;
        }
        String checkpoint = name(best, "checkpoint");
        double loss = best.decimal("loss");
        best.done();
        return checkpoint == null ? null : new Best(checkpoint, loss);
    }

    /** The name of a checkpoint: digits alone, so that a file cannot point out of its run. */
    private static @Nullable String name(JsonObject in, String key) {
        String name = in.textOrNull(key);
        if (name != null && !name.matches("\\d{6,18}")) {
            throw in.problem(key, "is not the name of a checkpoint");
        }
        return name;
    }
}
