package dev.patchbook.data.source;

/** Rows of one text file: how far it is read, how large it is and what it is made of are the file's. */
abstract class TextRows implements RowSource {
    private final SourceText file;

    /** Rows of a file, which is closed with them. */
    TextRows(SourceText file) {
        this.file = file;
    }

    /** The file read. */
    final SourceText file() {
        return file;
    }

    @Override
    public final String name() {
        return file.name();
    }

    @Override
    public final long read() {
        return file.read();
    }

    @Override
    public final long size() {
        return file.size();
    }

    @Override
    public final String hash() {
        return file.hash();
    }

    @Override
    public final void close() {
        file.close();
    }
}
