package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.SafetensorsFile;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.Tools;
import dev.patchbook.engine.Tools.BenchRequest;
import dev.patchbook.engine.Tools.FixtureReport;
import dev.patchbook.engine.Tools.ProfileLine;
import dev.patchbook.engine.Tools.StepProfile;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalToolsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final List<String> GROUPS =
            List.of("activations", "attention", "logits", "loss", "gradients", "adam", "greedy");

    @TempDir
    Path folder;

    private final Tools tools = new LocalTools(2);

    @Test
    void agreesWithTheReferenceValues() {
        List<FixtureReport> reports = tools.verify(GOLDEN);
        assertThat(reports).extracting(FixtureReport::fixture).containsExactly("git", "published", "standard");
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.variant()).isEqualTo(report.fixture());
            assertThat(report.groups().keySet()).containsExactlyElementsOf(GROUPS);
            assertThat(report.pass()).as("%s", report).isTrue();
        });
    }

    @Test
    void aWrongWeightIsNoticed() throws IOException {
        copy("inputs", Map.of());
        copy("expected", Map.of());
        copy("weights", Map.of("decoder.blocks.1.ln2.bias", 0.01f));
        FixtureReport report = tools.verify(folder).get(0);
        assertThat(report.pass()).isFalse();
        assertThat(report.groups().get("attention").abs()).isLessThan(1e-4); // before it
        assertThat(report.groups().get("logits").abs()).isGreaterThan(1e-3);
    }

    @Test
    void aWrongGradientOrTokenIsNoticed() throws IOException {
        copy("inputs", Map.of());
        copy("weights", Map.of());
        copy("expected", Map.of("grad.vision_encoder.cls_token", 0.5f));
        assertThat(tools.verify(folder).get(0).pass()).isFalse();
        copy("expected", Map.of("greedy.published.logits", 0.5f));
        assertThat(tools.verify(folder).get(0).pass()).isFalse();
        copy("expected", Map.of("adam.losses", 0.1f));
        assertThat(tools.verify(folder).get(0).pass()).isFalse();
        copy("expected", Map.of());
        assertThat(tools.verify(folder).get(0).pass()).isTrue();
    }

    /** A file of the standard fixture, the first value of some tensors changed. */
    private void copy(String part, Map<String, Float> changes) throws IOException {
        Path source = GOLDEN.resolve("standard." + part + ".safetensors");
        Path target = folder.resolve("standard." + part + ".safetensors");
        if (changes.isEmpty()) {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        byte[] bytes = Files.readAllBytes(source);
        ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) content.getLong(0);
        String header = new String(bytes, 8, length, StandardCharsets.US_ASCII);
        changes.forEach((name, change) -> {
            int at = header.indexOf("data_offsets", header.indexOf('"' + name + '"'));
            String offset = header.substring(header.indexOf('[', at) + 1, header.indexOf(',', at));
            int place = 8 + length + Integer.parseInt(offset.strip());
            content.putFloat(place, content.getFloat(place) + change);
        });
        Files.write(target, bytes);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        copy("weights", Map.of());
        copy("inputs", Map.of());
        assertThatThrownBy(() -> tools.verify(folder))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("standard.expected.safetensors");
        assertThatThrownBy(() -> tools.verify(folder.resolve("nowhere"))).isInstanceOf(UserFacingException.class);
    }

    @Test
    void profilesAStep() {
        StepProfile profile = tools.profile(new BenchRequest(Preset.TINY, Variant.GIT, 2, 16, 2, true, "all"));
        assertThat(profile.gigaflops()).isPositive();
        assertThat(profile.gigabytes()).isPositive();
        assertThat(profile.lines())
                .extracting(ProfileLine::operation)
                .contains("adam", "linear", "linear_bp", "attention_bp", "layer_norm", "cross_entropy");
        assertThat(profile.lines()).allSatisfy(line -> {
            assertThat(line.ms()).isPositive();
            assertThat(line.count()).isPositive();
            assertThat(line.gflop() > 0).isEqualTo(line.operation().matches("(linear|attention)(_bp)?"));
        });
    }

    @Test
    void timesEverything() {
        Map<String, Double> times = tools.bench(new BenchRequest(Preset.TINY, Variant.STANDARD, 2, 16, 2, true, "all"));
        assertThat(times.keySet())
                .containsExactly(
                        "forward_ms",
                        "forward_ms_min",
                        "forward_backward_ms",
                        "forward_backward_ms_min",
                        "update_ms",
                        "update_ms_min",
                        "step_ms",
                        "step_ms_min",
                        "token_ms",
                        "token_ms_min",
                        "peak_rss_mb");
        assertThat(times.values()).allSatisfy(time -> assertThat(time).isPositive());
        assertThat(times.get("step_ms_min")).isLessThanOrEqualTo(times.get("step_ms"));
        assertThatThrownBy(() -> tools.bench(new BenchRequest(Preset.TINY, Variant.GIT, 2, 1000, 2, true, "all")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("room for");
    }

    @Test
    void timesStepsWithDropoutAndWithoutInTurns() {
        Map<String, Double> times =
                tools.dropoutCost(new BenchRequest(Preset.TINY, Variant.GIT, 2, 16, 3, false, "all"));
        assertThat(times.keySet())
                .containsExactly(
                        "step_ms", "step_ms_min", "without_dropout_ms", "without_dropout_ms_min", "dropout_ratio");
        assertThat(times.values()).allSatisfy(time -> assertThat(time).isPositive());
    }

    @Test
    void takesWeightsInAndGivesThemBack() throws IOException {
        Path weights = GOLDEN.resolve("published.weights.safetensors");
        Path alphabet = Files.writeString(folder.resolve("alphabet.txt"), "abcdefghijklmnopqrs");
        Path checkpoint = folder.resolve("checkpoint");
        tools.importWeights(weights, Variant.PUBLISHED, alphabet.toString(), checkpoint);
        try (LocalEngine engine = new LocalEngine(1)) {
            var summary = engine.open(checkpoint).result().join();
            assertThat(summary.config().vision().heads()).isEqualTo(4);
            assertThat(summary.config().decoder().vocabulary()).isEqualTo(20);
            assertThat(summary.step()).isZero();
        }
        Path back = folder.resolve("back.safetensors");
        tools.exportWeights(checkpoint, back);
        try (SafetensorsFile before = SafetensorsFile.open(weights);
                SafetensorsFile after = SafetensorsFile.open(back)) {
            assertThat(after.names()).containsExactlyInAnyOrderElementsOf(before.names());
            for (String name : before.names()) {
                assertThat(after.floats(name)).isEqualTo(before.floats(name));
            }
        }
        assertThatThrownBy(() -> tools.importWeights(weights, Variant.PUBLISHED, alphabet.toString(), checkpoint))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("not an empty folder");
        assertThatThrownBy(
                        () -> tools.importWeights(weights, Variant.PUBLISHED, "shakespeare", folder.resolve("other")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("20 tokens")
                .hasMessageContaining("65 characters");
        assertThatThrownBy(
                        () -> tools.importWeights(weights, Variant.GIT, alphabet.toString(), folder.resolve("other")))
                .isInstanceOf(UserFacingException.class);
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void checksRowsWithoutNativeLibraries() throws Exception {
        TinyData.write(folder);
        String without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        !entry.matches(".*(nd4j|openblas|javacpp|opencv|deeplearning4j|datavec)[^/\\\\]*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        without,
                        CheckAlone.class.getName(),
                        folder.resolve("tiny.csv").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("13 rows, 12 usable, problems [13]");
    }

    /** Runs a check in a JVM of its own. */
    static final class CheckAlone {
        private CheckAlone() {}

        private static DataRequest request(String file) {
            return new DataRequest(
                    Path.of(""), DataSettings.of(Map.of("file", file), Preset.TINY, Variant.STANDARD), true);
        }

        public static void main(String[] arguments) {
            List<Long> problems = new ArrayList<>();
            Tools.CheckSummary summary = new LocalTools()
                    .check(request(arguments[0]), problem -> problems.add(problem.row()), new CancelToken());
            System.out.println(summary.rows() + " rows, " + summary.usable() + " usable, problems " + problems);
        }
    }
}
