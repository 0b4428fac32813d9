package dev.patchbook.chart;

import java.util.Optional;

/** What is said of two maps side by side, in window and report alike. */
public final class PairWords {
    /** What a difference does not show. */
    public static final String LIMITS =
            "A difference says where two maps differ, not why, and not that it changed the caption. Heads have no names: the same"
                    + " block and head of two runs need not do the same thing, since each run starts from numbers of its own;"
                    + " of one run they are the same head. Of two pictures, a patch is the same place and not the same thing.";

    private PairWords() {}

    /** What both maps show and how they are scaled. */
    public static String maps(String method, MapPair pair) {
        String scale = pair.colors() == ColorMap.BLUE_ORANGE
                ? "; both on the scale from −1 to 1."
                : "; left and right share one scale.";
        return method + scale;
    }

    /** What the difference subtracts and how it is scaled; or why there is none. */
    public static String difference(String left, String right, MapPair pair) {
        Optional<float[]> all = pair.difference();
        if (all.isEmpty()) {
            return "There is no difference map: the left picture is cut into " + pair.leftGrid() + " × "
                    + pair.leftGrid() + " patches, the right one into " + pair.rightGrid() + " × " + pair.rightGrid()
                    + ".";
        }
        String what = "Right − left: “" + right + "” less “" + left + "”, patch by patch";
        for (float each : all.get()) {
            if (each != 0) {
                return what + ". Scale around zero, ±"
                        + Numbers.significant(pair.reach().max(), 3)
                        + ", the largest difference; blue: less on the right, orange: more.";
            }
        }
        return what + ". They are equal everywhere.";
    }

    /** What lengths of embeddings are. */
    public static String norms() {
        return "Length of each patch's embedding, before positions are added";
    }

    /** What is compared of positions; a token of 0 is CLS. */
    public static String positions(int token) {
        return "Cosine of the learned position of " + (token == 0 ? "CLS" : "patch " + (token - 1))
                + " with that of each patch";
    }

    /** A difference with its sign. */
    public static String signed(double value, String absolute) {
        return value == 0 ? "0" : (value < 0 ? "−" : "+") + absolute;
    }
}
