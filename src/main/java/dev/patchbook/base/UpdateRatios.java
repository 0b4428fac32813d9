package dev.patchbook.base;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far an update moves each part of a model: log10 of the norm of the update over the norm of the part's parameters. Around
 * -3 is healthy; NaN where it was not measured, negative infinity where nothing moved.
 *
 * @param vision the vision transformer
 * @param projector from vision to decoder
 * @param embeddings tokens and positions of the decoder
 * @param decoder its blocks
 * @param head its last norm and the layer that names characters
 */
public record UpdateRatios(double vision, double projector, double embeddings, double decoder, double head) {
    /** Not measured. */
    public static final UpdateRatios NONE =
            new UpdateRatios(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Whether they were measured. */
    public boolean measured() {
        return byPart().values().stream().anyMatch(ratio -> !ratio.isNaN());
    }

    /** By the part's name, in the order of the model. */
    public Map<String, Double> byPart() {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("vision", vision);
        all.put("projector", projector);
        all.put("embeddings", embeddings);
        all.put("decoder", decoder);
        all.put("head", head);
        return all;
    }
}
