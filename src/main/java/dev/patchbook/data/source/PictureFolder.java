package dev.patchbook.data.source;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.report.ProblemCode;
import dev.patchbook.data.report.RowException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pictures of a folder and of those in it, by name. Links to folders are not followed, so there are no loops. */
final class PictureFolder extends SimpleFileVisitor<Path> {
    /** Files of a caption for many pictures, likeliest first. */
    private static final List<String> CAPTIONS = List.of(
            "captions.csv",
            "captions.tsv",
            "metadata.csv",
            "captions.jsonl",
            "metadata.jsonl",
            "captions.json",
            "captions.txt");

    private static final Pattern OTHER = Pattern.compile("(?is).+\\.(svg|heic|heif|avif|psd|ico|jp2|raw|cr2|nef)");
    private static final int MOST = 2_000_000;
    private static final int DEEPEST = 32;

    private final Path folder;
    private final List<Found> found = new ArrayList<>();

    private PictureFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A picture of a folder.
     *
     * @param name its path within the folder, with slashes
     * @param fault why it cannot be used, if so
     */
    record Found(String name, Optional<RowException> fault) {}

    /**
     * The pictures of a folder.
     *
     * @throws UserFacingException where it cannot be read
     */
    static List<Found> list(Path folder) {
        PictureFolder visitor = new PictureFolder(folder);
        try {
            Files.walkFileTree(folder, java.util.Set.of(), DEEPEST, visitor);
        } catch (IOException e) {
            throw new UserFacingException(
                    "The folder " + folder + " cannot be read.", "Check that you may open it.", e);
        }
        visitor.found.sort(Comparator.comparing(Found::name));
        return visitor.found;
    }

    /** The folder's file of captions, if it has one. */
    static Optional<Path> captions(Path folder) {
        return CAPTIONS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return hidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (hidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
            add(name, ProblemCode.MISSING_FILE, "“" + name + "” is a link to a folder.", "Copy the folder here.");
        } else if (attributes.isDirectory()) {
            add(name, ProblemCode.MISSING_FILE, "The folder “" + name + "” lies too deep.", "Move it up.");
        } else if (PictureField.PICTURE_FILE.matcher(name).matches()) {
            found.add(new Found(name, Optional.empty()));
        } else if (OTHER.matcher(name).matches()) {
            add(
                    name,
                    ProblemCode.NOT_AN_IMAGE,
                    "“" + name + "” is a picture of a kind that is not read.",
                    "Save the picture as PNG or JPEG.");
        }
        if (found.size() > MOST) {
            throw new UserFacingException(
                    "The folder " + folder + " holds more than " + MOST + " pictures.", "Choose a part of it.");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(folder)) {
            throw e;
        }
        String name = folder.relativize(file).toString().replace('\\', '/');
        add(name, ProblemCode.MISSING_FILE, "“" + name + "” cannot be read.", "Check that you may open it.");
        return FileVisitResult.CONTINUE;
    }

    private void add(String name, ProblemCode code, String reason, String remedy) {
        found.add(new Found(name, Optional.of(new RowException("picture", code, reason, remedy))));
    }

    private boolean hidden(Path file) {
        return !file.equals(folder) && String.valueOf(file.getFileName()).startsWith(".");
    }
}
