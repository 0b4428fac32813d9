package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.MetricLine;
import dev.patchbook.checkpoint.RunFolder;
import dev.patchbook.checkpoint.SafetensorsFile;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.ModelSummary.Part;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs of which only some parts train, in stages, or with adapters, on the real engine. */
class WhatTrainsRunsTest extends EngineFixture {
    private static TrainSummary run(String name, Map<String, String> settings, List<TrainEvent> events)
            throws Exception {
        return get(engine.train(request(name, settings), events::add));
    }

    private static TrainSummary resume(String name, Map<String, String> settings) throws Exception {
        TrainRequest on = new TrainRequest(
                model.id(), data.id(), TinyData.train(settings), folder.resolve(name), true, Map.of("train", settings));
        return get(engine.train(on, event -> {}));
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(key, value);
        return all;
    }

    private static Map<String, float[]> weights(String run, int step) {
        Map<String, float[]> all = new HashMap<>();
        Checkpoint checkpoint = Checkpoint.read(folder.resolve(run).resolve("checkpoints/%06d".formatted(step)));
        try (SafetensorsFile file = checkpoint.openModel()) {
            file.names().forEach(name -> all.put(name, file.floats(name)));
        }
        return all;
    }

    @Test
    void whatIsFrozenStaysBitForBit() throws Exception {
        Map<String, String> settings = Map.of(
                "steps", "6",
                "train", "projector, decoder.1",
                "weight-decay", "0.1",
                "dropout", "0.2",
                "checkpoint-every", "1",
                "evaluate-every", "2");
        run("frozen", settings, new ArrayList<>());
        Map<String, float[]> first = weights("frozen", 1);
        Map<String, float[]> last = weights("frozen", 6);
        first.forEach((name, before) -> {
            boolean trains = name.contains("image_projection") || name.startsWith("decoder.blocks.1.");
            assertThat(Arrays.equals(before, last.get(name))).as(name).isEqualTo(!trains);
        });
        try (SafetensorsFile moments = Checkpoint.read(folder.resolve("frozen")).openOptimizer()) {
            assertThat(moments.names())
                    .allMatch(name -> name.contains("image_projection") || name.contains("blocks.1."));
        }
    }

    @Test
    void stagesGoOnExactlyWhereverARunIsStopped() throws Exception {
        Map<String, String> settings = Map.of(
                "stages", "projector 3; projector+decoder 3 at 0.0005; all 3",
                "dropout", "0.2",
                "weight-decay", "0.05",
                "schedule", "cosine",
                "schedule-steps", "9",
                "evaluate-every", "2");
        List<TrainEvent> events = new ArrayList<>();
        run("straight", settings, events);
        for (int stop : new int[] {2, 3, 5, 6, 8}) {
            String name = "stopped-" + stop;
            run(name, with(settings, "steps", Integer.toString(stop)), new ArrayList<>());
            assertThat(resume(name, with(settings, "steps", "9")).step()).isEqualTo(9);
            for (String file : List.of("model.safetensors", "optimizer.safetensors")) {
                assertThat(folder.resolve(name + "/checkpoints/000009/" + file))
                        .as(name)
                        .hasSameBinaryContentAs(folder.resolve("straight/checkpoints/000009/" + file));
            }
            assertThat(stages(name)).isEqualTo(stages("straight"));
        }
        assertThat(stages("straight")).containsExactly("0 projector", "3 projector, decoder", "6 all");
        assertThat(events)
                .filteredOn(TrainEvent.Stage.class::isInstance)
                .map(event -> (TrainEvent.Stage) event)
                .satisfiesExactly(
                        stage -> assertThat(trained(stage)).containsExactly("projector"),
                        stage -> assertThat(trained(stage))
                                .containsExactly("projector", "token embedding", "causal decoder"),
                        stage -> assertThat(trained(stage)).hasSize(7));
        assertThat(events)
                .filteredOn(event -> event instanceof TrainEvent.Step step && step.step() == 3)
                .map(event -> ((TrainEvent.Step) event).learningRate())
                .allSatisfy(rate -> assertThat(rate).isBetween(0.0002, 0.0005));
    }

    private static List<String> stages(String run) {
        return RunFolder.read(folder.resolve(run)).metrics().stream()
                .filter(line -> line.event().equals("stage"))
                .map((MetricLine line) -> line.step() + " " + line.reason())
                .toList();
    }

    private static List<String> trained(TrainEvent.Stage stage) {
        return stage.parts().stream()
                .filter(part -> part.trained() > 0)
                .map(Part::name)
                .toList();
    }

    @Test
    void adaptersAreKeptMergedAndTakenInAgain() throws Exception {
        Map<String, String> settings = Map.of(
                "steps", "12",
                "train", "projector, lora",
                "lora", "rank 2, alpha 8, dropout 0.1, all of decoder+vision.1",
                "learning-rate", "0.05",
                "weight-decay", "0.01");
        List<TrainEvent> events = new ArrayList<>();
        TrainSummary trained = run("adapted", settings, events);
        Map<String, float[]> weights = weights("adapted", 12);
        assertThat(weights.keySet())
                .contains(
                        "decoder.blocks.1.attn.query.lora_A.weight",
                        "decoder.blocks.0.attn.proj.lora_B.weight",
                        "vision_encoder.blocks.1.attn.value.lora_B.weight")
                .doesNotContain("vision_encoder.blocks.0.attn.value.lora_B.weight");
        assertThat(weights.get("decoder.blocks.1.attn.query.lora_B.weight")).doesNotContain(0);
        List<Part> parts = ((TrainEvent.Stage) events.get(0)).parts();
        assertThat(parts.get(5).adapters())
                .isEqualTo(2L * 4 * 2 * 2 * 16)
                .isEqualTo(parts.get(5).trained());
        AttentionView before = get(engine.attention(look(trained.model(), TinyData.attention("validation 1"))));
        String caption = caption(trained.model());

        LocalTools tools = new LocalTools(2);
        Path file = folder.resolve("merged.safetensors");
        tools.exportWeights(folder.resolve("adapted"), file);
        Path alphabet = Files.writeString(folder.resolve("alphabet.txt"), String.join("", data.alphabet()));
        tools.importWeights(file, Variant.STANDARD, alphabet.toString(), folder.resolve("merged"));
        same(before, get(engine.open(folder.resolve("merged"), data.id())).id(), caption);

        ModelId opened = get(engine.open(folder.resolve("adapted"), data.id())).id();
        AttentionView again = get(engine.attention(look(opened, TinyData.attention("validation 1"))));
        assertThat(again.text().data()).isEqualTo(before.text().data());

        // what trains on from it starts from the merged weights
        TrainRequest next = new TrainRequest(
                opened,
                data.id(),
                TinyData.train(Map.of("steps", "1", "learning-rate", "0", "train", "head")),
                folder.resolve("next"),
                false,
                Map.of("train", Map.of("train", "head")));
        same(before, get(engine.train(next, event -> {})).model(), caption);
        assertThat(weights("next", 1).keySet()).noneMatch(name -> name.contains("lora"));
    }

    private static void same(AttentionView before, ModelId id, String caption) throws Exception {
        AttentionView now = get(engine.attention(look(id, TinyData.attention("validation 1"))));
        assertThat(now.text().data()).containsExactly(before.text().data(), within(1e-5f));
        assertThat(now.vision().data()).containsExactly(before.vision().data(), within(1e-5f));
        assertThat(caption(id)).isEqualTo(caption);
    }

    private static String caption(ModelId id) throws Exception {
        return get(engine.sample(sample(id, "validation 1", Map.of("max-tokens", "12")), token -> {}))
                .caption();
    }

    @Test
    void anAdaptedRunGoesOnExactly() throws Exception {
        Map<String, String> settings = Map.of(
                "steps", "6",
                "stages", "projector 2; projector+lora 4",
                "lora", "rank 2, dropout 0.3",
                "dropout", "0.1");
        run("lora-straight", settings, new ArrayList<>());
        run("lora-stopped", with(settings, "steps", "4"), new ArrayList<>());
        assertThat(resume("lora-stopped", Map.of("steps", "6")).step()).isEqualTo(6);
        for (String file : List.of("model.safetensors", "optimizer.safetensors", "provenance.json")) {
            assertThat(folder.resolve("lora-stopped/checkpoints/000006/" + file))
                    .hasSameBinaryContentAs(folder.resolve("lora-straight/checkpoints/000006/" + file));
        }
    }

    @Test
    void aStageThatBreaksGoesBackToTheOneThatWasGood() throws Exception {
        Map<String, String> settings = Map.of(
                "stages", "projector 3; head 60 at 10", // with this decay the head grows without bound
                "weight-decay", "10",
                "schedule-steps", "9",
                "evaluate-every", "0");
        assertThat(run("breaks", settings, new ArrayList<>()).reason()).isEqualTo(TrainEvent.Reason.DIVERGED);
        Checkpoint good = Checkpoint.read(folder.resolve("breaks"));
        assertThat(good.step()).isLessThanOrEqualTo(3);
        good.openOptimizer().close();
        assertThat(resume("breaks", with(settings, "steps", "3")).step()).isEqualTo(3);
        run("well", with(settings, "steps", "3"), new ArrayList<>());
        for (String file : List.of("model.safetensors", "optimizer.safetensors")) {
            assertThat(folder.resolve("breaks/checkpoints/000003/" + file))
                    .hasSameBinaryContentAs(folder.resolve("well/checkpoints/000003/" + file));
        }
    }

    @Test
    void blocksThatAreNotThereAreNamed() {
        assertThatThrownBy(() -> run("nowhere", Map.of("train", "vision.7"), new ArrayList<>()))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        problem -> assertThat(problem.key()).isEqualTo("train"));
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }
}
