package dev.patchbook.data.source;

import dev.patchbook.data.picture.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Several sources, one after the other; rows are numbered on, lines are those of their files. */
final class Chain implements RowSource {
    private final List<Supplier<RowSource>> openers;
    private final List<String> names = new ArrayList<>();
    private final MessageDigest digest = Sha256.digest();
    private RowSource current;
    private int index;
    private long before;
    private long row;
    private long readBefore;

    Chain(List<Supplier<RowSource>> openers) {
        this.openers = openers;
        this.current = openers.get(0).get();
        names.add(current.name());
    }

    @Override
    public Optional<RawRow> next() {
        for (Optional<RawRow> found = current.next(); ; found = current.next()) {
            if (found.isPresent()) {
                row = before + found.get().row();
                return Optional.of(found.get().numbered(row));
            }
            if (index + 1 >= openers.size()) {
                return found;
            }
            leave();
            index++;
            before = row;
            current = openers.get(index).get();
            names.add(current.name());
        }
    }

    private void leave() {
        readBefore += current.size();
        digest.update(current.hash().getBytes(StandardCharsets.US_ASCII));
        current.close();
    }

    /** The source the last row stands in. */
    String here() {
        return current.name();
    }

    @Override
    public List<String> fields() {
        return current.fields();
    }

    @Override
    public Shape shape() {
        return current.shape();
    }

    @Override
    public String name() {
        return names.stream().distinct().collect(Collectors.joining(", "));
    }

    @Override
    public long read() {
        return readBefore + current.read();
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public String hash() {
        digest.update(current.hash().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        current.close();
    }
}
