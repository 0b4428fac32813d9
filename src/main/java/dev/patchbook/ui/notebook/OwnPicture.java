package dev.patchbook.ui.notebook;

import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.chart.Png;
import dev.patchbook.config.SourceNames;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Dialogs.FileKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;

/**
 * A picture of a person's own for a cell that looks at one: opened, dropped or pasted. A pasted picture is kept as a file beside
 * the notebook; what lies outside of its folder is asked for when the cell runs, as for any other file.
 */
public final class OwnPicture {
    private static final long MOST_PIXELS = 16_000_000;
    private static final int NAMED = 8; // bytes of its hash in its name

    private final CellId cell;
    private final CellCommands commands;
    private final Dialogs dialogs;
    private final Supplier<Path> folder;

    /** For a cell of a notebook in a folder. */
    public OwnPicture(CellId cell, CellCommands commands, Dialogs dialogs, Supplier<Path> folder) {
        this.cell = cell;
        this.commands = commands;
        this.dialogs = dialogs;
        this.folder = folder;
    }

    /** Asks for a file. */
    public void open() {
        dialogs.open("Choose a picture", FileKind.PICTURE, folder.get()).ifPresent(this::take);
    }

    /** Has the cell look at a file now. */
    public void take(Path file) {
        commands.select(cell);
        commands.set(cell, Map.of("image", SourceNames.relative(folder.get(), file)));
        commands.run(cell);
    }

    /** Whether there is a picture on the clipboard, as a file or by itself. */
    public static boolean onClipboard() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        return file(clipboard).isPresent() || clipboard.hasImage() && !clipboard.hasString();
    }

    /** Takes what is on the clipboard; says where there is no picture. */
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        Optional<Path> file = file(clipboard);
        Image image = file.isPresent() ? null : clipboard.getImage();
        if (file.isPresent()) {
            take(file.get());
        } else if (image == null) {
            dialogs.problem(
                    "There is no picture on the clipboard.", "Copy a picture or a picture file elsewhere, then paste.");
        } else {
            paste(image);
        }
    }

    private static Optional<Path> file(Clipboard clipboard) {
        return clipboard.hasFiles()
                ? clipboard.getFiles().stream()
                        .map(File::toPath)
                        .filter(path -> FileKind.PICTURE.fits(path.toString()))
                        .findFirst()
                : Optional.empty();
    }

    private void paste(Image image) {
        Optional<Path> kept = commands.keptPictures();
        if (kept.isEmpty()) {
            dialogs.problem(
                    "A pasted picture is kept beside the notebook, which has no file of its own yet.",
                    "Save the notebook, then paste again; or open the picture from a file.");
            return;
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            dialogs.problem(
                    "The picture on the clipboard has " + width + " × " + height + " pixels.",
                    "Paste one of at most 16 million pixels, or open it from a file.");
            return;
        }
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        try {
            take(write(kept.get(), Png.encode(new Picture(width, height, argb))));
        } catch (UserFacingException e) {
            dialogs.problem(e.what(), e.remedy());
        }
    }

    /** The same picture pasted twice is one file. */
    private static Path write(Path folder, byte[] png) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(png);
            String name = "pasted-" + HexFormat.of().formatHex(hash, 0, NAMED) + ".png";
            Path file = Files.createDirectories(folder).resolve(name);
            if (!Files.isRegularFile(file)) {
                NotebookFiles.write(file, png);
            }
            return file;
        } catch (IOException e) {
            throw new UserFacingException(
                    "The picture cannot be kept in " + folder + ".", "Check that you may write there.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
