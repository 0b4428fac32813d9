package dev.patchbook.chart;

/** What is said of attention maps, in window and report alike: how they were made, how they are scaled, what they do not show. */
public final class AttentionWords {
    /** What the maps of CLS do not show. */
    public static final String VISION_LIMITS =
            "A weight says how much of a patch's value CLS takes in within this head. It does not say that the patch"
                    + " changed the caption: later blocks mix all tokens again, the residual path passes everything on beside"
                    + " the attention, and a large weight on a small value carries little. Covering a patch and seeing"
                    + " whether the caption changes is the test.";

    /** What the maps of the text do not show. */
    public static final String TEXT_LIMITS =
            "A weight says how much of a token's value a position takes in within this head, not how much that token"
                    + " decided the next character: values differ in size, the residual path passes the position's own"
                    + " content on, and later blocks read from what earlier ones have mixed.";

    /** Why there are no maps of characters over patches where the decoder sees one visual token. */
    public static final String ONE_TOKEN =
            "This decoder sees the picture as one token, so no character attends to single patches: such a map does not"
                    + " exist. Shown instead is each character's weight on that one token (the first column). What the token"
                    + " was made from is in the vision view.";

    private AttentionWords() {}

    /** Caption of what CLS looks at in one head. */
    public static String vision(HeadPlace place, boolean shared) {
        return head(place) + ": softmax weights of the CLS query, "
                + (shared ? "scale shared by all maps." : "scale of this map.");
    }

    /** Caption of who reads whom in one head. */
    public static String text(HeadPlace place) {
        return head(place)
                + ": softmax weights, rows read columns. Colours span this map's weights but for rows that see one token.";
    }

    private static String head(HeadPlace place) {
        return "Block " + place.layer() + ", head " + place.head();
    }
}
