package dev.patchbook.data;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Variant;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.text.Tokenizer;
import java.util.Arrays;
import java.util.List;

/**
 * Lays rows out as a {@link Batch}. The target of a position is the token that follows.
 *
 * <p>Where padding is ignored, a caption is read as {@code begin c1 .. cn} and its targets are {@code c1 .. cn end}; the
 * length is rounded up to a multiple of 8, so that few execution plans serve all batches, and targets of padding are
 * {@link Batch#IGNORED}. Where it counts (the articles), a caption is read as {@code c1 .. cn}, padded to the longest of
 * the batch, and its targets are {@code c2 .. cn pad}, padded, all counted.
 */
public final class Collator {
    private static final int ROUND = 8;

    private final Tokenizer tokenizer;
    private final PixelScale scale;
    private final Transparency transparency;
    private final boolean ignoresPadding;
    private final int capacity;

    /**
     * A collator for one model.
     *
     * @param variant decides about padding and transparency
     * @param tokenizer the model's
     * @param scale of the pixels
     * @param capacity the longest text the model takes, in tokens
     */
    public Collator(Variant variant, Tokenizer tokenizer, PixelScale scale, int capacity) {
        this.tokenizer = tokenizer;
        this.scale = scale;
        this.transparency = Transparency.of(variant);
        this.ignoresPadding = variant.ignoresPadding();
        this.capacity = capacity;
    }

    /** As {@link #fill(Batch, Dataset, PictureChange, long, int...)}, pictures as they are. */
    public void fill(Batch batch, Dataset data, int... rows) {
        fill(batch, data, PictureChange.NONE, 0, rows);
    }

    /**
     * Fills a batch with rows of a data set.
     *
     * @param batch filled anew, its shape follows the rows
     * @param data where the rows are
     * @param change what is done to their pictures
     * @param step of the run, for the change
     * @param rows indices into {@link Dataset#rows()}
     * @throws UserFacingException where a caption is longer than the model takes
     */
    public void fill(Batch batch, Dataset data, PictureChange change, long step, int... rows) {
        int[][] sequences = new int[rows.length][];
        int longest = 1;
        for (int i = 0; i < rows.length; i++) {
            sequences[i] = sequence(data.rows().get(rows[i]));
            longest = Math.max(longest, sequences[i].length - 1);
        }
        batch.reshape(rows.length, ignoresPadding ? Math.min(roundUp(longest), capacity) : longest);
        int picture = 3 * batch.imageSize() * batch.imageSize();
        for (int i = 0; i < rows.length; i++) {
            layOut(sequences[i], batch, i * batch.length());
            byte[] values = data.rows().get(rows[i]).picture().values(transparency);
            scale.scale(change.changed(values, batch.imageSize(), step, i), batch.pixels(), i * picture);
        }
    }

    /** The longest text any of the captions gives, in tokens, rounded as {@link #fill} does. */
    public int length(List<String> captions) {
        int longest = 1;
        for (String caption : captions) {
            int characters = caption.codePointCount(0, caption.length());
            longest = Math.max(longest, characters + (tokenizer.begin().isPresent() ? 1 : 0));
        }
        return ignoresPadding ? Math.min(roundUp(longest), capacity) : longest;
    }

    /** What is read and what follows it: one token more than is read. */
    private int[] sequence(Dataset.Row row) {
        int[] caption = tokenizer.encode(row.caption());
        int before = tokenizer.begin().isPresent() ? 1 : 0;
        int[] sequence = new int[before + caption.length + 1];
        sequence[0] = tokenizer.begin().orElse(0);
        System.arraycopy(caption, 0, sequence, before, caption.length);
        sequence[sequence.length - 1] = tokenizer.end().orElse(tokenizer.pad());
        if (sequence.length - 1 > capacity) {
            throw new UserFacingException(
                    "The caption of row " + row.number() + " (line " + row.line() + ") takes " + (sequence.length - 1)
                            + " tokens, but the model has room for " + capacity + ".",
                    "Raise the model's positions, or lower the data's max-length.");
        }
        return sequence;
    }

    private void layOut(int[] sequence, Batch batch, int from) {
        int read = sequence.length - 1;
        int to = from + batch.length();
        System.arraycopy(sequence, 0, batch.tokens(), from, read);
        Arrays.fill(batch.tokens(), from + read, to, tokenizer.pad());
        System.arraycopy(sequence, 1, batch.targets(), from, read);
        Arrays.fill(batch.targets(), from + read, to, ignoresPadding ? Batch.IGNORED : tokenizer.pad());
    }

    private static int roundUp(int length) {
        return (length + ROUND - 1) / ROUND * ROUND;
    }
}
