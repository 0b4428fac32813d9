package dev.patchbook.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        Path path = folder.resolve("two.safetensors");
        Map<String, TensorView> tensors = new LinkedHashMap<>();
        tensors.put("b", new TensorView(new float[] {1, -2}, 2, 1));
        tensors.put("a\"", new TensorView(new float[] {0.5f}));
        SafetensorsWriter.write(path, TensorSource.of(tensors), Map.of("z", "1", "k", "é"));
        String header = "{\"__metadata__\":{\"k\":\"é\",\"z\":\"1\"},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
                + "\"a\\\"\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}}";
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer wanted = ByteBuffer.allocate(8 + padded + 12).order(ByteOrder.LITTLE_ENDIAN);
        wanted.putLong(padded).put(json).put(" ".repeat(padded - json.length).getBytes(StandardCharsets.UTF_8));
        wanted.putFloat(1).putFloat(-2).putFloat(0.5f);
        assertThat(Files.readAllBytes(path)).isEqualTo(wanted.array());
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Path path = folder.resolve("model.safetensors");
        Map<String, TensorView> tensors = Samples.values(Samples.model(), 3);
        // Longer than one piece of the reader and the writer, and not a multiple of it.
        float[] large = new float[200_001];
        large[200_000] = 42;
        tensors.put("large", new TensorView(large, 3, 66_667));
        tensors.put("empty", new TensorView(new float[0], 0, 5));
        SafetensorsWriter.write(path, TensorSource.of(tensors), Map.of());
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.names()).hasSameSizeAs(tensors.keySet()).containsAll(tensors.keySet());
            tensors.forEach((name, tensor) -> {
                assertThat(file.floats(name)).isEqualTo(tensor.data());
                assertThat(file.shape(name)).isEqualTo(tensor.shape());
            });
            assertThat(file.metadata()).isEmpty();
        }
    }

    @Test
    void copyingAFileGivesTheSameBytes() throws IOException {
        Path first = folder.resolve("a.safetensors");
        Path second = folder.resolve("b.safetensors");
        SafetensorsWriter.write(first, Samples.weights(1), Map.of());
        try (SafetensorsFile file = SafetensorsFile.open(first)) {
            SafetensorsWriter.write(second, TensorSource.of(file), file.metadata());
        }
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void aFailedWriteLeavesTheEarlierFile() throws IOException {
        Path path = folder.resolve("a.safetensors");
        SafetensorsWriter.write(path, Samples.weights(1), Map.of());
        byte[] before = Files.readAllBytes(path);
        TensorSource broken = new TensorSource("x", new int[] {4}, () -> {
            throw new UncheckedIOException(new IOException("disk full"));
        });
        assertThatThrownBy(() -> SafetensorsWriter.write(path, List.of(broken), Map.of()))
                .isInstanceOf(UserFacingException.class);
        assertThat(path).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void everyNumberFormatIsConverted() throws IOException {
        ByteBuffer data =
                ByteBuffer.allocate(8 + 8 + 16 + 16 + 8 + 4 + 2 + 2 + 2).order(ByteOrder.LITTLE_ENDIAN);
        data.putShort((short) 0x3C00)
                .putShort((short) 0xC000)
                .putShort((short) 0x0001)
                .putShort((short) 0xFC00);
        data.putShort((short) 0x3F80)
                .putShort((short) 0xC000)
                .putShort((short) 0x0000)
                .putShort((short) 0x7F80);
        data.putDouble(0.1)
                .putDouble(-3)
                .putLong(-1)
                .putLong(Integer.MAX_VALUE)
                .putInt(7)
                .putInt(-8);
        data.putShort((short) 300)
                .putShort((short) -2)
                .put((byte) -1)
                .put((byte) 5)
                .put((byte) 255)
                .put((byte) 1);
        data.put((byte) 0).put((byte) 1);
        Path path = file("""
                {"f16":{"dtype":"F16","shape":[4],"data_offsets":[0,8]},
                 "bf16":{"dtype":"BF16","shape":[4],"data_offsets":[8,16]},
                 "f64":{"dtype":"F64","shape":[2],"data_offsets":[16,32]},
                 "i64":{"dtype":"I64","shape":[2],"data_offsets":[32,48]},
                 "i32":{"dtype":"I32","shape":[2],"data_offsets":[48,56]},
                 "i16":{"dtype":"I16","shape":[2],"data_offsets":[56,60]},
                 "i8":{"dtype":"I8","shape":[2],"data_offsets":[60,62]},
                 "u8":{"dtype":"U8","shape":[2],"data_offsets":[62,64]},
                 "bool":{"dtype":"BOOL","shape":[2],"data_offsets":[64,66]}}""", data.array());
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.floats("f16")).containsExactly(1, -2, 0x1p-24f, Float.NEGATIVE_INFINITY);
            assertThat(file.floats("bf16")).containsExactly(1, -2, 0, Float.POSITIVE_INFINITY);
            assertThat(file.floats("f64")).containsExactly(0.1f, -3);
            assertThat(file.ints("i64")).containsExactly(-1, Integer.MAX_VALUE);
            assertThat(file.ints("i32")).containsExactly(7, -8);
            assertThat(file.ints("i16")).containsExactly(300, -2);
            assertThat(file.ints("i8")).containsExactly(-1, 5);
            assertThat(file.ints("u8")).containsExactly(255, 1);
            assertThat(file.ints("bool")).containsExactly(0, 1);
            assertThat(file.floats("i64")).containsExactly(-1f, 2147483647f);
            assertThatThrownBy(() -> file.ints("f64")).isInstanceOf(UserFacingException.class);
            assertThatThrownBy(() -> file.floats("none"))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("no tensor none");
        }
    }

    @Test
    void aNumberTooLargeForAnIntIsRefused() throws IOException {
        byte[] data = ByteBuffer.allocate(8).putLong(1).array();
        Path path = file("{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}", data);
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThatThrownBy(() -> file.ints("a")).isInstanceOf(UserFacingException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}                                    | ok
            {"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | ok
            {"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} | ok
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}                                    | bytes of data
            {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}                                   | bytes of data
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}                                    | hole or an overlap
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | overlap
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | twice
            {"a":{"dtype":"F32","shape":[2],"shape":[2],"data_offsets":[0,8]}}                        | repeated
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":1}}                           | unknown
            {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                                    | does not fit
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}                                    | does not fit
            {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                                   | impossible
            {"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}                                  | whole numbers
            {"a":{"dtype":"F32","shape":[4294967297,2],"data_offsets":[0,8]}}                         | too large
            {"a":{"dtype":"F32","shape":[2147483647,2147483647,2],"data_offsets":[0,8]}}              | too large
            {"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}                 | JSON
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}}                                  | impossible
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}                                      | lacks
            {"a":{"dtype":"F32","shape":[2]}}                                                         | lacks
            {"a":{"dtype":"Q4","shape":[2],"data_offsets":[0,8]}}                                     | number format Q4
            {"a":[]}                                                                                  | an object for tensor a
            {"__metadata__":{"a":1},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}             | a text as
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} {}                                 | more after
            []                                                                                        | brace
            {"a":{"dtype":"F32","shape":[2],                                                          | JSON
            """)
    void theHeadersRulesAreHeld(String header, String told) throws IOException {
        Path path = file(header, new byte[8]);
        if (told.equals("ok")) {
            SafetensorsFile.open(path).close();
            return;
        }
        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource({"0", "7", "8", "9"})
    void aFileTooShortForItsHeaderIsRefused(int length) throws IOException {
        Path path = folder.resolve("short.safetensors");
        byte[] bytes = new byte[length];
        if (length > 0) {
            bytes[0] = 100;
        }
        Files.write(path, bytes);
        assertThatThrownBy(() -> SafetensorsFile.open(path)).isInstanceOf(UserFacingException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1", "9223372036854775807", "100000001", "2147483648"})
    void anAbsurdHeaderLengthIsRefusedBeforeMemoryIsTaken(long length) throws IOException {
        Path path = folder.resolve("absurd.safetensors");
        ByteBuffer bytes =
                ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        Files.write(path, bytes.array());
        assertThatThrownBy(() -> SafetensorsFile.open(path)).isInstanceOf(UserFacingException.class);
    }

    @Test
    void aFolderOrAMissingFileIsRefused() {
        assertThatThrownBy(() -> SafetensorsFile.open(folder)).isInstanceOf(UserFacingException.class);
        assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("no file");
    }

    @Test
    void aFileCutShortAfterOpeningIsRefused() throws IOException {
        Path path = folder.resolve("a.safetensors");
        SafetensorsWriter.write(path, Samples.weights(1), Map.of());
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            Files.write(path, new byte[16]);
            assertThatThrownBy(() -> file.floats("decoder.lm_head.bias")).isInstanceOf(UserFacingException.class);
        }
    }

    private Path file(String header, byte[] data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json).put(data);
        return Files.write(folder.resolve("made.safetensors"), bytes.array());
    }
}
