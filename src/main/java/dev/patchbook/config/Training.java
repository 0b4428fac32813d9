package dev.patchbook.config;

/**
 * How a graph is trained: which parameters, and what is dropped on the way. What is frozen runs as in evaluation, without dropout.
 *
 * @param parts what trains
 * @param lora the adapters, and with them what is frozen beneath
 * @param dropout share of values dropped in parts that train
 */
public record Training(PartSet parts, Lora lora, double dropout) {
    /** Nothing trains. */
    public static final Training NONE = new Training(PartSet.NONE, Lora.NONE, 0);

    /** All of a model that its adapters leave, and these. */
    public static Training all(ModelConfig config, double dropout) {
        return new Training(PartSet.ALL, config.lora(), dropout);
    }

    /** Whether a parameter trains; also for other names below a part's. */
    public boolean trains(String name) {
        return parts.contains(name) && !lora.freezes(name);
    }

    /** Share of values dropped at a place of the model, which is named as its parameters are. */
    public double dropoutAt(String name) {
        return trains(name) ? dropout : 0;
    }

    /** Share of values dropped before the adapters. */
    public double adapterDropout() {
        return parts.adapters() ? lora.dropout() : 0;
    }

    /** Whether any number of the vision encoder trains, adapters included. */
    public boolean vision(ModelConfig config) {
        return ParameterLayout.of(config).entries().stream()
                .anyMatch(entry -> entry.name().startsWith("vision_encoder.") && trains(entry.name()));
    }
}
