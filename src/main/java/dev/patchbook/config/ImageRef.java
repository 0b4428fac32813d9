package dev.patchbook.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which picture a cell looks at: a row of the data, or a file. */
public sealed interface ImageRef {
    /** Row {@code index} of the training rows, from 0. */
    record Train(int index) implements ImageRef {
        @Override
        public String text() {
            return "train " + index;
        }
    }

    /** Row {@code index} of the validation rows, from 0. */
    record Validation(int index) implements ImageRef {
        @Override
        public String text() {
            return "validation " + index;
        }
    }

    /** A picture file. */
    record File(String path) implements ImageRef {
        @Override
        public String text() {
            return path;
        }
    }

    /** As a setting has it. */
    String text();

    /** Reads {@code validation N}, {@code train N} or a path. */
    static ImageRef of(String text) {
        Matcher row = Pattern.compile("(train|validation)\\s+(\\d{1,9})")
                .matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!row.matches()) {
            return new File(text.strip());
        }
        int index = Integer.parseInt(row.group(2));
        return row.group(1).equals("train") ? new Train(index) : new Validation(index);
    }
}
