package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.engine.TrainEvent.Step;
import dev.patchbook.engine.TrainingJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checkpoints of a run are looked at between its steps, as if each were opened by itself. */
class PastModelsTest extends EngineFixture {
    /** What the three kinds of cells show. */
    private record Looks(float[] norms, float[] attention, Generation caption) {
        void same(Looks other) {
            assertThat(norms).isEqualTo(other.norms);
            assertThat(attention).isEqualTo(other.attention);
            assertThat(caption.tokens()).isEqualTo(other.caption.tokens());
        }
    }

    private static Looks looks(ModelId model, int step) throws InterruptedException {
        String at = Integer.toString(step);
        ViewSettings view = ViewSettings.attention(Map.of("image", "validation 1", "step", at));
        AttentionView attention = get(engine.attention(look(model, view)));
        PatchView patches = get(engine.patches(look(model, view)));
        Generation caption = get(engine.sample(sample(model, "validation 1", Map.of("step", at)), token -> {}));
        if (step > 0) {
            assertThat(attention.step()).isEqualTo(step);
        }
        return new Looks(patches.norms().data(), attention.text().data(), caption);
    }

    @Test
    void everyKindOfLookHasTheWeightsOfThenWhileTheRunGoesOn() throws Exception {
        Watched events = new Watched();
        Map<String, String> settings =
                Map.of("steps", "100000", "evaluate-every", "0", "checkpoint-every", "10", "learning-rate", "0.01");
        TrainingJob job = engine.train(request("past", settings), events);
        List<Looks> then = new ArrayList<>();
        try {
            events.await(Saved.class, 3);
            for (int step : new int[] {10, 30, 20, 10}) {
                int before = events.all(Step.class).size();
                then.add(looks(job.model(), step));
                events.await(Step.class, before + 3);
            }
        } finally {
            job.cancel();
        }
        get(job);
        then.get(3).same(then.get(0));
        assertThat(then.get(0).attention()).isNotEqualTo(then.get(1).attention());
        for (int i = 0; i < 3; i++) {
            String folderName = List.of("000010", "000030", "000020").get(i);
            ModelSummary opened = get(engine.open(folder.resolve("past/checkpoints/" + folderName), data.id()));
            looks(opened.id(), 0).same(then.get(i));
            engine.release(opened.id());
        }
    }
}
