package dev.patchbook.store;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Outputs as JSON: records by their components, but pictures by their place on a sheet and tensors by theirs in a row of
 * numbers. Nothing but records, lists, texts and numbers is ever made from a file, and each checks itself.
 */
final class OutputMapper {
    /** The file's format; to be raised when a record that is kept gains, loses or renames a component. */
    static final int FORMAT = 5;

    private static final String SHEET = "sheet";
    private static final String NUMBERS = "numbers";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addSerializer(Picture.class, new ToSheet())
                    .addSerializer(TensorView.class, new ToNumbers())
                    .addDeserializer(Picture.class, new FromSheet())
                    .addDeserializer(TensorView.class, new FromNumbers()))
            .build();

    private OutputMapper() {}

    /** A value as JSON; its pictures and tensors are added to what is given. */
    static JsonNode tree(Object value, PictureSheet sheet, Numbers32 numbers) {
        return MAPPER.readTree(MAPPER.writer()
                .withAttribute(SHEET, sheet)
                .withAttribute(NUMBERS, numbers)
                .writeValueAsBytes(value));
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> T read(JsonNode json, Class<T> type, Picture sheet, byte[] numbers) {
        return MAPPER.readerFor(type)
                .withAttribute(SHEET, sheet)
                .withAttribute(NUMBERS, numbers)
                .readValue(json);
    }

    private static final class ToSheet extends ValueSerializer<Picture> {
        @Override
        public void serialize(Picture picture, JsonGenerator out, SerializationContext context) {
            PictureSheet sheet = (PictureSheet) context.getAttribute(SHEET);
            out.writePOJO(sheet.add(picture));
        }
    }

    private static final class ToNumbers extends ValueSerializer<TensorView> {
        @Override
        public void serialize(TensorView tensor, JsonGenerator out, SerializationContext context) {
            Numbers32 numbers = (Numbers32) context.getAttribute(NUMBERS);
            out.writePOJO(numbers.add(tensor));
        }
    }

    private static final class FromSheet extends ValueDeserializer<Picture> {
        @Override
        public Picture deserialize(JsonParser in, DeserializationContext context) {
            PictureSheet.Place place = context.readValue(in, PictureSheet.Place.class);
            return PictureSheet.cut((Picture) context.getAttribute(SHEET), place);
        }
    }

    private static final class FromNumbers extends ValueDeserializer<TensorView> {
        @Override
        public TensorView deserialize(JsonParser in, DeserializationContext context) {
            Numbers32.Place place = context.readValue(in, Numbers32.Place.class);
            return Numbers32.cut((byte[]) context.getAttribute(NUMBERS), place);
        }
    }
}
