package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Picture;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenEvent.Candidate;
import dev.patchbook.sample.Choice;
import dev.patchbook.sample.Generated;
import dev.patchbook.sample.Probabilities;
import dev.patchbook.sample.Sampler;
import dev.patchbook.sample.TextRequest;
import dev.patchbook.text.Tokenizer;
import dev.patchbook.text.UnknownCharacterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Generates captions for the port. */
final class Captioner {
    /** Candidates of a token that are told. */
    private static final int CANDIDATES = 8;

    /** A caption that only serves to look at what the model attends to need not be longer. */
    private static final int GREEDY_MOST = 64;

    private Captioner() {}

    static Generation caption(
            LoadedModel model,
            SampleRequest request,
            ImageResolver images,
            CancelToken cancel,
            Consumer<TokenEvent> tokens) {
        SampleSettings settings = request.settings();
        ImageResolver.Where where = new ImageResolver.Where(request.folder(), request.allowOutside());
        Shown shown = images.shown(model, settings.image(), where);
        Picture original = images.original(model, settings.image(), where);
        Tokenizer tokenizer = model.tokenizer();
        TextRequest text = text(shown, settings, tokenizer);
        List<TokenEvent> events = new ArrayList<>();
        Consumer<Choice> choices = choice -> {
            TokenEvent event = event(choice, settings, tokenizer);
            events.add(event);
            tokens.accept(event);
        };
        Generated generated = request.published()
                ? model.publishedGenerator().generate(text, cancel, choices)
                : model.generator().generate(text, cancel, choices);
        return new Generation(
                settings.prompt() + tokenizer.decode(generated.ids()),
                settings.prompt(),
                List.copyOf(events),
                original,
                shown.resized(),
                shown.caption(),
                generated.finished());
    }

    private static TextRequest text(Shown shown, SampleSettings settings, Tokenizer tokenizer) {
        try {
            Sampler sampler = Sampler.of(settings);
            return TextRequest.of(shown.pixels(), settings.prompt(), settings.maxTokens(), tokenizer, sampler);
        } catch (UnknownCharacterException e) {
            throw new SettingException(
                    "prompt",
                    "The prompt's character " + e.character() + " at position " + e.position()
                            + " is not one the model knows.",
                    "Leave it out; the model knows "
                            + String.join("", tokenizer.alphabet()).strip() + ".");
        }
    }

    /** A picture's likeliest caption, without begin and end; empty where the model needs a prompt to start from. */
    static String greedy(LoadedModel model, float[] pixels, CancelToken cancel) {
        Tokenizer tokenizer = model.tokenizer();
        if (tokenizer.begin().isEmpty()) {
            return "";
        }
        int most = Math.min(GREEDY_MOST, model.config().textCapacity() - 1);
        TextRequest text = TextRequest.of(pixels, "", most, tokenizer, Sampler.greedy());
        Generated generated = model.generator().generate(text, cancel, choice -> {});
        return tokenizer.decode(generated.ids());
    }

    private static TokenEvent event(Choice choice, SampleSettings settings, Tokenizer tokenizer) {
        double[] raw = Probabilities.of(choice.logits());
        double[] adjusted = Probabilities.adjusted(choice.logits(), settings);
        Candidate chosen = candidate(choice.token(), raw, tokenizer);
        return new TokenEvent(choice.index(), chosen, likeliest(raw, tokenizer), likeliest(adjusted, tokenizer));
    }

    /** The likeliest tokens, best first; none that cannot be drawn. */
    private static List<Candidate> likeliest(double[] probabilities, Tokenizer tokenizer) {
        return Arrays.stream(Probabilities.likeliest(probabilities, CANDIDATES))
                .filter(token -> probabilities[token] > 0)
                .mapToObj(token -> candidate(token, probabilities, tokenizer))
                .toList();
    }

    private static Candidate candidate(int token, double[] probabilities, Tokenizer tokenizer) {
        return new Candidate(token, tokenizer.text(token), probabilities[token]);
    }
}
