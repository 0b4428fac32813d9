package dev.patchbook.data;

import dev.patchbook.base.UserFacingException;
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
import org.jspecify.annotations.Nullable;

/**
 * A text file being read once from start to end: its encoding found out (UTF-8 unless a byte order mark says UTF-16), its
 * hash taken on the way. Bytes that are not text become U+FFFD, for the row they stand in to be reported.
 */
final class CsvFile implements AutoCloseable {
    private static final int HEAD = 1 << 16;

    private final String name;
    private final long size;
    private final Counting counting;
    private final MessageDigest digest;
    private final BufferedReader text;
    private final String head;

    private CsvFile(String name, long size, InputStream in) throws IOException {
        this.name = name;
        this.size = size;
        this.counting = new Counting(in);
        this.digest = Sha256.digest();
        BufferedInputStream bytes = new BufferedInputStream(new DigestInputStream(counting, digest), HEAD);
        Charset charset = charset(bytes);
        this.text = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                HEAD);
        this.head = readHead();
    }

    /**
     * Opens a file.
     *
     * @throws UserFacingException where it cannot be opened, is empty or is not text
     */
    static CsvFile open(Path path) {
        String name = String.valueOf(path.getFileName());
        InputStream in = null;
        try {
            long size = Files.size(path);
            in = Files.newInputStream(path);
            CsvFile file = new CsvFile(name, size, in);
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

    private static Charset charset(InputStream bytes) throws IOException {
        bytes.mark(3);
        int first = bytes.read();
        int second = bytes.read();
        int third = bytes.read();
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            return StandardCharsets.UTF_8; // the mark is passed over
        }
        bytes.reset();
        boolean wide = first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8; // UTF-16 reads its mark itself
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
                    sheet ? "It looks like a spreadsheet: export the table as CSV (UTF-8)." : "Choose a CSV file.");
        }
    }

    UserFacingException empty() {
        return new UserFacingException(
                name + " is empty.",
                "The first line must name the columns " + CaptionCsv.PICTURE + " and " + CaptionCsv.CAPTION + ".");
    }

    /** File name, for people. */
    String name() {
        return name;
    }

    /** The first characters, enough for the header. */
    String head() {
        return head;
    }

    /** All characters, from the start. */
    Reader text() {
        return text;
    }

    /** Bytes read so far. */
    long read() {
        return counting.count;
    }

    /** Bytes in all. */
    long size() {
        return size;
    }

    /** SHA-256 of the file, hexadecimal; once all of it was read. */
    String hash() {
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

    private static void closeQuietly(java.io.@Nullable InputStream in) {
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
