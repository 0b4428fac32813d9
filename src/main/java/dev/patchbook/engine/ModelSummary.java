package dev.patchbook.engine;

import dev.patchbook.config.ModelConfig;
import java.util.List;

/**
 * A model that was built or opened.
 *
 * @param id names it from now on
 * @param config sizes and switches
 * @param parameters numbers that are learned
 * @param parts its parts in the order the data flows
 * @param alphabet the characters it knows
 * @param step updates it has had
 */
public record ModelSummary(
        ModelId id, ModelConfig config, long parameters, List<Part> parts, List<String> alphabet, long step) {
    /** The same, named otherwise. */
    public ModelSummary named(ModelId other) {
        return new ModelSummary(other, config, parameters, parts, alphabet, step);
    }

    /** The same with its parts told otherwise, as with adapters. */
    public ModelSummary with(List<Part> other) {
        long all = other.stream().mapToLong(Part::parameters).sum();
        return new ModelSummary(id, config, all, other, alphabet, step);
    }

    /**
     * One part of the model.
     *
     * @param name as the field names it
     * @param detail sizes, for people
     * @param parameters numbers that are learned in it
     * @param output shape of what it hands on, without the batch, for people
     * @param trained how many of the numbers train
     * @param adapters how many of them are those of adapters
     */
    public record Part(String name, String detail, long parameters, String output, long trained, long adapters) {
        /** A part that trains altogether. */
        public Part(String name, String detail, long parameters, String output) {
            this(name, detail, parameters, output, parameters, 0);
        }
    }
}
