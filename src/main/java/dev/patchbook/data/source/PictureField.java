package dev.patchbook.data.source;

import dev.patchbook.data.picture.ImageDecoder;
import dev.patchbook.data.picture.PictureException;
import dev.patchbook.data.report.ProblemCode;
import dev.patchbook.data.report.RowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a row's picture is. */
public sealed interface PictureField {
    /** Endings of picture files that are read. */
    Pattern PICTURE_FILE = Pattern.compile("(?is).+\\.(png|jpe?g|jfif|gif|bmp|webp|tiff?)");

    /** The longest text that is taken for a file's name. */
    int LONGEST_NAME = 1024;

    /**
     * The bytes of the picture's file.
     *
     * @throws RowException where there are none
     */
    byte[] bytes();

    /**
     * Base64 in the row itself.
     *
     * @param column what the field is called
     * @param text as it stands
     */
    record Text(String column, String text) implements PictureField {
        @Override
        public byte[] bytes() {
            return Base64Picture.decode(column, text);
        }
    }

    /**
     * A file of its own.
     *
     * @param column what the field is called
     * @param name as it stands
     * @param places what it is relative to, and where it may lie
     */
    record File(String column, String name, Places places) implements PictureField {
        @Override
        public byte[] bytes() {
            if (name.toLowerCase(Locale.ROOT).matches("(?s)[a-z][a-z0-9+.-]+://.*")) {
                throw problem(
                        ProblemCode.MISSING_FILE,
                        "The picture “" + shortened(name) + "” is an address; nothing is fetched from the network.",
                        "Save the picture beside the data and name its file.");
            }
            try {
                Path file = places.find(name);
                if (!Files.isRegularFile(file)) {
                    throw missing(file);
                }
                if (!places.allows(file)) {
                    throw problem(
                            ProblemCode.OUTSIDE,
                            "The picture “" + shortened(name) + "” lies outside of the notebook's folder.",
                            "Move it beside the data, or allow files outside (--allow-outside).");
                }
                return ImageDecoder.bytes(file);
            } catch (PictureException e) {
                throw new RowException(column, e.code(), e.what(), e.remedy(), e);
            } catch (InvalidPathException | IOException e) {
                throw problem(
                        ProblemCode.MISSING_FILE,
                        "The picture “" + shortened(name) + "” cannot be read.",
                        "Check the name, and that you may read the file.");
            }
        }

        private RowException missing(Path file) {
            return Files.isDirectory(file)
                    ? problem(
                            ProblemCode.MISSING_FILE,
                            "“" + shortened(name) + "” is a folder, not a picture.",
                            "Name a picture's file.")
                    : problem(
                            ProblemCode.MISSING_FILE,
                            "There is no picture file “" + shortened(name) + "”.",
                            "Check the name; it is looked for beside the data.");
        }

        private RowException problem(ProblemCode code, String reason, String remedy) {
            return new RowException(column, code, reason, remedy);
        }
    }

    /** A field's value: a file's name where it looks like one, else base64. */
    static PictureField of(String column, String text, Places places) {
        String name = text.strip();
        boolean file = name.length() <= LONGEST_NAME
                && !name.regionMatches(true, 0, "data:", 0, 5)
                && PICTURE_FILE.matcher(name).matches();
        return file ? new File(column, name, places) : new Text(column, text);
    }

    /** A text made short enough for a message. */
    static String shortened(String text) {
        int cut = 60;
        if (text.length() <= cut) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }
}
