package dev.patchbook.engine;

/**
 * A picture and a text to look at in a model.
 *
 * @param look model and picture
 * @param source which text
 * @param text the text itself, where it is given; else empty
 */
public record TextLook(LookRequest look, Source source, String text) {
    /** Where a text comes from. */
    public enum Source {
        /** The picture's own caption; of a picture file, what the model writes. */
        OWN,
        /** The likeliest caption, character by character. */
        WRITTEN,
        /** Somebody wrote it. */
        GIVEN
    }

    /** The picture's own caption. */
    public static TextLook own(LookRequest look) {
        return new TextLook(look, Source.OWN, "");
    }
}
