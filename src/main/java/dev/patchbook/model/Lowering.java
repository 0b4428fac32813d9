package dev.patchbook.model;

import dev.patchbook.model.op.Attention;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * How the parts of the model become graph nodes. Two ways give the same numbers: {@link FusedLowering}, our own operations
 * that the execution plan runs fast, and {@link PortableLowering}, ND4J's own operations, which SameDiff's session runs too and
 * which the tests hold the first against.
 *
 * <p>Symbols: B pictures, N patches, T tokens, C width, V vocabulary, R rows (B times tokens).
 */
interface Lowering {
    /** A learned array of the given shape, in the graph's number type. */
    SDVariable parameter(String name, long... shape);

    /** A fed array of numbers in the graph's number type. */
    SDVariable numbers(String name, long... shape);

    /** A fed array of ids (int). */
    SDVariable ids(String name, long... shape);

    /** The same array under another name. */
    SDVariable rename(SDVariable x, String name);

    /** {@code x W^T + b}: x [R, in], weight [out, in], bias [out] or null; yields [R, out]. */
    SDVariable linear(String name, SDVariable x, SDVariable weight, @Nullable SDVariable bias);

    /** Layer normalisation of each row, eps 1e-5: x [R, C]. */
    SDVariable layerNorm(String name, SDVariable x, SDVariable gain, SDVariable bias);

    /** Exact GELU. */
    SDVariable gelu(String name, SDVariable x);

    /** y [R, n] and, added to its columns from {@code column} on, {@code scale} times an update [R, m]. */
    SDVariable addColumns(String name, SDVariable y, SDVariable update, double scale, int column);

    /** Sum of two arrays of one shape. */
    SDVariable add(String name, SDVariable a, SDVariable b);

    /** Attention of a sequence to itself: qkv [B*T, 3C]; yields [B*T, C] and the weights [B, H, T, T]. */
    SDVariable[] selfAttention(String name, SDVariable qkv, Attention.Form form);

    /**
     * Attention of one query a picture to its tokens: q [B, C], x [B*T, C], weight of keys and values [2C, C]; yields [B, C]
     * and the weights [B, H, 1, T].
     */
    SDVariable[] queryAttention(String name, SDVariable q, SDVariable x, SDVariable weight, Attention.Form form);

    /** Dropout at a site; x itself where the rate is 0. */
    SDVariable dropout(String name, SDVariable x, double rate, int site);

    /** Pictures [B, 3, S, S] to flattened patches [B*N, 3*P*P]. */
    SDVariable patchify(String name, SDVariable images, int patch);

    /** A token [1, C] before each picture's x [B*N, C]; yields [B*(1+N), C]. */
    SDVariable prepend(String name, SDVariable token, SDVariable x, int batch);

    /** Sequences a [B*N, C] and b [B*M, C] joined picture by picture; yields [B*(N+M), C]. */
    SDVariable join(String name, SDVariable a, SDVariable b, int batch);

    /** Tokens from .. from+count-1 of each picture of x [B*T, C]; yields [B*count, C]. */
    SDVariable rows(String name, SDVariable x, int batch, int from, int count);

    /** The first T rows of a table [P, C] added to each picture of x [B*T, C]. */
    SDVariable addPositions(String name, SDVariable x, SDVariable table, int batch);

    /** A row of the table [V, C] for each id [R]; yields [R, C]. */
    SDVariable embedding(String name, SDVariable table, SDVariable ids);

    /** Mean cross-entropy of logits [R, V] over targets [R] that are not negative; yields one number. */
    SDVariable crossEntropy(String name, SDVariable logits, SDVariable targets);
}
