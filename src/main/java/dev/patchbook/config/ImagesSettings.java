package dev.patchbook.config;

import java.util.Map;

/**
 * Settings of an images cell, but for the words that colour its points.
 *
 * @param part {@code train} or {@code validation}
 * @param pictures how many of them at most
 * @param neighbours whether there is to be a plane that keeps neighbours (t-SNE), too
 * @param step checkpoint to look at; 0: the weights of now
 */
public record ImagesSettings(String part, int pictures, boolean neighbours, int step) {
    /** As many pictures as are ever laid out. */
    public static final int MOST = 2000;

    /** As many as t-SNE takes some seconds for: each is held against each. */
    public static final int MOST_NEIGHBOURS = 1000;

    /** The same at another checkpoint. */
    public ImagesSettings at(int other) {
        return new ImagesSettings(part, pictures, neighbours, other);
    }

    /** What is looked at, where one picture is: the first of them. */
    public ViewSettings view() {
        return new ViewSettings(part + " 0", "", 0, 0, step);
    }

    /**
     * Reads the settings.
     *
     * @throws SettingException for an unknown key or a value that cannot be used
     */
    public static ImagesSettings of(Map<String, String> written) {
        Values v = Values.of(Group.IMAGES, written, Defaults.of(Group.IMAGES, Preset.LAPTOP, Variant.STANDARD));
        return new ImagesSettings(
                v.text("part"), v.whole("pictures"), v.text("method").equals("tsne"), v.whole("step"));
    }
}
