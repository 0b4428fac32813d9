package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Picture;
import dev.patchbook.base.Probabilities;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenEvent.Candidate;
import dev.patchbook.sample.BeamSearch;
import dev.patchbook.sample.BeamSearch.Hypothesis;
import dev.patchbook.sample.Choice;
import dev.patchbook.sample.Generated;
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
        Shown shown = images.shown(model, settings.image(), Scoring.where(request));
        Picture original = images.original(model, settings.image(), Scoring.where(request));
        Tokenizer tokenizer = model.tokenizer();
        List<TokenEvent> events = new ArrayList<>();
        Scoring scores = new Scoring(tokenizer);
        Consumer<Choice> choices = choice -> {
            scores.add(choice);
            TokenEvent event = event(choice, settings, tokenizer);
            events.add(event);
            tokens.accept(event);
        };
        List<Generation.Other> others = new ArrayList<>();
        Generated generated = write(model, shown.pixels(), request, others, cancel, choices);
        return new Generation(
                settings.prompt() + tokenizer.decode(generated.ids()),
                settings.prompt(),
                List.copyOf(events),
                original,
                shown.resized(),
                shown.caption(),
                generated.finished(),
                scores.scores(),
                others);
    }

    /** Writes as the settings say: token by token, or the likeliest of the texts that beams lead to. */
    private static Generated write(
            LoadedModel model,
            float[] pixels,
            SampleRequest request,
            List<Generation.Other> others,
            CancelToken cancel,
            Consumer<Choice> choices) {
        SampleSettings settings = request.settings();
        TextRequest text = text(pixels, settings, model.tokenizer());
        if (settings.beams() == 1) {
            return generate(model, text, request.published(), cancel, choices);
        }
        if (request.published()) {
            throw new SettingException(
                    "beams",
                    "The articles' loop runs old rows through the blocks again, so beams cannot share them.",
                    "Set beams to 1, or generate without the articles' loop.");
        }
        List<Hypothesis> found = BeamSearch.search(model.generator(), text, settings.beams(), cancel);
        found.forEach(one -> others.add(new Generation.Other(
                settings.prompt() + model.tokenizer().decode(ids(one)), one.logProbability(), one.finished())));
        return generate(model, along(text, found.get(0)), false, cancel, choices);
    }

    /** Along a text found, and over the likeliest of the tokens that stop it. */
    private static TextRequest along(TextRequest text, Hypothesis found) {
        int most = found.tokens().size() + (found.finished() ? 1 : 0);
        Sampler stop = (logits, index) -> Arrays.stream(text.stops())
                .boxed()
                .max((a, b) -> Float.compare(logits[a], logits[b]))
                .orElseThrow();
        int[] ids = ids(found);
        Sampler along = (logits, index) -> index < ids.length ? ids[index] : stop.next(logits, index);
        return new TextRequest(text.pixels(), text.prompt(), most, text.stops(), text.noRepeat(), along);
    }

    private static int[] ids(Hypothesis found) {
        return found.tokens().stream().mapToInt(Integer::intValue).toArray();
    }

    static Generated generate(
            LoadedModel model, TextRequest text, boolean published, CancelToken cancel, Consumer<Choice> choices) {
        return published
                ? model.publishedGenerator().generate(text, cancel, choices)
                : model.generator().generate(text, cancel, choices);
    }

    static TextRequest text(float[] pixels, SampleSettings settings, Tokenizer tokenizer) {
        try {
            return TextRequest.of(pixels, settings, tokenizer);
        } catch (UnknownCharacterException e) {
            throw unknown("prompt", e, tokenizer);
        }
    }

    static SettingException unknown(String what, UnknownCharacterException e, Tokenizer tokenizer) {
        return new SettingException(
                "prompt",
                "The " + what + "'s character " + e.character() + " at position " + e.position()
                        + " is not one the model knows.",
                "Leave it out; the model knows "
                        + String.join("", tokenizer.alphabet()).strip() + ".");
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
        double[] adjusted =
                Probabilities.adjusted(choice.allowed(), settings.temperature(), settings.topK(), settings.topP());
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
