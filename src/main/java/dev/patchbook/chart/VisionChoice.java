package dev.patchbook.chart;

/**
 * Which of the maps over a picture's patches is drawn, and how.
 *
 * @param kind one head's weights, those of a block's heads made one, or what rollout follows
 * @param query the token that looks: 0 is CLS, then the patches
 * @param residual of rollout: whether half of each token stays what it is in each block
 * @param shared whether all maps of a kind share one scale
 * @param keep share of the mass that is shown
 */
public record VisionChoice(Kind kind, int query, boolean residual, boolean shared, double keep) {
    /** One head, CLS, each map in its own scale, all of it. */
    public static final VisionChoice DEFAULT = new VisionChoice(Kind.HEAD, 0, true, false, 1);

    /** What is drawn. */
    public enum Kind {
        HEAD("one head", HeadFusion.MEAN),
        MEAN("mean over heads", HeadFusion.MEAN),
        MAX("maximum over heads", HeadFusion.MAX),
        MIN("minimum over heads", HeadFusion.MIN),
        ROLLOUT("rollout", HeadFusion.MEAN);

        private final String words;
        private final HeadFusion fusion;

        Kind(String words, HeadFusion fusion) {
            this.words = words;
            this.fusion = fusion;
        }

        /** For people. */
        public String words() {
            return words;
        }

        /** How heads become one. */
        public HeadFusion fusion() {
            return fusion;
        }
    }

    /** With another kind. */
    public VisionChoice withKind(Kind other) {
        return new VisionChoice(other, query, residual, shared, keep);
    }

    /** With another token that looks. */
    public VisionChoice withQuery(int other) {
        return new VisionChoice(kind, other, residual, shared, keep);
    }

    /** With or without the residual path. */
    public VisionChoice withResidual(boolean other) {
        return new VisionChoice(kind, query, other, shared, keep);
    }

    /** With one scale for all, or one each. */
    public VisionChoice withShared(boolean other) {
        return new VisionChoice(kind, query, residual, other, keep);
    }

    /** With another share of the mass. */
    public VisionChoice withKeep(double other) {
        return new VisionChoice(kind, query, residual, shared, other);
    }

    /** Who looks, for people. */
    public String looks() {
        return query == 0 ? "CLS" : "patch " + (query - 1);
    }
}
