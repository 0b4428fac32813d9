package dev.patchbook.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text whose encoding shows only when its first bytes beyond ASCII come, which may be megabytes into a file of pictures: they and
 * what follows are UTF-8 or Windows-1252 (Latin-1 with letters where that has none).
 */
final class LazyCharset extends Reader {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private @Nullable Charset charset;
    private @Nullable Reader decided;

    LazyCharset(InputStream in) {
        this.in = in;
    }

    /** What the text turned out to be so far, for people. */
    String encoding() {
        Charset known = charset;
        return known == null ? "ASCII" : known.equals(WINDOWS) ? "Windows-1252" : known.name();
    }

    @Override
    public int read(char[] out, int offset, int length) throws IOException {
        Reader reader = decided;
        if (reader != null) {
            return reader.read(out, offset, length);
        }
        if (at == end && !refill()) {
            return -1;
        }
        int count = 0;
        while (count < length && at < end && buffer[at] >= 0) {
            out[offset + count++] = (char) buffer[at++];
        }
        if (count > 0 || length == 0) {
            return count;
        }
        decide();
        return read(out, offset, length);
    }

    private boolean refill() throws IOException {
        at = 0;
        end = Math.max(0, in.readNBytes(buffer, 0, 1 << 13));
        return end > 0;
    }

    private void decide() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        end += in.readNBytes(buffer, end, buffer.length - end);
        Charset found = mostlyUtf8() ? StandardCharsets.UTF_8 : WINDOWS;
        charset = found;
        PushbackInputStream rest = new PushbackInputStream(in, buffer.length);
        rest.unread(buffer, 0, end);
        decided = new InputStreamReader(
                rest,
                found.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** Whether at least half of what is not ASCII is well-formed UTF-8. */
    private boolean mostlyUtf8() {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < end; ) {
            int length = sequence(i);
            if (length == 0) {
                bad++;
                i++;
            } else {
                good += length > 1 ? 1 : 0;
                i += length;
            }
        }
        return good > 0 && good >= bad;
    }

    /** Bytes of the character at a place; 0 where it is none. One cut off by the end of the buffer counts as ASCII. */
    private int sequence(int i) {
        int first = buffer[i] & 255;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || first < 0xC2) {
            return 0;
        }
        for (int j = 1; j < length; j++) {
            if (i + j >= end) {
                return end < buffer.length ? 0 : 1;
            }
            if ((buffer[i + j] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
