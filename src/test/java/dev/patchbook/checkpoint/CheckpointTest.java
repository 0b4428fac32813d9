package dev.patchbook.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() {
        Path path = folder.resolve("checkpoints/000020");
        write(path, 1);
        Checkpoint read = Checkpoint.read(path);
        assertThat(read.step()).isEqualTo(20);
        assertThat(read.info()).isEqualTo(Samples.info(20));
        assertThat(read.info().written(Group.TRAIN)).containsEntry("seed", "7");
        try (SafetensorsFile model = read.openModel();
                SafetensorsFile optimizer = read.openOptimizer()) {
            Samples.values(Samples.model(), 1)
                    .forEach((name, tensor) -> assertThat(model.floats(name)).isEqualTo(tensor.data()));
            Samples.values(Samples.model(), 3)
                    .forEach((name, tensor) ->
                            assertThat(optimizer.floats("exp_avg_sq." + name)).isEqualTo(tensor.data()));
        }
    }

    @Test
    void equalContentIsEqualBytes() throws IOException {
        write(folder.resolve("a"), 1);
        write(folder.resolve("b"), 1);
        assertThat(digests(folder.resolve("a")))
                .isEqualTo(digests(folder.resolve("b")))
                .hasSize(5);
    }

    @Test
    void theFilesReadAsTheyAreDescribed() throws IOException {
        write(folder.resolve("a"), 1);
        assertThat(folder.resolve("a/tokenizer.json")).content().isEqualToIgnoringWhitespace("""
                {"format":"patchbook-characters","version":1,"alphabet":["\\n","a","é","🙂"],"begin":4,"end":5,"pad":6}
                """);
        assertThat(folder.resolve("a/provenance.json")).content().isEqualTo("""
                {
                  "data" : "sha256:00ff",
                  "seed" : 7,
                  "step" : 20,
                  "threads" : 2,
                  "versions" : {
                    "app" : "0.1",
                    "nd4j" : "1.0.0-M2.1 linux",
                    "jvm" : "17.0.15"
                  }
                }
                """);
        assertThat(Files.readString(folder.resolve("a/config.json")))
                .startsWith("{\n  \"format\" : 1,\n  \"data\" : {");
    }

    @Test
    void aCheckpointReplacesAnEarlierOne() {
        Path path = folder.resolve("000020");
        write(path, 1);
        write(path, 5);
        try (SafetensorsFile model = Checkpoint.read(path).openModel()) {
            String name = "decoder.lm_head.bias";
            assertThat(model.floats(name))
                    .isEqualTo(Samples.values(Samples.model(), 5).get(name).data());
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.{old,new}");
    }

    @Test
    void failingInTheMiddleLeavesTheEarlierOne() throws IOException {
        Path path = folder.resolve("000020");
        write(path, 1);
        Map<String, String> before = digests(path);
        List<TensorSource> weights = new ArrayList<>(Samples.weights(2));
        TensorSource last = weights.remove(weights.size() - 1);
        weights.add(new TensorSource(last.name(), last.shape(), () -> {
            throw new UncheckedIOException(new IOException("disk full"));
        }));
        assertThatThrownBy(() -> Checkpoint.write(path, Samples.info(20), weights, Checkpoint.Moments.NONE))
                .isInstanceOf(UserFacingException.class);
        assertThat(digests(path)).isEqualTo(before);
        try (Stream<Path> list = Files.list(folder)) {
            assertThat(list).containsExactly(path);
        }
    }

    @Test
    void aCrashBetweenTheTwoRenamesIsRepairedOnReading() throws IOException {
        Path path = folder.resolve("000020");
        write(path, 1);
        Files.move(path, folder.resolve(".000020.old"));
        Files.createDirectory(folder.resolve(".000020.new"));
        assertThat(Checkpoint.read(path).step()).isEqualTo(20);
        write(path, 2);
        assertThat(Checkpoint.read(path).step()).isEqualTo(20);
    }

    @Test
    void withoutTheOptimizerItCanBeUsedButNotTrainedOn() {
        Path path = folder.resolve("000020");
        write(path, 1);
        Checkpoint.read(path).dropOptimizer();
        Checkpoint read = Checkpoint.read(path);
        assertThat(read.hasOptimizer()).isFalse();
        assertThatThrownBy(read::openOptimizer)
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("optimizer.safetensors");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            config.json     | "format" : 1           | "format" : 2          | newer
            config.json     | "vision-width" : 16    | "vision-width" : 32   | cls_token
            config.json     | "vision-width" : 16    | "vision-width" : 17   | multiple
            config.json     | "vision-blocks" : 2    | "vision-blocks" : 1   | which the model has not
            config.json     | "vision-blocks" : 2    | "vision-blocks" : 2000000000 | vision-blocks
            config.json     | "vocabulary" : 7       | "vocabulary" : 8      | tokenizer.json
            config.json     | "pad" : 6              | "pad" : 6, "more" : 1 | unknown field “resolved.more”
            config.json     | "positions" : 300,     | ``                    | “resolved.positions” is missing
            config.json     | "positions" : 300,     | "positions" : 300, "positions" : 300, | JSON
            config.json     | "variant" : "standard" | "variant" : "other"   | does not know
            config.json     | "seed" : "7"           | "sead" : "7"          | sead
            config.json     | "seed" : "7"           | "seed" : 7            | is not a text
            config.json     | "seed" : "7"           | "seed" : "x"          | whole number
            tokenizer.json  | "pad" : 6              | "pad" : 5             | not the last
            tokenizer.json  | "a"                    | "ab"                  | not one character
            tokenizer.json  | "a"                    | "\\n"                 | code point order
            tokenizer.json  | "begin" : 4            | "begin" : null        | end token
            tokenizer.json  | patchbook-characters   | patchbook-words       | format
            tokenizer.json  | }                      | } {}                  | JSON
            provenance.json | "step" : 20            | "step" : -1           | between
            provenance.json | "step" : 20            | "step" : 20.5         | whole number
            provenance.json | "step" : 20            | "step" : 99999999999999999999999 | whole number
            """)
    void aFileThatWasChangedIsRefusedInPlainWords(String file, String from, String to, String told) throws IOException {
        Path path = folder.resolve("000020");
        write(path, 1);
        Path changed = path.resolve(file);
        String text = Files.readString(changed);
        assertThat(text).contains(from);
        Files.writeString(changed, text.replace(from, to));
        assertThatThrownBy(() -> Checkpoint.read(path))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource({"config.json", "model.safetensors", "tokenizer.json", "provenance.json"})
    void aMissingFileIsNamed(String file) throws IOException {
        Path path = folder.resolve("000020");
        write(path, 1);
        Files.delete(path.resolve(file));
        assertThatThrownBy(() -> Checkpoint.read(path)).isInstanceOf(UserFacingException.class);
    }

    @Test
    void whatIsNoCheckpointIsRefused() {
        assertThatThrownBy(() -> Checkpoint.read(folder))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("neither a checkpoint nor a run");
        assertThatThrownBy(() -> Checkpoint.read(folder.resolve("none")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("no folder");
    }

    private static void write(Path path, long seed) {
        Checkpoint.write(path, Samples.info(20), Samples.weights(seed), Samples.moments(seed));
    }

    private static Map<String, String> digests(Path path) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> list = Files.list(path)) {
            for (Path file : list.toList()) {
                bytes.put(
                        file.getFileName().toString(),
                        UUID.nameUUIDFromBytes(Files.readAllBytes(file)).toString());
            }
        }
        return bytes;
    }
}
