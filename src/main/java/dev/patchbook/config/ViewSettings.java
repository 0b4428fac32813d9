package dev.patchbook.config;

import java.util.Map;

/**
 * Settings of a patches or an attention cell.
 *
 * @param image {@code validation N}, {@code train N}, or a picture file
 * @param view which of the cell's views
 * @param layer block, from 0; 0 for patches
 * @param head head, from 0; 0 for patches
 * @param step checkpoint to look at; 0: the weights of now
 */
public record ViewSettings(String image, String view, int layer, int head, int step) {
    /** The same of another picture. */
    public ViewSettings of(String other) {
        return new ViewSettings(other, view, layer, head, step);
    }

    /** The same at another checkpoint. */
    public ViewSettings at(int other) {
        return new ViewSettings(image, view, layer, head, other);
    }

    /**
     * Reads the settings of a patches cell.
     *
     * @throws SettingException for an unknown key or a value that cannot be used
     */
    public static ViewSettings patches(Map<String, String> written) {
        Values v = Values.of(Group.PATCHES, written, Defaults.of(Group.PATCHES, Preset.LAPTOP, Variant.STANDARD));
        return new ViewSettings(v.text("image"), v.text("view"), 0, 0, v.whole("step"));
    }

    /**
     * Reads the settings of an attention cell.
     *
     * @throws SettingException for an unknown key or a value that cannot be used
     */
    public static ViewSettings attention(Map<String, String> written) {
        Values v = Values.of(Group.ATTENTION, written, Defaults.of(Group.ATTENTION, Preset.LAPTOP, Variant.STANDARD));
        return new ViewSettings(v.text("image"), v.text("view"), v.whole("layer"), v.whole("head"), v.whole("step"));
    }
}
