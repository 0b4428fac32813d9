package dev.patchbook.checkpoint;

import dev.patchbook.base.JsonLine;
import dev.patchbook.base.UserFacingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A file of one JSON object a line, each with a {@code step}, that grows as a run goes. */
final class LineFile implements AutoCloseable {
    private final Path path;
    private @Nullable Writer out;

    LineFile(Path path) {
        this.path = path;
    }

    /** Adds a line and hands it to the operating system. */
    void append(JsonLine line) {
        try {
            Writer writer = out;
            if (writer == null) {
                writer = Files.newBufferedWriter(
                        path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                out = writer;
            }
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException e) {
            throw AtomicFiles.unwritable(path, e);
        }
    }

    /** Every whole line, as read from its object. A last line without its end was cut by a crash and is left out. */
    <T> List<T> read(Function<JsonObject, T> reader) {
        List<T> lines = new ArrayList<>();
        for (String line : lines()) {
            lines.add(reader.apply(JsonObject.parse(path, line)));
        }
        return lines;
    }

    /** Keeps the lines up to the first whose step is this or later, and what a crash cut short not at all. */
    void cut(long step) {
        close();
        StringBuilder kept = new StringBuilder();
        for (String line : lines()) {
            if (JsonObject.parse(path, line).whole("step", 0, Long.MAX_VALUE) < step) {
                kept.append(line).append('\n');
            }
        }
        AtomicFiles.write(path, kept.toString());
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
                out = null;
            }
        } catch (IOException e) {
            throw AtomicFiles.unwritable(path, e);
        }
    }

    private List<String> lines() {
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    lines.add(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
            return lines;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UserFacingException(
                    path + " cannot be read.", "Use the file as Patchbook wrote it, or delete it.", e);
        }
    }
}
