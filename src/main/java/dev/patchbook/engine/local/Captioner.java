package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Picture;
import dev.patchbook.base.Probabilities;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.TextScores;
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

    /**
     * Writes a caption.
     *
     * @param start tokens after the prompt that are taken as they are
     */
    static Generation caption(
            LoadedModel model,
            SampleRequest request,
            List<Integer> start,
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
        TextRequest text = text(shown.pixels(), settings, tokenizer);
        Generated generated = start.isEmpty()
                ? write(model, text, request, others, cancel, choices)
                : generate(model, following(text, start), request.published(), cancel, choices);
        return new Generation(
                settings.prompt() + tokenizer.decode(generated.ids()),
                settings,
                List.copyOf(events),
                original,
                shown.resized(),
                shown.caption(),
                start.isEmpty() ? truth(model, request, shown, cancel) : TextScores.NONE,
                generated.finished(),
                scores.scores(),
                others);
    }

    private static TextRequest following(TextRequest text, List<Integer> start) {
        int[] ids = start.stream().mapToInt(Integer::intValue).toArray();
        return text.choosing(text.maxTokens(), Sampler.along(text.sampler(), ids));
    }

    /** The row's own caption as the model reads it; of no places where it cannot. */
    private static TextScores truth(LoadedModel model, SampleRequest request, Shown shown, CancelToken cancel) {
        if (shown.caption().isEmpty()) {
            return TextScores.NONE;
        }
        try {
            return Scoring.of(model, request, shown.caption(), shown.pixels(), cancel);
        } catch (UserFacingException e) {
            return TextScores.NONE; // a character it does not know, or longer than it has room for
        }
    }

    /** Writes as the settings say: token by token, or the likeliest of the texts that beams lead to. */
    private static Generated write(
            LoadedModel model,
            TextRequest text,
            SampleRequest request,
            List<Generation.Other> others,
            CancelToken cancel,
            Consumer<Choice> choices) {
        SampleSettings settings = request.settings();
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
                settings.prompt() + model.tokenizer().decode(one.ids()), one.logProbability(), one.finished())));
        return generate(model, along(text, found.get(0)), false, cancel, choices);
    }

    /** Along a text found, and over the likeliest of the tokens that stop it. */
    private static TextRequest along(TextRequest text, Hypothesis found) {
        int most = found.tokens().size() + (found.finished() ? 1 : 0);
        Sampler stop = (logits, index) -> Arrays.stream(text.stops())
                .reduce((a, b) -> logits[b] > logits[a] ? b : a)
                .orElseThrow();
        return text.choosing(most, Sampler.along(stop, found.ids()));
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
