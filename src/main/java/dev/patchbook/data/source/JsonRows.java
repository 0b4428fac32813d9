package dev.patchbook.data.source;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows of JSON: an object a line, or one array of objects, or one object of file names and captions. */
final class JsonRows extends TextRows {
    private enum Form {
        LINES("JSON lines"),
        ARRAY("JSON list"),
        MAP("JSON of names and captions");

        private final String label;

        Form(String label) {
            this.label = label;
        }
    }

    private final JsonObjects objects;
    private final Form form;
    private @Nullable JsonParser parser;
    private long row;
    private long line;
    private boolean ended;

    private JsonRows(SourceText file, SourceOptions options, boolean lines) {
        super(file);
        this.objects = new JsonObjects(options);
        String start = file.head().stripLeading();
        boolean next = start.contains("}\n{") || start.contains("}\r\n{");
        this.form = start.startsWith("[") ? Form.ARRAY : lines || next ? Form.LINES : Form.MAP;
    }

    /**
     * Opens a file.
     *
     * @param lines whether its name says that it holds an object a line
     * @throws UserFacingException where it cannot be read, is empty or is not text
     */
    static JsonRows open(Path path, SourceOptions options, boolean lines) {
        return new JsonRows(SourceText.open(path), options, lines);
    }

    @Override
    public Optional<RawRow> next() {
        if (ended) {
            return Optional.empty();
        }
        try {
            Optional<RawRow> found = form == Form.LINES ? nextLine() : nextValue();
            ended = found.isEmpty();
            return found;
        } catch (IOException e) {
            throw new UserFacingException(
                    file().name() + " could not be read beyond row " + row + ".",
                    "Check the disk or copy the file, then read it again.",
                    e);
        } catch (JacksonException e) {
            throw new UserFacingException(
                    file().name() + " is not JSON after row " + row + " (line "
                            + Math.max(
                                    1,
                                    e.getLocation() == null
                                            ? line
                                            : e.getLocation().getLineNr()) + ").",
                    "Mend it there, or write one object a line and call the file .jsonl.",
                    e);
        }
    }

    private Optional<RawRow> nextLine() throws IOException {
        for (String text = readLine(); text != null; text = readLine()) {
            line++;
            if (!text.isBlank()) {
                row++;
                return Optional.of(parsed(text));
            }
        }
        return Optional.empty();
    }

    private RawRow parsed(String text) {
        try {
            return objects.row(row, line, JsonObjects.MAPPER.readTree(text));
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return objects.bad(
                    row, line, "The line is not JSON" + (column > 0 ? ", from character " + column : "") + ".");
        }
    }

    /** A line without its end; null at the end of the file. Lines end with LF, CRLF or CR. */
    private @Nullable String readLine() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = file().text().read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = file().text().read()) {
            if (text.length() >= CsvDialect.LONGEST_FIELD) {
                throw new UserFacingException(
                        file().name() + " has a line longer than " + CsvDialect.LONGEST_FIELD / 1_000_000
                                + " million characters (line " + (line + 1) + ").",
                        "Write one object a line, with a smaller picture.");
            }
            text.append((char) c);
        }
        if (c == '\r') {
            file().text().mark(1);
            if (file().text().read() != '\n') {
                file().text().reset();
            }
        }
        return text.toString();
    }

    private Optional<RawRow> nextValue() {
        JsonParser from = parser;
        if (from == null) {
            from = JsonObjects.MAPPER.createParser(file().text());
            parser = from;
            from.nextToken();
        }
        JsonToken token = from.nextToken();
        if (token == null || token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
            return Optional.empty();
        }
        row++;
        line = from.currentTokenLocation().getLineNr();
        if (form == Form.ARRAY) {
            JsonNode node = from.readValueAsTree();
            return Optional.of(objects.row(row, line, node));
        }
        String name = from.currentName();
        from.nextToken();
        JsonNode caption = from.readValueAsTree();
        ObjectNode node = JsonObjects.MAPPER.createObjectNode();
        node.put(objects.names().picture(), name);
        node.set(objects.names().caption(), caption);
        return Optional.of(objects.row(row, line, node));
    }

    @Override
    public List<String> fields() {
        return objects.values();
    }

    @Override
    public Shape shape() {
        return new Shape(form.label, file().encoding(), "", objects.keys(), objects.names(), "");
    }
}
