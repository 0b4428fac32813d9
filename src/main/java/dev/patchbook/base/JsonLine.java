package dev.patchbook.base;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds one JSON object on one line, its fields in the order added; what is not finite becomes null. */
public final class JsonLine {
    private final StringBuilder out = new StringBuilder("{");

    /** A line that says what happened, as {@code metrics.jsonl} and {@code --json} have it. */
    public static JsonLine event(String name) {
        return new JsonLine().put("event", name);
    }

    /** Adds a text, or null. */
    public JsonLine put(String key, @Nullable String value) {
        return raw(key, value == null ? "null" : quote(value));
    }

    /** Adds a whole number. */
    public JsonLine put(String key, long value) {
        return raw(key, Long.toString(value));
    }

    /** Adds true or false. */
    public JsonLine put(String key, boolean value) {
        return raw(key, Boolean.toString(value));
    }

    /** Adds a number in the shortest form that reads back as the same double. */
    public JsonLine put(String key, double value) {
        return raw(key, number(value));
    }

    /** Adds a number with at most so many digits after the point. */
    public JsonLine rounded(String key, double value, int digits) {
        if (!Double.isFinite(value)) {
            return raw(key, "null");
        }
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return raw(key, number(Double.parseDouble(text)));
    }

    /** Adds an object. */
    public JsonLine put(String key, JsonLine value) {
        return raw(key, value.toString());
    }

    /** Adds a list of texts. */
    public JsonLine put(String key, Collection<String> values) {
        StringBuilder list = new StringBuilder("[");
        for (String value : values) {
            list.append(list.length() > 1 ? "," : "").append(quote(value));
        }
        return raw(key, list.append(']').toString());
    }

    /** Adds a list of whole numbers. */
    public JsonLine put(String key, int[] values) {
        return put(key, Arrays.stream(values).asLongStream().toArray());
    }

    /** Adds a list of whole numbers. */
    public JsonLine put(String key, long[] values) {
        String list = Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(","));
        return raw(key, "[" + list + "]");
    }

    /** Adds a list of objects. */
    public JsonLine putAll(String key, Collection<JsonLine> values) {
        StringBuilder list = new StringBuilder("[");
        for (JsonLine value : values) {
            list.append(list.length() > 1 ? "," : "").append(value);
        }
        return raw(key, list.append(']').toString());
    }

    /** Adds an object of texts. */
    public JsonLine put(String key, Map<String, String> values) {
        JsonLine object = new JsonLine();
        values.forEach(object::put);
        return put(key, object);
    }

    /** The object on one line, without a line end. */
    @Override
    public String toString() {
        return out + "}";
    }

    /** A text as JSON writes it, quotes included; a lone surrogate is escaped, so the result is always valid UTF-8. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                    if (c < 0x20 || c == 0x7F || lone) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private JsonLine raw(String key, String json) {
        out.append(out.length() > 1 ? "," : "").append(quote(key)).append(':').append(json);
        return this;
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
