package dev.patchbook.checkpoint;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object read field by field. Every field must be asked for, and every field asked for must be there with the right
 * kind of value: {@link #done} refuses what is left over. Errors name the file and the field.
 */
final class JsonObject {
    private static final int MAX_BYTES = 16 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final String where;
    private final JsonNode node;
    private final Set<String> left;

    private JsonObject(Path file, String where, JsonNode node) {
        this.file = file;
        this.where = where;
        this.node = node;
        this.left = new LinkedHashSet<>(node.propertyNames());
    }

    /**
     * Reads a file that holds one object.
     *
     * @throws UserFacingException where it is missing, too large or not one JSON object
     */
    static JsonObject read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw broken(file, "it is larger than " + (MAX_BYTES >> 20) + " MB", null);
            }
            return parse(file, utf8(file, bytes));
        } catch (NoSuchFileException e) {
            throw new UserFacingException(
                    "There is no file " + file + ".", "Choose a folder that Patchbook wrote, with all its files.", e);
        } catch (IOException e) {
            throw new UserFacingException(file + " cannot be read.", "Check that it is a file you may read.", e);
        }
    }

    /** Reads one object from a text; errors name the file the text is from. */
    static JsonObject parse(Path file, String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw broken(file, "it is not proper JSON", e);
        }
        if (!node.isObject()) {
            throw broken(file, "it is not a JSON object", null);
        }
        return new JsonObject(file, "", node);
    }

    static UserFacingException broken(Path file, String detail, @Nullable Exception cause) {
        return new UserFacingException(
                file + " cannot be used: " + detail + ".",
                "Use the file as Patchbook wrote it, or choose another.",
                cause);
    }

    String text(String key) {
        JsonNode value = value(key);
        if (!value.isString()) {
            throw problem(key, "is not a text");
        }
        return value.stringValue();
    }

    @Nullable
    String textOrNull(String key) {
        return isNull(key) ? null : text(key);
    }

    long whole(String key, long min, long max) {
        JsonNode value = value(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw problem(key, "is not a whole number");
        }
        long number = value.longValue();
        if (number < min || number > max) {
            throw problem(key, "is " + number + ", not between " + min + " and " + max);
        }
        return number;
    }

    int count(String key, int max) {
        return (int) whole(key, 0, max);
    }

    @Nullable
    Integer countOrNull(String key, int max) {
        return isNull(key) ? null : Integer.valueOf(count(key, max));
    }

    double decimal(String key) {
        JsonNode value = value(key);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw problem(key, "is not a number");
        }
        return value.doubleValue();
    }

    /** A number; null stands for one that was not finite. */
    double decimalOrNan(String key) {
        return isNull(key) ? Double.NaN : decimal(key);
    }

    JsonObject object(String key) {
        JsonNode value = value(key);
        if (!value.isObject()) {
            throw problem(key, "is not an object");
        }
        return new JsonObject(file, where + key + ".", value);
    }

    @Nullable
    JsonObject objectOrNull(String key) {
        return isNull(key) ? null : object(key);
    }

    List<String> texts(String key) {
        JsonNode value = value(key);
        if (!value.isArray()) {
            throw problem(key, "is not a list");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : value) {
            if (!one.isString()) {
                throw problem(key, "holds something that is not a text");
            }
            texts.add(one.stringValue());
        }
        return texts;
    }

    /** An object of texts. */
    Map<String, String> textMap(String key) {
        JsonObject object = object(key);
        Map<String, String> texts = new LinkedHashMap<>();
        List.copyOf(object.left).forEach(name -> texts.put(name, object.text(name)));
        return texts;
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** Refuses fields nobody asked for. */
    void done() {
        if (!left.isEmpty()) {
            throw broken(
                    file, "it has an unknown field “" + where + left.iterator().next() + "”", null);
        }
    }

    UserFacingException problem(String key, String what) {
        return broken(file, "“" + where + key + "” " + what, null);
    }

    private boolean isNull(String key) {
        return value(key).isNull();
    }

    private JsonNode value(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw problem(key, "is missing");
        }
        left.remove(key);
        return value;
    }

    private static String utf8(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken(file, "it is not UTF-8", e);
        }
    }
}
