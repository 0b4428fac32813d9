package dev.patchbook.data.source;

import dev.patchbook.base.OutsideException;
import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens what a data setting names: tables, JSON, folders of pictures, and several of them one after the other. */
public final class Sources {
    private Sources() {}

    /**
     * Opens sources.
     *
     * @param paths files and folders that are there
     * @throws dev.patchbook.base.UserFacingException where the first of them cannot be read
     */
    public static RowSource open(List<Path> paths, SourceOptions options) {
        List<Supplier<RowSource>> openers = paths.stream()
                .map(path -> (Supplier<RowSource>) () -> open(path, options))
                .toList();
        return openers.size() == 1 ? openers.get(0).get() : new Chain(openers);
    }

    /** The file the last row of a source stands in, where there are several; else empty. */
    public static String where(RowSource source) {
        return source instanceof Chain chain ? chain.here() + ": " : "";
    }

    private static RowSource open(Path path, SourceOptions options) {
        if (!Files.isDirectory(path)) {
            Path parent = path.toAbsolutePath().getParent();
            return file(path, options.at(parent == null ? path.toAbsolutePath() : parent));
        }
        SourceOptions here = options.at(path);
        Optional<Path> captions = PictureFolder.captions(path);
        if (captions.isPresent() && !allowed(captions.get(), here)) {
            throw new OutsideException(
                    captions.get() + " is a link that leads outside of the notebook's folder.",
                    "Put the captions themselves there, or allow files outside (--allow-outside).");
        }
        return captions.isPresent()
                ? new CaptionedFolder(path, file(captions.get(), here))
                : new FolderRows(path, PictureFolder.list(path), here);
    }

    private static boolean allowed(Path path, SourceOptions options) {
        try {
            return options.places().allows(path);
        } catch (IOException e) {
            throw new UserFacingException(path + " cannot be opened.", "Check that you may read it.", e);
        }
    }

    private static RowSource file(Path path, SourceOptions options) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return JsonRows.open(path, options, true);
        }
        if (name.endsWith(".json")) {
            return JsonRows.open(path, options, false);
        }
        boolean list = name.equals("captions.txt") && !CaptionList.isTable(path);
        return list ? new CaptionList(path, options) : CsvRows.open(path, options);
    }
}
