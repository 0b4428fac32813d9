package dev.patchbook.data.source;

import dev.patchbook.config.DataSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * Where rows come from, so that they can be read again.
 *
 * @param files files and folders, in order
 * @param options how they are read
 */
public record Origin(List<Path> files, SourceOptions options) {
    /** Copies the list. */
    public Origin {
        files = List.copyOf(files);
    }

    /**
     * Opens the files at their first row.
     *
     * @throws dev.patchbook.base.UserFacingException where they cannot be read
     */
    public RowSource open() {
        return Sources.open(files, options);
    }

    /**
     * What settings name.
     *
     * @param folder what relative paths are relative to
     * @param settings which files, and how they are read
     * @param allowOutside whether paths may leave the folder
     * @throws dev.patchbook.base.UserFacingException where a file is not there or lies outside
     */
    public static Origin of(Path folder, DataSettings settings, boolean allowOutside) {
        Path root = folder.toAbsolutePath().normalize();
        return new Origin(
                DataSource.resolveAll(folder, settings.file(), allowOutside),
                new SourceOptions(
                        settings.imageColumn(), settings.captionColumn(), new Places(root, root, allowOutside)));
    }
}
