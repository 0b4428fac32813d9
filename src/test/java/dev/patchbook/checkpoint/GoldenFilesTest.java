package dev.patchbook.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files PyTorch wrote: they open, their sizes are found, and a copy holds the same values. */
class GoldenFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void sizesAreReadOffTheShapes(Variant variant) {
        try (SafetensorsFile file = golden(variant, "weights")) {
            Map<String, String> told = file.metadata();
            ModelConfig config = ArticleWeights.config(file, variant);
            assertThat(config.vision().image()).isEqualTo(number(told, "image_size"));
            assertThat(config.vision().patch()).isEqualTo(number(told, "patch_size"));
            assertThat(config.vision().width()).isEqualTo(number(told, "vision_width"));
            assertThat(config.vision().blocks()).isEqualTo(number(told, "vision_blocks"));
            assertThat(config.vision().heads()).isEqualTo(number(told, "heads"));
            assertThat(config.decoder().width()).isEqualTo(number(told, "decoder_width"));
            assertThat(config.decoder().blocks()).isEqualTo(number(told, "decoder_blocks"));
            assertThat(config.decoder().heads()).isEqualTo(number(told, "heads"));
            assertThat(config.decoder().vocabulary()).isEqualTo(number(told, "vocabulary"));
            assertThat(config.decoder().pad()).isEqualTo(number(told, "pad_id"));
            assertThat(config.decoder().positions()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNamesAreThoseOfTheStateDict(Variant variant) {
        try (SafetensorsFile file = golden(variant, "weights")) {
            Map<String, int[]> layout = ArticleWeights.shapes(ArticleWeights.config(file, variant));
            assertThat(file.names()).containsExactlyInAnyOrderElementsOf(layout.keySet());
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesSurviveACopy(Variant variant) throws IOException {
        Path copy = folder.resolve("copy.safetensors");
        try (SafetensorsFile file = golden(variant, "weights")) {
            SafetensorsWriter.write(copy, TensorSource.of(file), Map.of());
            try (SafetensorsFile again = SafetensorsFile.open(copy)) {
                assertThat(again.names()).isEqualTo(file.names());
                file.names().forEach(name -> assertThat(again.floats(name)).isEqualTo(file.floats(name)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void inputsAndExpectedValuesAreRead(Variant variant) {
        try (SafetensorsFile inputs = golden(variant, "inputs");
                SafetensorsFile expected = golden(variant, "expected")) {
            assertThat(inputs.dtype("tokens")).isEqualTo(DType.I64);
            assertThat(inputs.ints("tokens")).hasSize(36);
            assertThat(IntStream.of(inputs.ints("tokens"))).allMatch(token -> token >= 0 && token < 20);
            float[] images = inputs.floats("images");
            assertThat(images).hasSize(3 * 3 * 32 * 32);
            assertThat(IntStream.range(0, images.length)).allMatch(i -> images[i] >= 0 && images[i] <= 1);
            assertThat(expected.floats("adam.losses")).hasSize(21);
            assertThat(expected.floats("adam.losses")[0]).isCloseTo(expected.floats("loss")[0], within(1e-4f));
            assertThat(expected.has("greedy.published")).isEqualTo(variant != Variant.GIT);
        }
    }

    @Test
    void weightsOfAnotherVariantAreRefusedByName() {
        try (SafetensorsFile file = golden(Variant.GIT, "weights")) {
            assertThatThrownBy(() -> ArticleWeights.config(file, Variant.STANDARD))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("decoder.image_projection.net.0.weight");
        }
    }

    @Test
    void weightsBeyondTheBoundsOfTheSettingsAreRefused() {
        List<TensorSource> broken;
        Path path = folder.resolve("broken.safetensors");
        try (SafetensorsFile file = golden(Variant.STANDARD, "weights")) {
            // A kernel of height nothing lets the other sizes be absurd without any data.
            broken = TensorSource.of(file).stream()
                    .map(tensor -> tensor.name().equals("vision_encoder.patch_embedding.conv.weight")
                            ? new TensorSource(
                                    tensor.name(), new int[] {32, 0, Integer.MAX_VALUE, 8}, () -> new float[0])
                            : tensor)
                    .collect(Collectors.toList());
            SafetensorsWriter.write(path, broken, Map.of());
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThatThrownBy(() -> ArticleWeights.config(file, Variant.STANDARD))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("image-size");
        }
    }

    @Test
    void storedMasksAreIgnored() {
        Path path = folder.resolve("masks.safetensors");
        try (SafetensorsFile file = golden(Variant.PUBLISHED, "weights")) {
            List<TensorSource> all = TensorSource.of(file).stream().collect(Collectors.toList());
            all.add(new TensorSource("decoder.blocks.0.attn.heads.0.tril", new int[] {2, 2}, () -> new float[4]));
            SafetensorsWriter.write(path, all, Map.of());
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(ArticleWeights.config(file, Variant.PUBLISHED).vision().width())
                    .isEqualTo(32);
        }
    }

    private static int number(Map<String, String> told, String key) {
        return Integer.parseInt(told.getOrDefault(key, ""));
    }

    private static SafetensorsFile golden(Variant variant, String kind) {
        return SafetensorsFile.open(Path.of("src/test/resources/golden", variant.id() + "." + kind + ".safetensors"));
    }
}
