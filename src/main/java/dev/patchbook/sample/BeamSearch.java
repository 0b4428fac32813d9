package dev.patchbook.sample;

import static java.util.Objects.requireNonNull;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.NoRepeat;
import dev.patchbook.base.Probabilities;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest texts as wholes, nearly: of all beginnings of a length only the likeliest few are followed (beam search; Graves,
 * 2012; Sutskever et al., 2014). A text counts by the sum of its tokens' log-probabilities, the one that stops it included; it is
 * not divided by its length. The keys and values of a beginning are computed once, however many texts go on from it.
 */
public final class BeamSearch {
    /**
     * A text found.
     *
     * @param tokens ids after the prompt, without the one that stopped
     * @param logProbability of the text, nats, the token that stopped it included
     * @param finished whether a stop token was reached
     */
    public record Hypothesis(List<Integer> tokens, double logProbability, boolean finished) {
        /** Copies the list. */
        public Hypothesis {
            tokens = List.copyOf(tokens);
        }

        /** The tokens as a tokenizer takes them. */
        public int[] ids() {
            return tokens.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** A beginning: what it goes on from, its last token, and its keys and values once they were needed. */
    private static final class Beginning {
        private final @Nullable Beginning before;
        private final int token;
        private final double logProbability;
        private float @Nullable [] row;

        Beginning(@Nullable Beginning before, int token, double logProbability) {
            this.before = before;
            this.token = token;
            this.logProbability = logProbability;
        }

        /** From the first token after the prompt on. */
        List<Beginning> path() {
            List<Beginning> path = new ArrayList<>();
            for (Beginning at = this; at != null && at.before != null; at = at.before) {
                path.add(at);
            }
            Collections.reverse(path);
            return path;
        }

        List<Integer> tokens() {
            return path().stream().map(at -> at.token).toList();
        }
    }

    private final TextGenerator generator;
    private final TextRequest request;
    private final int beams;
    private final CancelToken cancel;
    private final List<Hypothesis> finished = new ArrayList<>();
    private int start;
    private List<Beginning> loaded = List.of();

    private BeamSearch(TextGenerator generator, TextRequest request, int beams, CancelToken cancel) {
        this.generator = generator;
        this.request = request;
        this.beams = beams;
        this.cancel = cancel;
    }

    /**
     * Searches.
     *
     * @param request its sampler is not used
     * @param beams how many beginnings are followed, and texts found, at most
     * @return the likeliest first
     */
    public static List<Hypothesis> search(TextGenerator generator, TextRequest request, int beams, CancelToken cancel) {
        return new BeamSearch(generator, request, beams, cancel).search();
    }

    private List<Hypothesis> search() {
        float[] logits = generator.start(request);
        start = generator.length();
        Beginning root = new Beginning(null, -1, 0);
        List<Beginning> live = advance(continuations(root, logits));
        int most = generator.most(request);
        for (int i = 1; i < most && !live.isEmpty() && !settled(live); i++) {
            List<Beginning> next = new ArrayList<>();
            for (Beginning beginning : live) {
                cancel.throwIfCancelled();
                next.addAll(continuations(beginning, read(beginning)));
            }
            live = advance(next);
        }
        List<Hypothesis> found = new ArrayList<>(finished);
        live.forEach(at -> found.add(new Hypothesis(at.tokens(), at.logProbability, false)));
        found.sort(Comparator.comparingDouble(Hypothesis::logProbability).reversed());
        return List.copyOf(found.subList(0, Math.min(beams, found.size())));
    }

    /** Whether no beginning can still lead to a text among the best: each further token only costs. */
    private boolean settled(List<Beginning> live) {
        double best = live.get(0).logProbability;
        return finished.stream().filter(text -> text.logProbability() >= best).count() >= beams;
    }

    /** Of all continuations the likeliest: those that stop are texts found, the others are followed. */
    private List<Beginning> advance(List<Beginning> next) {
        next.sort(
                Comparator.comparingDouble((Beginning at) -> at.logProbability).reversed());
        List<Beginning> live = new ArrayList<>();
        for (Beginning at : next) {
            if (live.size() == beams) {
                break;
            }
            if (request.stopsAt(at.token)) {
                List<Integer> tokens = at.tokens();
                finished.add(new Hypothesis(tokens.subList(0, tokens.size() - 1), at.logProbability, true));
            } else {
                live.add(at);
            }
        }
        return live;
    }

    private List<Beginning> continuations(Beginning from, float[] logits) {
        List<Integer> text = new ArrayList<>();
        for (int id : request.prompt()) {
            text.add(id);
        }
        text.addAll(from.tokens());
        Set<Integer> refused = NoRepeat.refused(text, request.noRepeat());
        float[] logs = NoRepeat.masked(Probabilities.logs(logits), refused);
        List<Beginning> all = new ArrayList<>();
        for (int token = 0; token < logs.length; token++) {
            if (logs[token] > Float.NEGATIVE_INFINITY) {
                all.add(new Beginning(from, token, from.logProbability + logs[token]));
            }
        }
        return all;
    }

    /** Has the generator stand at a beginning; returns the scores of what follows. */
    private float[] read(Beginning at) {
        List<Beginning> path = at.path();
        List<Beginning> known = path.subList(0, path.size() - 1);
        int common = 0;
        while (common < Math.min(known.size(), loaded.size()) && known.get(common) == loaded.get(common)) {
            common++;
        }
        List<float[]> rows = new ArrayList<>();
        for (Beginning step : known.subList(common, known.size())) {
            rows.add(requireNonNull(step.row));
        }
        generator.restore(start + common, rows);
        float[] logits = generator.feed(at.token);
        at.row = generator.row();
        loaded = path;
        return logits;
    }
}
