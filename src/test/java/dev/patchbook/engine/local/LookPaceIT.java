package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.DataSettings;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.Preset;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long looks into the published model take while it trains; measured and said, not held to a limit. */
@Timeout(900)
class LookPaceIT {
    private static final Logger LOG = LoggerFactory.getLogger(LookPaceIT.class);

    @TempDir
    Path folder;

    @Test
    void looksOfThePublishedModelBetweenItsSteps() throws Exception {
        try (LocalEngine engine = new LocalEngine(2)) {
            DataSettings scenes = DataSettings.of(Map.of("file", "sample:scenes"), Preset.PUBLISHED, Variant.STANDARD);
            DataSummary data = get(engine.load(new DataRequest(folder, scenes, false)));
            ModelSummary model = get(engine.build(data.id(), ModelSettings.of(Map.of("preset", "published"))));
            AtomicLong steps = new AtomicLong();
            AtomicLong stepMs = new AtomicLong();
            TrainSettings settings =
                    TrainSettings.of(Map.of("steps", "100000", "evaluate-every", "0"), Preset.PUBLISHED);
            TrainRequest request = new TrainRequest(
                    model.id(), data.id(), settings, folder.resolve("run"), false, Map.of("data", Map.of()));
            TrainingJob run = engine.train(request, event -> {
                if (event instanceof TrainEvent.Step step) {
                    steps.set(step.step());
                    stepMs.set(Math.round(step.ms()));
                }
            });
            while (steps.get() < 3) {
                assertThat(run.result()).isNotDone();
                Thread.sleep(10);
            }
            LookRequest look = new LookRequest(run.model(), TinyData.attention("validation 0"), folder, false);
            for (int i = 0; i < 4; i++) {
                long asked = System.nanoTime();
                AttentionView view = get(engine.attention(look));
                assertThat(view.vision().shape()[0]).isEqualTo(3);
                LOG.warn(
                        "attention of the published model, asked for {} ms before; a step takes {} ms",
                        since(asked),
                        stepMs);
            }
            long before = steps.get();
            long asked = System.nanoTime();
            TokenMaps maps = get(engine.inside().tokens(TextLook.own(look)));
            LOG.warn(
                    "gradient and covering of {} characters and {} patches: {} ms, {} steps meanwhile",
                    maps.tokens().size(),
                    maps.grid() * maps.grid(),
                    since(asked),
                    steps.get() - before);
            assertThat(steps.get()).isGreaterThan(before);
            run.cancel();
        }
    }

    private static long since(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private static <T> T get(Job<T> job) throws Exception {
        return job.result().get(5, TimeUnit.MINUTES);
    }
}
