package dev.patchbook.ui;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.Probabilities;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.SampleTable;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenEvent.Candidate;
import dev.patchbook.engine.TokenScores;
import dev.patchbook.sample.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Captions of the fake engine. Its model expects the picture's own caption, now more and now less, at an early checkpoint only its beginning; the articles' loop strays
 * from it. Odd seeds take the likeliest, even ones draw.
 */
final class FakeWriter {
    static final List<String> VOCABULARY = Stream.concat(
                    FakeEngine.ALPHABET.stream(), Stream.of("<begin>", "<end>", "<pad>"))
            .toList();
    private static final int END = VOCABULARY.indexOf("<end>");
    private static final int TOLD = 8;

    private final SampleRequest request;
    private final SampleSettings settings;
    private final String whole;
    private final String expected;
    private List<Integer> start = List.of();

    FakeWriter(SampleRequest request) {
        this.request = request;
        this.settings = request.settings();
        this.whole = FakePictures.caption(FakePictures.number(settings.image()));
        this.expected = whole.substring(0, (int) Math.ceil(whole.length() * FakeLooks.share(settings.step())));
    }

    FakeWriter following(List<Integer> ids) {
        start = ids;
        return this;
    }

    /** Log-probabilities of what stands at a place of the caption after a token. */
    private float[] logs(int place, int before) {
        int likely = place < expected.length() ? id(expected.charAt(place)) : END;
        boolean astray = place > 0 && before != id(expected.charAt(Math.min(place, expected.length()) - 1));
        double sure = 0.55 + 0.44 * CounterHash.uniform(CounterHash.key(1, place, astray ? before : 0), 0);
        if (request.published() && place > 9) {
            likely = (likely + place) % 20;
            sure *= 0.6;
        }
        double[] weights = new double[VOCABULARY.size()];
        for (int i = 0; i < weights.length; i++) {
            int rank = Math.floorMod((i - likely) * 11, weights.length);
            weights[i] = i == likely ? sure : (1 - sure) * Math.pow(0.5, rank % 9);
        }
        double sum = Arrays.stream(weights).sum();
        float[] logs = new float[weights.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = (float) Math.log(weights[i] / sum);
        }
        return logs;
    }

    /** Log-probability of the token at a place of a text that was written. */
    float log(List<Integer> ids, int place) {
        String prompt = settings.prompt();
        int start = prompt.isEmpty() ? 0 : id(prompt.charAt(prompt.length() - 1));
        return logs(place + prompt.length(), place == 0 ? start : ids.get(place - 1))[ids.get(place)];
    }

    private static int id(char character) {
        return Math.max(0, VOCABULARY.indexOf(Character.toString(character)));
    }

    Generation write(FakeJob<?> job, Consumer<TokenEvent> tokens, long delay) {
        List<TokenEvent> events = new ArrayList<>();
        Sampler sampler = settings.seed() % 2 == 1 ? Sampler.greedy() : Sampler.of(settings);
        int before = settings.prompt().isEmpty()
                ? 0
                : id(settings.prompt().charAt(settings.prompt().length() - 1));
        TokenScores scores = TokenScores.NONE;
        StringBuilder text = new StringBuilder(settings.prompt());
        boolean ended = false;
        for (int i = 0; i < settings.maxTokens() && !ended; i++) {
            job.report("writing", i, settings.maxTokens());
            FakeEngine.rest(delay);
            float[] logs = logs(i + settings.prompt().length(), before);
            before = i < start.size() ? start.get(i) : sampler.next(logs, i);
            ended = before == END;
            text.append(ended ? "" : VOCABULARY.get(before));
            scores = scores.then(of(logs));
            events.add(event(i, before, logs));
            tokens.accept(events.get(i));
        }
        int number = FakePictures.number(settings.image());
        return new Generation(
                text.toString(),
                settings,
                events,
                FakePictures.draw(number, 192),
                FakePictures.draw(number, 64),
                whole,
                truth(),
                ended,
                scores,
                List.of());
    }

    private static TokenScores of(float... logs) {
        return new TokenScores(VOCABULARY, new TensorView(logs, 1, logs.length));
    }

    private TokenEvent event(int index, int token, float... logs) {
        double[] raw = Probabilities.of(logs);
        double[] adjusted = Probabilities.adjusted(logs, settings.temperature(), settings.topK(), settings.topP());
        return new TokenEvent(index, candidate(token, raw), likeliest(raw), likeliest(adjusted));
    }

    private static List<Candidate> likeliest(double... probabilities) {
        return Arrays.stream(Probabilities.likeliest(probabilities, TOLD))
                .filter(token -> probabilities[token] > 0)
                .mapToObj(token -> candidate(token, probabilities))
                .toList();
    }

    private static Candidate candidate(int token, double... probabilities) {
        return new Candidate(token, VOCABULARY.get(token), probabilities[token]);
    }

    private TextScores truth() {
        List<Integer> ids = whole.chars().mapToObj(c -> id((char) c)).toList();
        TokenScores scores = TokenScores.NONE;
        for (int i = 0; i <= ids.size(); i++) {
            scores = scores.then(of(logs(i, i == 0 ? 0 : ids.get(i - 1))));
        }
        return new TextScores(ids, 0, scores);
    }

    static SampleTable samples(FakeJob<?> job, SampleRequest request, int count, long delay) {
        List<SampleTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            job.report("writing captions", i, count);
            FakeEngine.rest(delay);
            SampleSettings seeded =
                    request.settings().withSeed(request.settings().seed() + 2L * i + 1);
            Generation one = new FakeWriter(
                            new SampleRequest(request.model(), seeded, request.folder(), request.allowOutside(), false))
                    .write(job, token -> {}, 0);
            double sum = one.tokens().stream()
                    .mapToDouble(token -> Math.log(token.chosen().probability()))
                    .sum();
            rows.add(new SampleTable.Row(
                    seeded.seed(), one.caption(), sum, one.tokens().size(), one.finished()));
        }
        int different =
                (int) rows.stream().map(SampleTable.Row::caption).distinct().count();
        return new SampleTable(rows, different, 0.31, 0.52);
    }

    static CaptionTable captions(FakeJob<?> job, SampleRequest request, long delay) {
        int count = 40;
        List<CaptionTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            job.report("writing captions", i, count);
            FakeEngine.rest(delay);
            String own = FakePictures.caption(i * 5 + 3);
            boolean right = i % 4 > 0;
            String caption = right ? own : own.replace("circle", "square").replace("red", "green");
            rows.add(new CaptionTable.Row(
                    i, own, caption, right ? 0 : 0.1 + i / 100.0, right ? 0 : 0.25, right ? 1 : 0.4, -1.5 - i / 10.0));
        }
        return new CaptionTable("validation", rows, 0.75, 0.08, 0.0625, 0.83);
    }
}
