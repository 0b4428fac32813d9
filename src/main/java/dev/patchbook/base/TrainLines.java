package dev.patchbook.base;

import java.util.Map;

/** The lines a run writes, the same in {@code metrics.jsonl} and in {@code patchbook train --json}. */
public final class TrainLines {
    private static final int DIGITS = 4;

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

    /**
     * One update and what was measured of it.
     *
     * @param rate learning rate
     * @param norm of the gradient, before clipping
     */
    public static JsonLine step(long step, double loss, double ms, double rate, double norm, StepDetail detail) {
        JsonLine line = step(step, loss, ms);
        if (detail.rows() == 0) {
            return line;
        }
        line.put("rows", detail.rows()).rounded("data_ms", detail.dataMs(), 3);
        line.put("learning_rate", rate).put("gradient_norm", norm);
        if (detail.ratios().measured()) {
            JsonLine ratios = new JsonLine();
            for (Map.Entry<String, Double> part : detail.ratios().byPart().entrySet()) {
                ratios.rounded(part.getKey(), part.getValue(), DIGITS);
            }
            line.put("update_ratios", ratios);
        }
        return line;
    }

    /** A stage that begins after so many updates: its number from 1, how many there are, and what trains. */
    public static JsonLine stage(long step, int stage, int of, String trains) {
        return JsonLine.event("stage")
                .put("step", step)
                .put("stage", stage)
                .put("of", of)
                .put("trains", trains);
    }

    /** A validation loss after so many updates. */
    public static JsonLine evaluated(long step, double loss) {
        return JsonLine.event("evaluated").put("step", step).put("loss", loss);
    }

    /** A validation loss after so many updates, and how much the model looks. */
    public static JsonLine evaluated(long step, double loss, ImageUse use) {
        JsonLine line = evaluated(step, loss);
        if (use.rows() > 0) {
            line.put(
                    "image_use",
                    new JsonLine()
                            .put("rows", use.rows())
                            .put("loss", use.loss())
                            .put("shuffled", use.shuffled())
                            .put("blank", use.blank())
                            .put("gap", use.gap())
                            .put("blank_gap", use.blankGap()));
        }
        return line;
    }

    /** The end of a run after so many updates; the reason in lower case. */
    public static JsonLine stopped(long step, String reason) {
        return JsonLine.event("stopped").put("step", step).put("reason", reason);
    }
}
