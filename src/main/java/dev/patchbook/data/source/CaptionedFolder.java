package dev.patchbook.data.source;

import dev.patchbook.data.report.ProblemCode;
import dev.patchbook.data.report.RowException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a folder's file of captions, and after them the pictures it does not name. */
final class CaptionedFolder implements RowSource {
    private final RowSource captions;
    private final Path folder;
    private final String name;
    private final Set<String> named = new HashSet<>();
    private @Nullable Iterator<PictureFolder.Found> rest;
    private List<String> last = List.of();
    private long row;

    CaptionedFolder(Path folder, RowSource captions) {
        this.folder = folder;
        this.captions = captions;
        this.name = String.valueOf(folder.getFileName());
    }

    @Override
    public Optional<RawRow> next() {
        if (rest == null) {
            Optional<RawRow> listed = captions.next();
            if (listed.isPresent()) {
                row = listed.get().row();
                last = captions.fields();
                note(listed.get().picture());
                return listed;
            }
            rest = PictureFolder.list(folder).iterator();
        }
        while (rest.hasNext()) {
            PictureFolder.Found picture = rest.next();
            if (!named.contains(picture.name())) {
                row++;
                last = List.of(picture.name(), "");
                return Optional.of(RawRow.broken(
                        row, row, captions.shape().names(), picture.fault().orElseGet(() -> unnamed(picture.name()))));
            }
        }
        return Optional.empty();
    }

    private RowException unnamed(String picture) {
        return new RowException(
                captions.shape().names().caption(),
                ProblemCode.MISSING_CAPTION,
                "The picture “" + PictureField.shortened(picture) + "” has no caption in " + captions.name() + ".",
                "Add a line for it, or take the picture out of the folder.");
    }

    private void note(PictureField picture) {
        if (picture instanceof PictureField.File file) {
            try {
                Path found = file.places().find(file.name());
                if (found.startsWith(folder)) {
                    named.add(folder.relativize(found).toString().replace('\\', '/'));
                }
            } catch (InvalidPathException e) {
                // no file has such a name; its row says so
            }
        }
    }

    @Override
    public List<String> fields() {
        return last;
    }

    @Override
    public Shape shape() {
        Shape shape = captions.shape();
        return new Shape(
                "folder with " + captions.name(),
                shape.encoding(),
                shape.dialect(),
                shape.columns(),
                shape.names(),
                shape.problem());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long read() {
        return captions.read();
    }

    @Override
    public long size() {
        return captions.size();
    }

    @Override
    public String hash() {
        return captions.hash();
    }

    @Override
    public void close() {
        captions.close();
    }
}
