package dev.patchbook.engine.local;

import dev.patchbook.config.Variant;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.TrainRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A process that trains up to a step, or goes on with a run: data's folder, run's folder, steps, whether to go on. */
final class ResumeProcess {
    private ResumeProcess() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Map<String, String> settings = new HashMap<>(
                Map.of("seed", "11", "dropout", "0.3", "learning-rate", "0.01", "schedule", "cosine", "warm-up", "5"));
        settings.putAll(Map.of("clip", "1", "weight-decay", "0.1", "augment", "flip", "evaluate-every", "8"));
        settings.putAll(Map.of("schedule-steps", "40", "steps", args[2]));
        try (LocalEngine engine = new LocalEngine(2)) {
            DataSummary data =
                    engine.load(TinyData.request(folder, Map.of())).result().join();
            ModelSummary model = engine.build(data.id(), TinyData.model(Variant.STANDARD))
                    .result()
                    .join();
            TrainRequest request = new TrainRequest(
                    model.id(),
                    data.id(),
                    TinyData.train(settings),
                    folder.resolve(args[1]),
                    Boolean.parseBoolean(args[3]),
                    Map.of("model", Map.of("preset", "tiny"), "train", settings));
            engine.train(request, event -> {}).result().join();
        }
    }
}
