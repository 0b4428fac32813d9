package dev.patchbook.checkpoint;

import dev.patchbook.base.UserFacingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The header of a safetensors file, checked as its specification demands (github.com/huggingface/safetensors): a JSON
 * object, no name twice, offsets in range, and the tensors covering the data without a hole or an overlap.
 *
 * @param tensors by name, in the order of their data
 * @param metadata the {@code __metadata__} texts
 */
record SafetensorsHeader(Map<String, Entry> tensors, Map<String, String> metadata) {
    /** Longest header allowed, as in the reference implementation. */
    static final long MAX_BYTES = 100_000_000;

    static final String METADATA = "__metadata__";
    private static final int MAX_DIMENSIONS = 32;
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * One tensor.
     *
     * @param name its name
     * @param dtype its number format
     * @param shape its sizes
     * @param begin its first byte, counted from the end of the header
     * @param end the byte after its last
     */
    record Entry(String name, DType dtype, int[] shape, long begin, long end) {
        int count() {
            return (int) ((end - begin) / dtype.bytes());
        }
    }

    /**
     * Reads a header.
     *
     * @param file named in errors
     * @param json the header's bytes
     * @param dataBytes bytes of the file after the header
     * @throws UserFacingException where the header breaks the format's rules
     */
    static SafetensorsHeader parse(Path file, byte[] json, long dataBytes) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), text(file, json))) {
            SafetensorsHeader header = new Parser(file, in).header();
            header.checkCover(file, dataBytes);
            return header;
        } catch (JacksonException e) {
            throw broken(file, "its header is not proper JSON", e);
        }
    }

    static UserFacingException broken(Path file, String detail, Exception... cause) {
        return new UserFacingException(
                file + " is not a safetensors file that can be read: " + detail + ".",
                "Save it again as safetensors, or choose another file.",
                cause.length == 0 ? null : cause[0]);
    }

    private static String text(Path file, byte[] json) {
        if (json.length == 0 || json[0] != '{') {
            throw broken(file, "its header does not start with a brace");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken(file, "its header is not UTF-8", e);
        }
    }

    private void checkCover(Path file, long dataBytes) {
        long at = 0;
        for (Entry entry : tensors.values()) {
            if (entry.begin != at) {
                throw broken(file, "there is a hole or an overlap before the data of " + entry.name);
            }
            at = entry.end;
        }
        if (at != dataBytes) {
            throw broken(file, "it should hold " + at + " bytes of data, but holds " + dataBytes);
        }
    }

    /** Walks the one shape a header may have; never deeper than that, whatever the file says. */
    private record Parser(Path file, JsonParser in) {
        SafetensorsHeader header() {
            expect(in.nextToken(), JsonToken.START_OBJECT, "an object");
            Map<String, Entry> tensors = new LinkedHashMap<>();
            Map<String, String> metadata = null;
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                if (name.equals(METADATA)) {
                    check(metadata == null, METADATA + " is there twice");
                    metadata = metadata();
                } else {
                    check(tensors.put(name, entry(name)) == null, "tensor " + name + " is there twice");
                }
            }
            check(in.nextToken() == null, "there is more after its header's object");
            return new SafetensorsHeader(sorted(tensors), metadata == null ? Map.of() : metadata);
        }

        private static Map<String, Entry> sorted(Map<String, Entry> tensors) {
            List<Entry> entries = new ArrayList<>(tensors.values());
            entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
            Map<String, Entry> sorted = new LinkedHashMap<>();
            entries.forEach(entry -> sorted.put(entry.name, entry));
            return sorted;
        }

        private Map<String, String> metadata() {
            expect(in.nextToken(), JsonToken.START_OBJECT, "an object as " + METADATA);
            Map<String, String> metadata = new LinkedHashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String key = in.currentName();
                expect(in.nextToken(), JsonToken.VALUE_STRING, "a text as " + METADATA + " " + key);
                check(metadata.put(key, in.getString()) == null, METADATA + " has " + key + " twice");
            }
            return metadata;
        }

        private Entry entry(String name) {
            expect(in.nextToken(), JsonToken.START_OBJECT, "an object for tensor " + name);
            DType dtype = null;
            long[] shape = null;
            long[] offsets = null;
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String key = in.currentName();
                if (key.equals("dtype") && dtype == null) {
                    dtype = dtype(name);
                } else if (key.equals("shape") && shape == null) {
                    shape = numbers(name, MAX_DIMENSIONS);
                } else if (key.equals("data_offsets") && offsets == null) {
                    offsets = numbers(name, 2);
                } else {
                    throw broken(file, "tensor " + name + " has an unknown or repeated field " + key);
                }
            }
            if (dtype == null || shape == null || offsets == null || offsets.length != 2) {
                throw broken(file, "tensor " + name + " lacks dtype, shape or data_offsets");
            }
            return checked(name, dtype, shape, offsets);
        }

        private Entry checked(String name, DType dtype, long[] shape, long[] offsets) {
            long count = 1;
            int[] sizes = new int[shape.length];
            for (int i = 0; i < shape.length; i++) {
                check(shape[i] <= Integer.MAX_VALUE, "tensor " + name + " is too large");
                sizes[i] = (int) shape[i];
                // Both factors fit into 31 bits, so the product cannot overflow.
                count *= shape[i];
                check(count <= Integer.MAX_VALUE - 8, "tensor " + name + " is too large");
            }
            check(
                    offsets[1] >= offsets[0] && offsets[1] - offsets[0] == count * dtype.bytes(),
                    "the size of tensor " + name + " does not fit its shape");
            return new Entry(name, dtype, sizes, offsets[0], offsets[1]);
        }

        private DType dtype(String name) {
            expect(in.nextToken(), JsonToken.VALUE_STRING, "a text as dtype of " + name);
            String text = in.getString();
            for (DType dtype : DType.values()) {
                if (dtype.name().equals(text)) {
                    return dtype;
                }
            }
            throw broken(file, "tensor " + name + " has number format " + text + ", which Patchbook does not read");
        }

        private long[] numbers(String name, int most) {
            expect(in.nextToken(), JsonToken.START_ARRAY, "a list in tensor " + name);
            List<Long> numbers = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                expect(in.currentToken(), JsonToken.VALUE_NUMBER_INT, "whole numbers in tensor " + name);
                long number = in.getLongValue();
                check(number >= 0 && numbers.size() < most, "tensor " + name + " has an impossible shape or offset");
                numbers.add(number);
            }
            return numbers.stream().mapToLong(Long::longValue).toArray();
        }

        private void expect(JsonToken token, JsonToken wanted, String what) {
            check(token == wanted, "its header should have " + what);
        }

        private void check(boolean holds, String problem) {
            if (!holds) {
                throw broken(file, problem);
            }
        }
    }
}
