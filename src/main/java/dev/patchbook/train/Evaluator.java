package dev.patchbook.train;

import dev.patchbook.base.CancelToken;
import dev.patchbook.config.Variant;
import dev.patchbook.data.Batch;
import dev.patchbook.data.Collator;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.PixelScale;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.sample.Generated;
import dev.patchbook.sample.ModelRuntime;
import dev.patchbook.sample.Sampler;
import dev.patchbook.sample.TextGenerator;
import dev.patchbook.sample.TextRequest;
import dev.patchbook.text.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at validation rows: their loss, and greedy captions of the first pictures. */
public final class Evaluator implements AutoCloseable {
    private static final int MOST_ROWS = 1024;
    private static final int CAPTIONS = 4;
    private static final int LONGEST = 96;

    private final ModelRuntime runtime;
    private final Tokenizer tokenizer;
    private final Dataset data;
    private final PixelScale scale;
    private final Collator collator;
    private final TextGenerator generator;

    /** An evaluator of a model on a data set. */
    public Evaluator(ModelRuntime runtime, Tokenizer tokenizer, Dataset data, PixelScale scale) {
        this.runtime = runtime;
        this.tokenizer = tokenizer;
        this.data = data;
        this.scale = scale;
        Variant variant = runtime.config().variant();
        this.collator = new Collator(variant, tokenizer, scale, runtime.config().textCapacity());
        this.generator = new TextGenerator(runtime);
    }

    /** Mean loss over the counted targets of the first 1,024 validation rows, in batches of {@code size}. */
    public double loss(TrainStep step, int size) {
        int[] rows = Arrays.copyOf(data.validation(), Math.min(MOST_ROWS, data.validation().length));
        Batch batch = new Batch(data.imageSize());
        double sum = 0;
        long counted = 0;
        for (int from = 0; from < rows.length; from += size) {
            collator.fill(batch, data, Arrays.copyOfRange(rows, from, Math.min(rows.length, from + size)));
            int count = batch.counted();
            sum += step.loss(batch) * count;
            counted += count;
        }
        return sum / counted;
    }

    /** Greedy captions of the first validation pictures; without a begin token, each after its own first letter. */
    public List<String> captions() {
        List<String> captions = new ArrayList<>();
        int[] rows = data.validation();
        for (int i = 0; i < rows.length && captions.size() < CAPTIONS; i++) {
            captions.add(caption(data.rows().get(rows[i])));
        }
        return captions;
    }

    private String caption(Dataset.Row row) {
        String prompt = tokenizer.begin().isPresent()
                ? ""
                : row.caption().substring(0, row.caption().offsetByCodePoints(0, 1));
        byte[] values = row.picture().values(Transparency.of(runtime.config().variant()));
        float[] pixels = new float[values.length];
        scale.scale(values, pixels, 0);
        return prompt + tokenizer.decode(generate(pixels, prompt, LONGEST).ids());
    }

    private Generated generate(float[] pixels, String prompt, int longest) {
        TextRequest request = TextRequest.of(pixels, prompt, longest, tokenizer, Sampler.greedy());
        return generator.generate(request, new CancelToken(), choice -> {});
    }

    @Override
    public void close() {
        generator.close();
    }
}
