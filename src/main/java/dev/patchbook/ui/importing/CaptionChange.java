package dev.patchbook.ui.importing;

import dev.patchbook.engine.DataPreview.Row;

/**
 * What became of a caption.
 *
 * @param cut what was cut off its end; empty where nothing was
 * @param before what it was where it became something else; empty otherwise
 */
record CaptionChange(String cut, String before) {
    private static final String MORE = "…";

    /** From the field, which is cut itself where it is long, to the caption as it would be used. */
    static CaptionChange of(String field, Row row) {
        String used = row.caption();
        boolean partly = field.endsWith(MORE);
        String known = partly ? field.substring(0, field.length() - MORE.length()) : field;
        if (field.equals(used)
                || partly && used.startsWith(known)
                || row.problem().isPresent()) {
            return new CaptionChange("", "");
        }
        return known.startsWith(used)
                ? new CaptionChange(field.substring(used.length()), "")
                : new CaptionChange("", field);
    }

    boolean any() {
        return !cut.isEmpty() || !before.isEmpty();
    }
}
