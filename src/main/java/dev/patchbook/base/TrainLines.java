package dev.patchbook.base;

/** The lines a run writes, the same in {@code metrics.jsonl} and in {@code patchbook train --json}. */
public final class TrainLines {
    private TrainLines() {}

    /**
     * One update.
     *
     * @param step its number, from 0
     * @param loss of the batch, before the update
     * @param ms milliseconds it took, kept to the microsecond
     */
    public static JsonLine step(long step, double loss, double ms) {
        return JsonLine.event("step").put("step", step).put("loss", loss).rounded("ms", ms, 3);
    }

    /** A validation loss after so many updates. */
    public static JsonLine evaluated(long step, double loss) {
        return JsonLine.event("evaluated").put("step", step).put("loss", loss);
    }

    /** The end of a run after so many updates; the reason in lower case. */
    public static JsonLine stopped(long step, String reason) {
        return JsonLine.event("stopped").put("step", step).put("reason", reason);
    }
}
