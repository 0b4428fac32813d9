package dev.patchbook.data.source;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.patchbook.base.UserFacingException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the columns of a CSV stand.
 *
 * @param names as the header has them
 * @param picture index of the pictures
 * @param caption index of the captions
 * @param split index of the split column; -1 without one
 */
record Columns(List<String> names, int picture, int caption, int split) {
    private static final int LONGEST_NAME = 40;
    private static final int MOST_NAMES = 12;

    /** How pictures begin, as base64: PNG, JPEG, GIF, WebP, TIFF. */
    private static final Pattern PICTURE =
            Pattern.compile("(?s)\\s*(data:image/.*|iVBORw0KGg.*|/9j/.*|R0lGOD.*|UklGR.*|SUkqA.*|TU0AK.*)");

    /**
     * Finds the columns: as set, by their usual names, or by what the first row holds.
     *
     * @param first the first row, as much of it as is known
     * @throws UserFacingException where one is missing or stands twice
     */
    static Columns of(List<String> names, List<String> first, SourceOptions options, String file) {
        int picture = set(names, options.imageColumn(), "image-column", file);
        int caption = set(names, options.captionColumn(), "caption-column", file);
        if (picture < 0) {
            picture = once(names, FieldNames.guess(names, FieldNames.PICTURE), "image-column", file);
        }
        if (picture < 0) {
            picture = pictures(first.subList(0, Math.min(first.size(), names.size())));
        }
        if (caption < 0) {
            caption = once(names, FieldNames.guess(names, FieldNames.CAPTION), "caption-column", file);
        }
        if (caption < 0 && names.size() == 2 && picture >= 0) {
            caption = 1 - picture;
        }
        if (picture < 0) {
            throw missing(names, FieldNames.PICTURE.get(0), "image-column", file);
        }
        if (caption < 0 || caption == picture) {
            throw missing(names, FieldNames.CAPTION.get(0), "caption-column", file);
        }
        int split = FieldNames.find(names, FieldNames.SPLIT);
        return new Columns(names, picture, caption, once(names, split, "split", file));
    }

    private static int set(List<String> names, String name, String setting, String file) {
        if (name.isBlank()) {
            return -1;
        }
        int index = FieldNames.find(names, name);
        if (index < 0) {
            throw missing(names, name, setting, file);
        }
        return once(names, index, setting, file);
    }

    /** The only column that is a picture or a picture's file by what stands in it; -1 otherwise. */
    private static int pictures(List<String> first) {
        int found = -1;
        for (int i = 0; i < first.size(); i++) {
            String field = first.get(i);
            boolean file = field.length() < PictureField.LONGEST_NAME
                    && PictureField.PICTURE_FILE.matcher(field.strip()).matches();
            if (file
                    || PICTURE.matcher(field.length() > 64 ? field.substring(0, 64) : field)
                            .matches()) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private static UserFacingException missing(List<String> names, String name, String setting, String file) {
        return new UserFacingException(
                file + " has no column “" + shortened(name) + "”. Its columns are " + list(names) + ".",
                "The first line must name the columns. Set " + setting + " to the column of the "
                        + (setting.startsWith("image") ? "pictures" : "captions") + ".");
    }

    private static int once(List<String> names, int index, String setting, String file) {
        if (index >= 0 && FieldNames.find(names.subList(index + 1, names.size()), names.get(index)) >= 0) {
            throw new UserFacingException(
                    file + " has more than one column “" + shortened(names.get(index)) + "”.",
                    setting.equals(FieldNames.SPLIT)
                            ? "Rename all but the one to be read."
                            : "Rename all but the one to be read, or set " + setting + ".");
        }
        return index;
    }

    private static String list(List<String> names) {
        List<String> shown = names.stream()
                .limit(MOST_NAMES)
                .map(name -> "“" + shortened(name) + "”")
                .toList();
        return String.join(", ", shown)
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() + "…" : name.strip();
    }

    RawRow.Names used() {
        return new RawRow.Names(
                names.get(picture).strip(),
                names.get(caption).strip(),
                split < 0 ? "" : names.get(split).strip());
    }

    /** Whether a record has text beyond the header's columns. */
    boolean surplus(CsvRecord csvRecord) {
        for (int i = names.size(); i < csvRecord.getFieldCount(); i++) {
            if (!csvRecord.getField(i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    static Optional<String> field(CsvRecord csvRecord, int index) {
        return index < csvRecord.getFieldCount() ? Optional.of(csvRecord.getField(index)) : Optional.empty();
    }
}
