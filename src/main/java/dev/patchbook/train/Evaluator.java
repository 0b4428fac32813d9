package dev.patchbook.train;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.CounterHash;
import dev.patchbook.config.ImageRef;
import dev.patchbook.config.Upkeep;
import dev.patchbook.config.Variant;
import dev.patchbook.data.Batch;
import dev.patchbook.data.Collator;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.Part;
import dev.patchbook.data.PictureChange;
import dev.patchbook.data.PixelScale;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.sample.ModelRuntime;
import dev.patchbook.sample.Sampler;
import dev.patchbook.sample.TextGenerator;
import dev.patchbook.sample.TextRequest;
import dev.patchbook.text.Tokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks at validation rows: their loss, the loss of some of them with wrong and with blank pictures, and greedy captions of the
 * pinned pictures. Which rows, and which wrong pictures, are the same at every evaluation of a run.
 */
public final class Evaluator implements AutoCloseable {
    private static final int MOST_ROWS = 1024;
    private static final int PINS = 4;
    private static final int LONGEST = 96;
    private static final long SITE = 0x77726F6E67L; // "wrong": apart from what else the seed draws

    private final Tokenizer tokenizer;
    private final Dataset data;
    private final PixelScale scale;
    private final Transparency transparency;
    private final Collator collator;
    private final TextGenerator generator;
    private final Batch batch;

    /** An evaluator of a model on a data set. */
    public Evaluator(ModelRuntime runtime, Tokenizer tokenizer, Dataset data, PixelScale scale) {
        this.tokenizer = tokenizer;
        this.data = data;
        this.scale = scale;
        Variant variant = runtime.config().variant();
        this.transparency = Transparency.of(variant);
        this.collator = new Collator(variant, tokenizer, scale, runtime.config().textCapacity());
        this.generator = new TextGenerator(runtime);
        this.batch = new Batch(data.imageSize());
    }

    /**
     * Begins an evaluation.
     *
     * @param size rows in a batch
     * @param seed chooses the wrong pictures
     */
    public Evaluation begin(TrainStep step, int size, Upkeep upkeep, long seed) {
        return new Evaluation(this, step, batches(size), looked(size, upkeep.lookRows()), seed, pins(upkeep));
    }

    /** The rows, in batches: of more than 1,024 so many, evenly spread. */
    private int[][] batches(int size) {
        int[] all = data.validation();
        int count = Math.min(MOST_ROWS, all.length);
        int[] rows = IntStream.range(0, count)
                .map(i -> all[(int) ((long) i * all.length / count)])
                .toArray();
        int[][] batches = new int[(count + size - 1) / size][];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = Arrays.copyOfRange(rows, i * size, Math.min(count, (i + 1) * size));
        }
        return batches;
    }

    /** Which batches are also tried with other pictures: enough for so many rows, evenly spread. */
    private boolean[] looked(int size, int rows) {
        int batches = batches(size).length;
        boolean[] looked = new boolean[batches];
        int count = Math.min(batches, (rows + size - 1) / size);
        for (int i = 0; i < count; i++) {
            looked[(int) ((long) i * batches / count)] = true;
        }
        return looked;
    }

    private List<ImageRef> pins(Upkeep upkeep) {
        if (!upkeep.pins().isEmpty()) {
            return upkeep.pins();
        }
        int count = Math.min(PINS, data.validation().length);
        return IntStream.range(0, count)
                .<ImageRef>mapToObj(ImageRef.Validation::new)
                .toList();
    }

    /** Loss and number of counted targets of rows, with changed pictures. */
    Evaluation.Part part(TrainStep step, PictureChange change, int... rows) {
        collator.fill(batch, data, change, 0, rows);
        return new Evaluation.Part(step.loss(batch), batch.counted());
    }

    /**
     * For each row another one, each once: neighbours in an order drawn by the seed, at the distance at which the fewest have
     * the same picture.
     */
    int[] wrong(long seed, int... rows) {
        int[] order = CounterHash.permutation(CounterHash.key(seed, 0, SITE), rows.length);
        int best = 1;
        int fewest = Integer.MAX_VALUE;
        for (int distance = 1; distance < rows.length && fewest > 0; distance++) {
            int same = 0;
            for (int i = 0; i < rows.length; i++) {
                same += hash(rows[order[i]]).equals(hash(rows[order[(i + distance) % rows.length]])) ? 1 : 0;
            }
            if (same < fewest) {
                fewest = same;
                best = distance;
            }
        }
        int[] wrong = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            wrong[order[i]] = rows[order[(i + best) % rows.length]];
        }
        return wrong;
    }

    private String hash(int row) {
        return data.rows().get(row).picture().hash();
    }

    /** The picture of a row as it is read, before scaling. */
    byte[] picture(int row) {
        return data.rows().get(row).picture().values(transparency);
    }

    /** A picture of one colour: the mean of the rows' pictures. */
    byte[] blank(int... rows) {
        byte[] blank = new byte[3 * data.imageSize() * data.imageSize()];
        int plane = blank.length / 3;
        for (int c = 0; c < 3; c++) {
            long sum = 0;
            for (int row : rows) {
                byte[] values = picture(row);
                for (int i = c * plane; i < (c + 1) * plane; i++) {
                    sum += values[i] & 255;
                }
            }
            long count = Math.max(1, (long) plane * rows.length);
            Arrays.fill(blank, c * plane, (c + 1) * plane, (byte) ((sum + count / 2) / count));
        }
        return blank;
    }

    /** The row a pin names, where there is one. */
    Optional<Dataset.Row> row(ImageRef pin) {
        Part part = pin instanceof ImageRef.Train ? Part.TRAIN : Part.VALIDATION;
        int index = pin instanceof ImageRef.Train train ? train.index() : ((ImageRef.Validation) pin).index();
        return index < data.parts().of(part).length ? Optional.of(data.row(part, index)) : Optional.empty();
    }

    /** A greedy caption; without a begin token, after its own first letter. */
    String caption(Dataset.Row row) {
        String prompt = tokenizer.begin().isPresent()
                ? ""
                : row.caption().substring(0, row.caption().offsetByCodePoints(0, 1));
        byte[] values = row.picture().values(transparency);
        float[] pixels = new float[values.length];
        scale.scale(values, pixels, 0);
        TextRequest request = TextRequest.of(pixels, prompt, LONGEST, tokenizer, Sampler.greedy());
        return prompt
                + tokenizer.decode(generator
                        .generate(request, new CancelToken(), choice -> {})
                        .ids());
    }

    @Override
    public void close() {
        generator.close();
    }
}
