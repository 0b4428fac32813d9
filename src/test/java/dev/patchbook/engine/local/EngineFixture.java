package dev.patchbook.engine.local;

import dev.patchbook.config.Variant;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainingJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A real engine with small data and a tiny model, for the tests of one class. */
abstract class EngineFixture {
    @TempDir
    static Path folder;

    static LocalEngine engine;
    static DataSummary data;
    static ModelSummary model;
    private final List<Job<?>> running = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        TinyData.write(folder);
        engine = new LocalEngine(2);
        data = get(engine.load(TinyData.request(folder, Map.of())));
        model = get(engine.build(data.id(), TinyData.model(Variant.STANDARD)));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    /** A long run that ends with its test, whatever comes of that. */
    TrainingJob longRun(String run, Consumer<TrainEvent> events) {
        TrainingJob job = engine.train(request(run, Map.of("steps", "100000", "evaluate-every", "0")), events);
        running.add(job);
        return job;
    }

    @AfterEach
    void stopRuns() {
        running.forEach(Job::cancel);
    }

    static <T> T get(Job<T> job) throws InterruptedException {
        try {
            return job.result().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (TimeoutException e) {
            throw new AssertionError("still " + job.progress(), e);
        }
    }

    static TrainRequest request(String run, Map<String, String> settings) {
        return new TrainRequest(
                model.id(),
                data.id(),
                TinyData.train(settings),
                folder.resolve(run),
                false,
                Map.of("data", Map.of(), "model", Map.of("preset", "tiny"), "train", settings));
    }

    static LookRequest look(ModelId id, ViewSettings settings) {
        return new LookRequest(id, settings, folder, false);
    }

    static SampleRequest sample(ModelId id, String image, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("image", image);
        return new SampleRequest(id, TinyData.sample(all), folder, false, false);
    }
}
