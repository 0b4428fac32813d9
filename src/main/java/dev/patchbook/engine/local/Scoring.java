package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Probabilities;
import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenScores;
import dev.patchbook.sample.Choice;
import dev.patchbook.sample.Sampler;
import dev.patchbook.sample.TextRequest;
import dev.patchbook.text.Tokenizer;
import dev.patchbook.text.UnknownCharacterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Collects how likely a model held every token at every place of a text. */
final class Scoring {
    private final Tokenizer tokenizer;
    private final List<float[]> logs = new ArrayList<>();
    private double logProbability;

    Scoring(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    void add(Choice choice) {
        float[] row = Probabilities.logs(choice.logits());
        logs.add(row);
        logProbability += row[choice.token()];
    }

    /** Of all that was chosen, nats. */
    double logProbability() {
        return logProbability;
    }

    int places() {
        return logs.size();
    }

    TokenScores scores() {
        int size = tokenizer.vocabulary();
        float[] all = new float[logs.size() * size];
        for (int i = 0; i < logs.size(); i++) {
            System.arraycopy(logs.get(i), 0, all, i * size, size);
        }
        List<String> names = IntStream.range(0, size).mapToObj(tokenizer::text).toList();
        return new TokenScores(names, new TensorView(all, logs.size(), size));
    }

    /** A text read as a picture's caption: what the model held likely at each place, and after it. */
    static TextScores of(LoadedModel model, SampleRequest request, String read, float[] pixels, CancelToken cancel) {
        Tokenizer tokenizer = model.tokenizer();
        int[] ids = encode(read, tokenizer);
        boolean begins = tokenizer.begin().isPresent();
        if (!begins && ids.length == 0) {
            throw new UserFacingException(
                    "This model has no begin token, so there is nothing before the first character.",
                    "Give the first letter or more of a caption.");
        }
        int[] prompt = {begins ? tokenizer.begin().getAsInt() : ids[0]};
        int[] rest = begins ? ids : Arrays.copyOfRange(ids, 1, ids.length);
        if (ids.length > model.config().textCapacity() - (begins ? 1 : 0)) {
            throw new UserFacingException(
                    "The text has " + ids.length + " characters, but the model has room for "
                            + (model.config().textCapacity() - (begins ? 1 : 0)) + ".",
                    "Shorten it.");
        }
        Sampler along = Sampler.along(Sampler.greedy(), rest);
        TextRequest text = new TextRequest(pixels, prompt, rest.length + 1, new int[0], along);
        Scoring scoring = new Scoring(tokenizer);
        Captioner.generate(model, text, request.published(), cancel, scoring::add);
        return new TextScores(Arrays.stream(ids).boxed().toList(), begins ? 0 : 1, scoring.scores());
    }

    static ImageResolver.Where where(SampleRequest request) {
        return new ImageResolver.Where(request.folder(), request.allowOutside());
    }

    private static int[] encode(String text, Tokenizer tokenizer) {
        try {
            return tokenizer.encode(text);
        } catch (UnknownCharacterException e) {
            throw Captioner.unknown("text", e, tokenizer);
        }
    }
}
