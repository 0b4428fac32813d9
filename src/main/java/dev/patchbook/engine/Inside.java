package dev.patchbook.engine;

/**
 * Closer looks into a model than its patches and attention, asked for one by one. Each runs between two steps where the model
 * trains; what takes long does so in pieces, all of them on the weights of the moment it began.
 */
public interface Inside {
    /** Which patches each token of a text rests on. */
    Job<TokenMaps> tokens(TextLook look);

    /** Which patches each token of a written text rests on, in one way of telling. */
    Job<TokenTrace> trace(TraceLook look);

    /** What the decoder would say after each of its blocks. */
    Job<LensView> lens(TextLook look);

    /** What of the text a picture's visual tokens are nearest to. */
    Job<NearestTokens> nearest(LookRequest look);

    /**
     * The same counted over the pictures of a part of the model's data.
     *
     * @param look its picture is not used
     * @param part {@code train} or {@code validation}
     */
    Job<NearestCounts> nearest(LookRequest look, String part);

    /** What the model writes where patches of a picture are made otherwise. */
    Job<EditView> edited(EditLook look);

    /** The pictures of a part of the model's data in a plane, as vision sees them. */
    Job<ImageMap> images(MapLook look);

    /** Two models, checkpoints or pictures side by side. */
    Job<PairView> compare(CompareLook look);

    /** The patch projection's filters, and the picture's patches in its space. */
    Job<PatchSpace> space(LookRequest look);
}
