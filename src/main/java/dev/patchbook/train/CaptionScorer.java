package dev.patchbook.train;

import dev.patchbook.base.CancelToken;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.Part;
import dev.patchbook.data.PixelScale;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.data.samples.ContentWords;
import dev.patchbook.sample.ModelRuntime;
import dev.patchbook.sample.Sampler;
import dev.patchbook.sample.TextGenerator;
import dev.patchbook.sample.TextRequest;
import dev.patchbook.text.Tokenizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How well a model's greedy captions name what is in the validation pictures of drawn scenes: the share of content words (size,
 * colour, shape, relation, each at its place) and of exact captions, beside what is had without looking.
 */
public final class CaptionScorer {
    private static final int LONGEST = 96;

    /**
     * Shares between 0 and 1.
     *
     * @param words content words right
     * @param exact captions right to the letter
     */
    public record Score(double words, double exact) {}

    /**
     * What was found.
     *
     * @param pictures validation rows
     * @param model the model shown each picture
     * @param blank the same model shown a white picture
     * @param frequent the training rows' most frequent caption, said of every picture
     */
    public record Scores(int pictures, Score model, Score blank, Score frequent) {}

    private final TextGenerator generator;
    private final Tokenizer tokenizer;
    private final Dataset data;
    private final PixelScale scale;
    private final Transparency transparency;

    /** A scorer of a model on a data set. */
    public CaptionScorer(
            ModelRuntime runtime, TextGenerator generator, Tokenizer tokenizer, Dataset data, PixelScale scale) {
        this.generator = generator;
        this.tokenizer = tokenizer;
        this.data = data;
        this.scale = scale;
        this.transparency = Transparency.of(runtime.config().variant());
    }

    /** Captions every validation picture. */
    public Scores score(CancelToken cancel) {
        byte[] white = new byte[3 * data.imageSize() * data.imageSize()];
        Arrays.fill(white, (byte) 255);
        String frequent = frequent();
        return new Scores(
                data.validation().length,
                score(row -> caption(row, row.picture().values(transparency), cancel)),
                score(row -> caption(row, white, cancel)),
                score(row -> frequent));
    }

    private Score score(Function<Dataset.Row, String> captions) {
        ContentWords.Score words = ContentWords.Score.NONE;
        int exact = 0;
        for (int index : data.validation()) {
            Dataset.Row row = data.rows().get(index);
            String said = captions.apply(row);
            words = words.plus(ContentWords.score(row.caption(), said));
            exact += said.equals(row.caption()) ? 1 : 0;
        }
        return new Score(words.share(), exact / (double) Math.max(1, data.validation().length));
    }

    /** Without a begin token the model needs a prompt: the caption's first letter. */
    private String caption(Dataset.Row row, byte[] picture, CancelToken cancel) {
        float[] pixels = new float[picture.length];
        scale.scale(picture, pixels, 0);
        String prompt = tokenizer.begin().isPresent()
                ? ""
                : row.caption().substring(0, row.caption().offsetByCodePoints(0, 1));
        TextRequest request = TextRequest.of(pixels, prompt, LONGEST, tokenizer, Sampler.greedy());
        return prompt
                + tokenizer.decode(
                        generator.generate(request, cancel, choice -> {}).ids());
    }

    private String frequent() {
        Map<String, Long> counts = Arrays.stream(data.parts().of(Part.TRAIN))
                .mapToObj(index -> data.rows().get(index).caption())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
