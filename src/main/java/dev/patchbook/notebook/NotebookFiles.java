package dev.patchbook.notebook;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Opens and saves notebooks. A save is whole or not at all. */
public final class NotebookFiles {
    private static final long LARGEST = 8L << 20;

    private NotebookFiles() {}

    /**
     * Opens a notebook.
     *
     * @throws UserFacingException where the file cannot be read or is no notebook
     */
    public static Notebook open(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UserFacingException(
                        file.getFileName() + " is larger than 8 MB: no notebook is.", "Choose a notebook's file.");
            }
            return NotebookFormat.read(decoded(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new UserFacingException(
                    "There is no file " + file + ".", "Check the name, or create the notebook in Patchbook.", e);
        } catch (CharacterCodingException e) {
            throw new UserFacingException(
                    file.getFileName() + " is not UTF-8 text.", "Save it as UTF-8 and open it again.", e);
        } catch (IOException e) {
            throw new UserFacingException(
                    file + " cannot be read: " + reason(e) + ".", "Check that it is a file you may read.", e);
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /**
     * Saves a notebook: written beside the file under another name, synced, then renamed over it.
     *
     * @throws UserFacingException where it cannot be written; the file is then as it was
     */
    public static void save(Path file, Notebook notebook) {
        write(file, NotebookFormat.write(notebook));
    }

    /**
     * Writes a text file whole or not at all.
     *
     * @throws UserFacingException where it cannot be written; the file is then as it was
     */
    public static void write(Path file, String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            write(file, bytes);
        } catch (CharacterCodingException e) {
            throw new UserFacingException(
                    file + " cannot be written: its text holds half a character.", "Take that character out.", e);
        }
    }

    /**
     * Writes a file whole or not at all.
     *
     * @throws UserFacingException where it cannot be written; the file is then as it was
     */
    public static void write(Path file, byte[] bytes) {
        write(file, ByteBuffer.wrap(bytes));
    }

    private static void write(Path file, ByteBuffer bytes) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = target.getParent();
            Path temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
            try {
                writeSynced(temporary, bytes);
                keepPermissions(target, temporary);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UserFacingException(
                    file + " cannot be written: " + reason(e) + ".",
                    "Save it under another name or in another folder.",
                    e);
        }
    }

    private static void writeSynced(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A temporary file is for its owner alone; the notebook goes on being readable by whom it was. */
    private static void keepPermissions(Path target, Path temporary) throws IOException {
        if (!Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            return;
        }
        if (Files.exists(target)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
        } else {
            Files.setPosixFilePermissions(
                    temporary, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "access is denied"
                : e.getClass().getSimpleName();
    }
}
