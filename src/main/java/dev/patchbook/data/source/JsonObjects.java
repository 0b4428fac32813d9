package dev.patchbook.data.source;

import dev.patchbook.data.report.ProblemCode;
import dev.patchbook.data.report.RowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a JSON object to a row: {image, caption}, or instruction data with its pictures (instruction, inputs, outputs). */
final class JsonObjects {
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(CsvDialect.LONGEST_FIELD)
                            .maxNestingDepth(64)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SourceOptions options;
    private RawRow.Names names;
    private List<String> keys = List.of();
    private JsonNode last = MAPPER.nullNode();

    JsonObjects(SourceOptions options) {
        this.options = options;
        this.names = new RawRow.Names(
                options.imageColumn().isBlank()
                        ? "image"
                        : options.imageColumn().strip(),
                options.captionColumn().isBlank()
                        ? "caption"
                        : options.captionColumn().strip(),
                FieldNames.SPLIT);
    }

    /** What the fields of the last object are called. */
    RawRow.Names names() {
        return names;
    }

    /** All fields of the last object. */
    List<String> keys() {
        return keys;
    }

    /** The values of the last object. */
    List<String> values() {
        List<String> values = new ArrayList<>();
        last.properties().forEach(entry -> values.add(text(entry.getValue()).orElse("")));
        return values;
    }

    RawRow row(long row, long line, JsonNode node) {
        last = node;
        if (!node.isObject()) {
            return bad(row, line, "The line is no JSON object.");
        }
        keys = List.copyOf(node.propertyNames());
        names = new RawRow.Names(
                name(options.imageColumn(), FieldNames.PICTURE, names.picture()),
                name(options.captionColumn(), FieldNames.CAPTION, names.caption()),
                FieldNames.SPLIT);
        Optional<String> split = text(node.path(FieldNames.SPLIT));
        try {
            PictureField picture =
                    PictureField.of(names.picture(), picture(node.path(names.picture())), options.places());
            return new RawRow(row, line, names, picture, text(node.path(names.caption())), split, Optional.empty());
        } catch (RowException e) {
            return RawRow.broken(row, line, names, e);
        }
    }

    RawRow bad(long row, long line, String reason) {
        return RawRow.broken(
                row,
                line,
                names,
                new RowException(
                        names.picture(),
                        ProblemCode.BAD_JSON,
                        reason,
                        "Write one object a line, such as {\"image\": \"…\", \"caption\": \"…\"}."));
    }

    private String name(String given, List<String> usual, String before) {
        if (!given.isBlank()) {
            return given.strip();
        }
        int index = FieldNames.guess(keys, usual);
        return index < 0 ? before : keys.get(index);
    }

    private String picture(JsonNode value) {
        if (value.isArray() && value.size() > 1) {
            throw new RowException(
                    names.picture(),
                    ProblemCode.SEVERAL_PICTURES,
                    "The row has " + value.size() + " pictures.",
                    "Write a row for each of them.");
        }
        JsonNode one = value.isArray() ? value.path(0) : value;
        JsonNode inner =
                one.isObject() ? one.path(one.has("bytes") ? "bytes" : "path") : one; // as Hugging Face writes it
        return text(inner).orElse("");
    }

    private static Optional<String> text(JsonNode value) {
        if (value.isArray() && value.size() == 1) {
            return text(value.path(0));
        }
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString()) : Optional.empty();
    }
}
