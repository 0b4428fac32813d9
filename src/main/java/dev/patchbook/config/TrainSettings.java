package dev.patchbook.config;

import java.util.Map;

/**
 * Settings of a train cell.
 *
 * @param steps updates in all
 * @param batch rows in a step
 * @param seed starting weights, order of rows, dropout
 * @param learningRate size of Adam's steps
 * @param schedule {@code constant} or {@code cosine}
 * @param scheduleSteps length of the schedule; 0: as many as {@code steps} when the run starts
 * @param warmUp steps over which the rate rises
 * @param weightDecay AdamW's decay; 0: plain Adam
 * @param clip largest gradient norm; 0: never clipped
 * @param dropout share of values dropped
 * @param evaluateEvery steps between evaluations; 0: never
 * @param checkpointEvery steps between checkpoints; 0: only by time, at evaluations and at the end
 * @param augment how training pictures are changed
 * @param upkeep what is watched and kept
 * @param stages what trains from step to step
 * @param lora adapters put beside attention
 */
public record TrainSettings(
        int steps,
        int batch,
        long seed,
        double learningRate,
        String schedule,
        int scheduleSteps,
        int warmUp,
        double weightDecay,
        double clip,
        double dropout,
        int evaluateEvery,
        int checkpointEvery,
        Augment augment,
        Upkeep upkeep,
        Stages stages,
        Lora lora) {

    /**
     * Reads the settings; what is not written takes the preset's default.
     *
     * @throws SettingException for an unknown key or a value that cannot be used
     */
    public static TrainSettings of(Map<String, String> written, Preset preset) {
        Values v = Values.of(Group.TRAIN, written, Defaults.of(Group.TRAIN, preset, preset.defaultVariant()));
        Lora lora = Lora.parse(v.text(Lora.KEY));
        Stages stages = Stages.of(v.text(Stages.TRAIN), v.text(Stages.STAGES));
        stages.requireWith(lora);
        int steps = steps(v, written, stages);
        int schedule = v.whole("schedule-steps");
        return new TrainSettings(
                steps,
                v.whole("batch"),
                v.whole("seed"),
                v.decimal("learning-rate"),
                v.text("schedule"),
                schedule == 0 ? steps : schedule,
                v.whole("warm-up"),
                v.decimal("weight-decay"),
                v.decimal("clip"),
                v.decimal("dropout"),
                v.whole("evaluate-every"),
                v.whole("checkpoint-every"),
                Augment.parse(v.text("augment")),
                Upkeep.of(v),
                stages,
                lora);
    }

    /** The steps written; else those of the stages, where they say; else the default. */
    private static int steps(Values values, Map<String, String> written, Stages stages) {
        return written.containsKey("steps")
                ? values.whole("steps")
                : stages.total().orElse(values.whole("steps"));
    }

    /**
     * Holds what trains to a model.
     *
     * @throws SettingException where it has no such blocks
     */
    public void requireIn(ModelConfig config) {
        stages.requireIn(config);
        lora.requireIn(config.vision(), config.decoder());
    }

    /** How a step trains. */
    public Training at(long step) {
        return new Training(stages.stages().get(stages.at(step)).parts(), lora, dropout);
    }

    /** The learning rate of a step before its schedule. */
    public double peak(long step) {
        double own = stages.stages().get(stages.at(step)).rate();
        return own > 0 ? own : learningRate;
    }
}
