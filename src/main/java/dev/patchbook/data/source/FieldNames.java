package dev.patchbook.data.source;

import java.util.List;
import java.util.Locale;

/** Names that pictures and captions usually go by, likeliest first. */
final class FieldNames {
    static final List<String> PICTURE = List.of(
            "b64string_images",
            "image_base64_str",
            "image_base64",
            "image_b64",
            "base64",
            "b64",
            "image",
            "images",
            "picture",
            "pictures",
            "photo",
            "img",
            "file_name",
            "filename",
            "image_file",
            "image_path",
            "filepath",
            "path",
            "file");

    static final List<String> CAPTION = List.of(
            "caption",
            "captions",
            "outputs",
            "output",
            "text",
            "description",
            "sentence",
            "alt",
            "alt_text",
            "title",
            "label");

    static final String SPLIT = "split";

    private FieldNames() {}

    /** The place of a name; -1 where it is not there. */
    static int find(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (plain(names.get(i)).equals(plain(name))) {
                return i;
            }
        }
        return -1;
    }

    /** The place of the likeliest of some names; -1 where none is there. */
    static int guess(List<String> names, List<String> usual) {
        for (String name : usual) {
            int index = find(names, name);
            if (index >= 0) {
                return index;
            }
        }
        return -1;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
