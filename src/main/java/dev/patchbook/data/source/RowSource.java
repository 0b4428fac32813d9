package dev.patchbook.data.source;

import dev.patchbook.base.UserFacingException;
import java.util.List;
import java.util.Optional;

/** Rows being read once, from start to end; never more than one is held. */
public interface RowSource extends AutoCloseable {
    /**
     * The next row; empty at the end.
     *
     * @throws UserFacingException where the source cannot be read any further
     */
    Optional<RawRow> next();

    /** The fields of the last row, as they stand; for a preview. */
    List<String> fields();

    /** How the source was understood. */
    Shape shape();

    /** For people. */
    String name();

    /** Bytes read so far. */
    long read();

    /** Bytes in all; 0 where not known. */
    long size();

    /** SHA-256 of the source, hexadecimal; once all of it was read. */
    String hash();

    @Override
    void close();

    /**
     * How a source was understood.
     *
     * @param kind of the source, for people
     * @param encoding of its text
     * @param dialect separators, quotation marks and line ends, for people
     * @param columns what its fields are called, in order
     * @param names those that are used; empty where not found
     * @param problem why its rows cannot be used; empty if they can
     */
    record Shape(
            String kind, String encoding, String dialect, List<String> columns, RawRow.Names names, String problem) {}
}
