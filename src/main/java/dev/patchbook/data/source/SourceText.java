package dev.patchbook.data.source;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.picture.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text file being read once from start to end: its encoding found out, its hash taken on the way. Bytes that are not text
 * become U+FFFD, for the row they stand in to be reported.
 */
final class SourceText implements AutoCloseable {
    private static final int HEAD = 1 << 16;

    private final String name;
    private final long size;
    private final Counting counting;
    private final MessageDigest digest;
    private final InputStream bytes;
    private final Optional<Charset> marked;
    private final Reader decoded;
    private final BufferedReader text;
    private final String head;

    private SourceText(String name, long size, InputStream in) throws IOException {
        this.name = name;
        this.size = size;
        this.counting = new Counting(in);
        this.digest = Sha256.digest();
        this.bytes = new BufferedInputStream(new DigestInputStream(counting, digest), HEAD);
        this.marked = marked(bytes);
        this.decoded = marked.<Reader>map(this::reader).orElseGet(() -> new LazyCharset(bytes));
        this.text = new BufferedReader(decoded, HEAD);
        this.head = readHead();
    }

    private Reader reader(Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /**
     * Opens a file.
     *
     * @throws UserFacingException where it cannot be opened, is empty or is not text
     */
    static SourceText open(Path path) {
        String name = String.valueOf(path.getFileName());
        InputStream in = null;
        try {
            long size = Files.size(path);
            in = Files.newInputStream(path);
            SourceText file = new SourceText(name, size, in);
            file.checkText();
            return file;
        } catch (IOException e) {
            closeQuietly(in);
            throw new UserFacingException(
                    path + " cannot be opened.", "Check that the file is there and that you may read it.", e);
        } catch (UserFacingException e) {
            closeQuietly(in);
            throw e;
        }
    }

    /** The encoding a byte order mark names, passing over it; or that of UTF-16 without one, which shows in its zeros. */
    private static Optional<Charset> marked(InputStream bytes) throws IOException {
        bytes.mark(HEAD);
        byte[] start = bytes.readNBytes(1024);
        bytes.reset();
        int first = start.length > 1 ? (start[0] & 255) << 8 | start[1] & 255 : 0;
        if (first == 0xFEFF || first == 0xFFFE) {
            bytes.skipNBytes(2);
            return Optional.of(first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        if (first == 0xEFBB && start.length > 2 && (start[2] & 255) == 0xBF) {
            bytes.skipNBytes(3);
            return Optional.of(StandardCharsets.UTF_8);
        }
        int[] zeros = {0, 0};
        for (int i = 0; i < start.length; i++) {
            zeros[i & 1] += start[i] == 0 ? 1 : 0;
        }
        int most = start.length * 2 / 5;
        if (start.length >= 16 && zeros[0] + zeros[1] > most && Math.min(zeros[0], zeros[1]) == 0) {
            return Optional.of(zeros[0] > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private String readHead() throws IOException {
        char[] start = new char[HEAD];
        text.mark(HEAD);
        int length = 0;
        for (int n; length < HEAD && (n = text.read(start, length, HEAD - length)) > 0; ) {
            length += n;
        }
        text.reset();
        return new String(start, 0, length);
    }

    private void checkText() {
        if (head.isBlank() && head.length() < HEAD) {
            throw empty();
        }
        if (head.indexOf('\0') >= 0) {
            boolean sheet = head.startsWith("PK");
            throw new UserFacingException(
                    name + " is not a text file.",
                    sheet
                            ? "It looks like a spreadsheet: export the table as CSV (UTF-8)."
                            : "Choose a CSV or JSON lines file, or a folder of pictures.");
        }
    }

    UserFacingException empty() {
        return new UserFacingException(
                name + " is empty.",
                "The first line must name the columns, such as b64string_images for pictures and caption.");
    }

    /** File name, for people. */
    String name() {
        return name;
    }

    /** The first characters, enough for a header. */
    String head() {
        return head;
    }

    /** All characters, from the start. */
    BufferedReader text() {
        return text;
    }

    /** Encoding as far as it has shown, for people. */
    String encoding() {
        return decoded instanceof LazyCharset lazy
                ? lazy.encoding()
                : marked.map(Charset::name).orElse("");
    }

    /** Bytes read so far. */
    long read() {
        return counting.count;
    }

    /** Bytes in all. */
    long size() {
        return size;
    }

    /** SHA-256 of the file, hexadecimal; what was not read yet is read now. */
    String hash() {
        try {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeQuietly(@Nullable InputStream in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            // the first failure is the one to report
        }
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
