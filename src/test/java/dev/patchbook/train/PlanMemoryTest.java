package dev.patchbook.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Variant;
import dev.patchbook.model.ModelGraph;
import dev.patchbook.model.ModelGraph.Placement;
import dev.patchbook.model.TinyModels;
import dev.patchbook.model.VisionLanguageModel;
import dev.patchbook.plan.Arena;
import dev.patchbook.plan.ExecutionPlan;
import dev.patchbook.plan.Tensor;
import dev.patchbook.plan.Workers;
import dev.patchbook.sample.ModelRuntime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SameDiff;

/** Plans share one copy of the weights, and one stretch of memory for what they compute. */
class PlanMemoryTest {
    private static final ModelConfig CONFIG = TinyModels.config(Variant.STANDARD);

    @Test
    void aGraphForThePlanHoldsNoWeightsOfItsOwn() {
        ModelGraph graph = new VisionLanguageModel(CONFIG).lossGraph(2, 5, 0.1);
        SameDiff both = graph.differentiate(VisionLanguageModel.LOSS);
        assertThat(graph.placements()).isNotEmpty();
        for (Placement placement : graph.placements()) {
            assertThat(graph.sameDiff().getVariable(placement.name()).getArr()).isNull();
            assertThat(both.getVariable(placement.name()).getArr()).isNull();
        }
    }

    @Test
    void aLargerPlanTakesTheMemoryOfASmallerOneWhichSaysSo() {
        try (Workers workers = new Workers(1);
                ModelRuntime runtime = new ModelRuntime(CONFIG, TinyModels.parameters(CONFIG, 4), workers);
                Arena arena = new Arena()) {
            ExecutionPlan small = plan(runtime, arena, 5);
            small.run();
            ExecutionPlan same = plan(runtime, arena, 5);
            small.run();
            same.run();
            ExecutionPlan large = plan(runtime, arena, 20);
            large.run();
            assertThatThrownBy(small::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("memory");
        }
    }

    private static ExecutionPlan plan(ModelRuntime runtime, Arena arena, int tokens) {
        BatchFeeds feeds = BatchFeeds.of(2, tokens, 8);
        Map<String, Tensor> bound = feeds.byName();
        return runtime.plan(runtime.model().lossGraph(2, tokens, 0), bound, List.of(VisionLanguageModel.LOSS), arena);
    }
}
