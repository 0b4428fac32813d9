package dev.patchbook.export;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.LensView;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PatchEdit;
import dev.patchbook.engine.PatchSpace;

/** What is said of closer looks, in window and report alike: how they were made, how they are coloured, on which weights. */
public final class LookWords {
    private LookWords() {}

    /** Which weights, at the end of a sentence. */
    public static String weights(long step) {
        return step == 0 ? "; starting weights." : "; weights after step " + Numbers.count(step) + ".";
    }

    /** Which weights, as a sentence. */
    public static String on(long step) {
        return step == 0 ? "On the starting weights." : "On the weights after step " + Numbers.count(step) + ".";
    }

    /** The plane of a picture's patches. */
    public static String plane(PatchSpace space) {
        double held = space.shares().get(0) + space.shares().get(1);
        return "The patches' embeddings along their first two principal components, which hold "
                + percent(space.shares().get(0)) + " and "
                + percent(space.shares().get(1)) + ", together "
                + percent(held) + " of how they differ; each in its patch's mean colour.";
    }

    /** The filters. */
    public static String filters(PatchSpace space) {
        String which = space.channels().size() < space.all()
                ? "The " + space.channels().size() + " of " + space.all()
                        + " filters with the largest weights, those first"
                : "All " + space.all() + " filters, those with the largest weights first";
        return which + ": grey is zero, each stretched to its own largest weight" + weights(space.step());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** The nearest tokens of a picture. */
    public static String nearest(NearestTokens tokens) {
        return (tokens.visualTokens() > 1
                        ? "Each patch's visual token: the nearest token of the text, coloured by the cosine. "
                        : "The decoder is handed this picture as one visual token. ")
                + "Cosine of visual tokens with the embeddings of the text's tokens, both before positions are added"
                + weights(tokens.step());
    }

    /** The nearest tokens counted. */
    public static String counts(NearestCounts all) {
        long whole = (long) all.pictures() * all.visualTokens();
        return "Nearest to the " + Numbers.count(whole) + " visual tokens of " + Numbers.count(all.pictures()) + " "
                + all.part() + " pictures: " + all.rows().size() + " different" + weights(all.step());
    }

    /** What became of a patch. */
    public static String edit(PatchEdit edit) {
        String how = switch (edit.kind()) {
            case COVER -> "covered";
            case BLUR -> "blurred";
            case PAINT -> "painted";
            case SWAP -> "from the other picture";
        };
        return "patch " + edit.patch() + ", " + how;
    }

    /** The lens over the text. */
    public static String lens(LensView lens) {
        return lens(lens, false);
    }

    /** The lens, over the picture's tokens or those of the text. */
    public static String lens(LensView lens, boolean picture) {
        String text = lens.first() > 0 ? "text's tokens" : "sequence, the picture first";
        return "Logit lens: the likeliest next character, were the decoder to stop there, read through the final norm and"
                + " head; coloured by its probability, from 0 to 1. Rows: before the first block and after each, the last is what"
                + " the model says. Columns: the "
                + (picture ? "picture's tokens, at which no loss was ever taken; over it the row chosen" : text)
                + weights(lens.step());
    }
}
