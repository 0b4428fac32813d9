package dev.patchbook.engine.local;

import dev.patchbook.config.ParameterLayout;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.PartList;

/** What the port tells of a model. */
final class ModelSummaries {
    private ModelSummaries() {}

    static ModelSummary of(ModelId id, LoadedModel model) {
        ParameterLayout layout = ParameterLayout.of(model.config());
        return new ModelSummary(
                id,
                model.config(),
                layout.length(),
                PartList.of(model.config()),
                model.tokenizer().alphabet(),
                model.step());
    }
}
