package dev.patchbook.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What trains from step to step: one stage after the other; the last lasts until the run ends.
 *
 * @param key the setting it stands in, {@code train} or {@code stages}
 * @param stages in order, one at least
 */
public record Stages(String key, List<Stage> stages) {
    /**
     * Some steps in which the same parts train.
     *
     * @param parts what trains
     * @param steps how many; 0: until the run ends
     * @param rate learning rate in the place of {@code learning-rate}; 0: that one
     */
    public record Stage(PartSet parts, int steps, double rate) {}

    static final String TRAIN = "train";
    static final String STAGES = "stages";

    private static final Pattern STAGE = Pattern.compile("(.*?)(?:\\s+(\\d{1,9}))?(?:\\s+at\\s+(\\S+))?");

    /** Copies the list. */
    public Stages {
        stages = List.copyOf(stages);
    }

    /**
     * Reads both settings.
     *
     * @param train parts, or {@code all}
     * @param stages {@code projector 500; all 500 at 0.0001}, or {@code none}
     * @throws SettingException where one cannot be understood, or both are given
     */
    static Stages of(String train, String stages) {
        PartSet parts = PartSet.parse(TRAIN, train);
        List<Stage> list = parse(stages);
        if (list.isEmpty()) {
            return new Stages(TRAIN, List.of(new Stage(parts, 0, 0)));
        }
        if (!parts.equals(PartSet.ALL)) {
            throw new SettingException(
                    STAGES, "Both train and stages say what trains.", "Set train to all, or stages to none.");
        }
        return new Stages(STAGES, list);
    }

    /** The stages of a text; none where it is {@code none} or empty. */
    static List<Stage> parse(String text) {
        String all = text.strip().toLowerCase(Locale.ROOT);
        if (all.isEmpty() || all.equals("none")) {
            return List.of();
        }
        String[] pieces = all.split(";", -1);
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            stages.add(stage(text, pieces[i].strip(), i == pieces.length - 1));
        }
        return stages;
    }

    private static Stage stage(String text, String piece, boolean last) {
        Matcher matcher = STAGE.matcher(piece);
        if (piece.isEmpty() || !matcher.matches()) {
            throw bad(text, "a stage is empty");
        }
        PartSet parts = PartSet.parse(STAGES, matcher.group(1));
        int steps = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        if (steps == 0 && (matcher.group(2) != null || !last)) {
            throw bad(text, "“" + piece + "” says no number of steps; only the last stage may leave it out");
        }
        return new Stage(parts, steps, matcher.group(3) == null ? 0 : rate(text, matcher.group(3)));
    }

    private static double rate(String text, String word) {
        try {
            double rate = Double.parseDouble(word);
            if (rate > 0 && rate <= 10) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw bad(text, "“" + word + "” is not a learning rate");
        }
        throw bad(text, "the learning rate " + word + " is not above 0 and at most 10");
    }

    private static SettingException bad(String text, String why) {
        return new SettingException(
                STAGES,
                STAGES + " is “" + text.strip() + "”: " + why + ".",
                "Write none, or parts, steps and, if wanted, a learning rate, as in projector 500; projector+decoder 1000;"
                        + " all 500 at 0.0001.");
    }

    /**
     * Holds what trains to the adapters there are.
     *
     * @throws SettingException where adapters are named that are not there, or are there and never train, or a part is named
     *     that stays frozen beneath them
     */
    void requireWith(Lora lora) {
        boolean adapters = false;
        for (Stage stage : stages) {
            adapters |= stage.parts.adapters();
            if (lora.none() && stage.parts.names(PartSet.Part.LORA)) {
                throw new SettingException(
                        key,
                        key + " names lora, but there are no adapters.",
                        "Set lora, as in rank 8, query+value of decoder, or leave lora out of " + key + ".");
            }
            for (PartSet.Item item : stage.parts.items()) {
                if (item.part() != PartSet.Part.ALL && !lora.none() && lora.of().covers(item)) {
                    throw new SettingException(
                            key,
                            key + " names " + item.text() + ", which lora keeps frozen beneath its adapters.",
                            "Write lora in its place to train the adapters, or take " + item.text() + " out of lora.");
                }
            }
        }
        if (!lora.none() && !adapters) {
            throw new SettingException(
                    key,
                    "lora adds adapters, but " + key + " does not name them, so they would never train.",
                    "Add lora to " + key + ", as in projector, lora.");
        }
    }

    /**
     * Holds the blocks named to those a model has.
     *
     * @throws SettingException where there are fewer
     */
    void requireIn(ModelConfig config) {
        stages.forEach(stage -> stage.parts.requireIn(config.vision(), config.decoder(), key));
    }

    /** Number of the stage a step is in, from 0. */
    public int at(long step) {
        for (int i = 0; i < stages.size() - 1; i++) {
            if (step < end(i)) {
                return i;
            }
        }
        return stages.size() - 1;
    }

    /** First step of a stage. */
    public long start(int stage) {
        return stage == 0 ? 0 : end(stage - 1);
    }

    private long end(int stage) {
        return stages.stream().limit(stage + 1L).mapToLong(Stage::steps).sum();
    }

    /** Steps of all stages; empty where the last does not say. */
    OptionalInt total() {
        boolean open = stages.get(stages.size() - 1).steps == 0;
        return open ? OptionalInt.empty() : OptionalInt.of((int) Math.min(Integer.MAX_VALUE, end(stages.size() - 1)));
    }

    /** Whether everything trains from the first step to the last. */
    public boolean plain() {
        return stages.size() == 1 && stages.get(0).parts.equals(PartSet.ALL);
    }
}
