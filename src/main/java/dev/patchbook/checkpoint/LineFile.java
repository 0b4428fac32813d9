package dev.patchbook.checkpoint;

import dev.patchbook.base.JsonLine;
import dev.patchbook.base.UserFacingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
    private final List<String> pending = new ArrayList<>();
    private @Nullable FileChannel out;
    private long good = -1;

    LineFile(Path path) {
        this.path = path;
    }

    /** Adds a line and hands it to the operating system; where that fails, it is kept for {@link #flush}. */
    void append(JsonLine line) {
        pending.add(line + "\n");
        flush();
    }

    /** Writes what could not be written before. A line is in the file whole or not at all. */
    void flush() {
        if (pending.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(String.join("", pending).getBytes(StandardCharsets.UTF_8));
        try {
            FileChannel channel = out;
            if (channel == null) {
                channel = FileChannel.open(
                        path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                out = channel;
                good = good < 0 ? channel.size() : good;
            }
            write(channel, bytes);
            pending.clear();
        } catch (IOException e) {
            closeQuietly(); // the next try finds out anew where the file is
            throw AtomicFiles.unwritable(path, e);
        }
    }

    private void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, good + bytes.position());
            }
            good += bytes.limit();
        } catch (IOException e) {
            channel.truncate(good);
            throw e;
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (UserFacingException e) {
            out = null; // nothing more can be done with it
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
        good = -1;
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
            FileChannel channel = out;
            out = null;
            if (channel != null) {
                channel.close();
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
