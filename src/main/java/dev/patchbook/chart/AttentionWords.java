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

    /** What rollout does not show. */
    public static final String ROLLOUT_LIMITS =
            "Rollout multiplies the blocks' weights as if a block did nothing but mix tokens. It leaves out what values,"
                    + " feed-forward layers and norms do, takes the residual path for exactly half, and treats all heads"
                    + " alike. It says where content may have come from, not what the caption rests on; covering patches does.";

    /** What gradients do not show. */
    public static final String GRADIENT_LIMITS =
            "A gradient says what an infinitely small change of the pixels would do. It has no sign here, sees nothing of"
                    + " what happens when a patch is gone altogether, and is near zero where the model is already certain.";

    /** What covering patches does not show. */
    public static final String OCCLUSION_LIMITS =
            "A covered patch shows the picture's mean colour, which is a picture the model may never have seen. Two patches"
                    + " that say the same hide each other: covering either changes nothing.";

    /** What attention of characters does not show. */
    public static final String LANE_LIMITS =
            "The mean over all blocks and heads of what the character before gives to the patches. A visual token stands for"
                    + " more than its patch: the vision encoder has mixed all of them already.";

    /** What the logit lens does not show. */
    public static final String LENS_LIMITS =
            "The final norm and the head were trained to read the last block alone. That they make little of an early one"
                    + " does not say that nothing is known there, only that it is not written the way the head reads.";

    /** What nearness of visual tokens does not show. */
    public static final String NEAREST_LIMITS =
            "A cosine compares directions alone. The decoder reads visual tokens through its own weights, so a token near no"
                    + " character may still say much, and one near a character need not mean it.";

    /** What the plane of patches does not show. */
    public static final String PLANE_LIMITS =
            "Two directions of many: patches that lie together here may lie apart along the others. Filters are the weights"
                    + " alone, each stretched to its own largest; what they do together is not seen.";

    /** What changing patches does not show. */
    public static final String LAB_LIMITS =
            "One caption is one case. A patch that changes nothing here may matter beside others, and a changed picture is one"
                    + " that the model may never have seen the like of.";

    /** What the map of pictures does not show. */
    public static final String MAP_LIMITS =
            "Two directions of many. Pictures that lie together are alike to the vision encoder, not to you, and what the decoder"
                    + " makes of them is not seen. In t-SNE, sizes of groups and distances between them mean nothing.";

    /** Why there are no maps of characters over patches where the decoder sees one visual token. */
    public static final String ONE_TOKEN =
            "This decoder sees the picture as one token, so no character attends to single patches: such a map does not"
                    + " exist. Shown instead is each character's weight on that one token (the first column). What the token"
                    + " was made from is in the vision view.";

    /** What there is instead, where characters are looked at one by one. */
    public static final String ONE_TOKEN_LANES =
            "This decoder sees the picture as one token, so no character attends to single patches: there is no map of"
                    + " attention. Gradient and covering ask the same at the model's output.";

    private AttentionWords() {}

    /** Where a patch lies: row and column. */
    public static String where(int patch, int grid) {
        return "(" + patch / grid + ", " + patch % grid + ")";
    }

    /** Caption of what CLS looks at in one head. */
    public static String vision(HeadPlace place, boolean shared) {
        return vision(place, VisionChoice.DEFAULT.withShared(shared));
    }

    /** The same in few words. */
    public static String shortly(HeadPlace place, VisionChoice choice) {
        String what = switch (choice.kind()) {
            case HEAD -> "block " + place.layer() + ", head " + place.head();
            case ROLLOUT ->
                "rollout to block " + place.layer() + (choice.residual() ? "" : " without the residual path");
            default -> "block " + place.layer() + ", " + choice.kind().words();
        };
        return "Map shown: " + what + ", " + choice.looks();
    }

    /** Caption of what is chosen of a vision encoder's maps. */
    public static String vision(HeadPlace place, VisionChoice choice) {
        String scale = choice.shared() ? "scale shared by all maps of this kind" : "scale of this map";
        String kept = choice.keep() < 1
                ? "; only the patches that hold " + Math.round(100 * choice.keep()) + " % of the mass"
                : "";
        return method(place, choice) + ", " + scale + kept + ".";
    }

    /** How what is chosen of a vision encoder's maps is made. */
    public static String method(HeadPlace place, VisionChoice choice) {
        String who = choice.query() == 0 ? "the CLS query" : "the query of patch " + (choice.query() - 1);
        String residual =
                choice.residual() ? "with the residual path (half of each token stays)" : "without the residual path";
        return switch (choice.kind()) {
            case HEAD -> head(place) + ": softmax weights of " + who;
            case MEAN, MAX, MIN ->
                "Block " + place.layer() + ", " + choice.kind().words() + ": softmax weights of " + who;
            case ROLLOUT ->
                "Rollout through blocks 0 to " + place.layer() + ", mean over heads, " + residual + ": shares that "
                        + choice.looks() + " is mixed from";
        };
    }

    /** Caption of who reads whom in one head. */
    public static String text(HeadPlace place) {
        return text(place, TextChoice.DEFAULT, 1);
    }

    /** Caption of what is chosen of who reads whom, where a block has so many heads. */
    public static String text(HeadPlace place, TextChoice choice, int heads) {
        String what = choice.fused() ? "Block " + place.layer() + ", " + choice.words(heads) : head(place);
        String rows = switch (choice.kind()) {
            case MAX -> "a row of such a maximum sums to one or more";
            case MIN -> "a row of such a minimum sums to one or less";
            default -> "each row sums to one";
        };
        String scale = choice.shared() ? "all weights of all maps of this kind" : "this map's weights";
        return what + ": softmax weights, rows read columns; " + rows + ". Colours span " + scale
                + " but for rows that see one token.";
    }

    /** The same in few words. */
    public static String shortly(HeadPlace place, TextChoice choice, int heads) {
        String what = choice.fused() ? choice.words(heads) : "head " + place.head();
        return "Map shown: block " + place.layer() + ", " + what + ", text";
    }

    private static String head(HeadPlace place) {
        return "Block " + place.layer() + ", head " + place.head();
    }
}
