package dev.patchbook.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts that part from a caption: where, how likely, and what is left when one goes. */
class TextTreeTest {
    private static final List<String> VOCABULARY = List.of("a", "b", "c", "<begin>", "<end>", "<pad>");
    private static final SampleSettings SETTINGS = SampleSettings.of(Map.of("prompt", "b"));

    /** A text under a model that holds each token half as likely as the one before it in the vocabulary. */
    static Generation text(String... tokens) {
        float[] logs = new float[tokens.length * VOCABULARY.size()];
        List<TokenEvent> events = new ArrayList<>();
        StringBuilder caption = new StringBuilder(SETTINGS.prompt());
        for (int i = 0; i < tokens.length; i++) {
            double sum = 2 - Math.pow(0.5, VOCABULARY.size() - 1);
            for (int j = 0; j < VOCABULARY.size(); j++) {
                logs[i * VOCABULARY.size() + j] = (float) Math.log(Math.pow(0.5, j) / sum);
            }
            int id = VOCABULARY.indexOf(tokens[i]);
            double p = Math.pow(0.5, id) / sum;
            events.add(new TokenEvent(i, new TokenEvent.Candidate(id, tokens[i], p), List.of(), List.of()));
            caption.append(tokens[i].length() == 1 ? tokens[i] : "");
        }
        Picture dot = new Picture(1, 1, new int[1]);
        return new Generation(
                caption.toString(),
                SETTINGS,
                events,
                dot,
                dot,
                "",
                TextScores.NONE,
                true,
                new TokenScores(VOCABULARY, new TensorView(logs, tokens.length, VOCABULARY.size())),
                List.of());
    }

    private static List<Branch> grown(Generation caption, Generation... others) {
        List<Branch> branches = new ArrayList<>();
        for (Generation other : others) {
            TextTree.of(caption, branches).branch(other).ifPresent(branches::add);
        }
        return branches;
    }

    @Test
    void aTextPartsFromTheLineThatHasMostOfIt() {
        Generation caption = text("a", "b", "c", "<end>");
        List<Branch> branches = grown(
                caption,
                text("a", "b", "a", "a", "<end>"),
                text("a", "b", "a", "c", "<end>"),
                text("c", "<end>"),
                text("a", "b")); // a beginning of the caption is nothing new
        assertThat(branches).extracting(Branch::parent).containsExactly(0, 1, 0);
        assertThat(branches).extracting(Branch::at).containsExactly(2, 3, 0);
        TextTree tree = TextTree.of(caption, branches);
        assertThat(tree.lines()).extracting(TextLine::text).containsExactly("babc", "babaa", "babac", "bc");
        TextLine third = tree.lines().get(2);
        assertThat(third.logProbability(1)).isCloseTo(Math.log(third.probability(0)), offset(1e-6));
        assertThat(third.logProbability())
                .isCloseTo(
                        text("a", "b", "a", "c", "<end>").tokens().stream()
                                .mapToDouble(token -> Math.log(token.chosen().probability()))
                                .sum(),
                        offset(1e-5));
        assertThat(tree.beginning(List.of(0, 1, 0, 2)))
                .hasValueSatisfying(line -> assertThat(line.number()).isEqualTo(2));
        assertThat(tree.beginning(List.of(1))).isEmpty();
    }

    @Test
    void stretchesStandOnceAndBelowWhatTheyFollow() {
        Generation caption = text("a", "b", "c", "<end>");
        TextTree tree = TextTree.of(
                caption,
                grown(
                        caption,
                        text("a", "b", "a", "a", "<end>"),
                        text("a", "b", "a", "c", "<end>"),
                        text("c", "<end>")));
        assertThat(tree.segments())
                .extracting(each -> each.depth() + each.line().text(each.from(), each.to()) + (each.end() ? "." : ""))
                .containsExactly("0ab", "1c.", "1a", "2a.", "2c.", "0c.");
    }

    @Test
    void whatGrewFromALineGoesWithIt() {
        Generation caption = text("a", "b", "c", "<end>");
        List<Branch> branches = grown(
                caption,
                text("a", "b", "a", "a", "<end>"),
                text("a", "b", "a", "c", "<end>"),
                text("c", "<end>"),
                text("c", "c", "<end>"));
        TextTree tree = TextTree.of(caption, branches);
        List<Branch> left = tree.without(1, branches);
        assertThat(left).extracting(Branch::parent).containsExactly(0, 1);
        assertThat(TextTree.of(caption, left).lines())
                .extracting(TextLine::text)
                .containsExactly("babc", "bc", "bcc");
    }

    @Test
    void candidatesFollowSettingsAndWhatWasReadBefore() {
        Generation caption = text("a", "b", "c");
        TextLine line = TextTree.of(caption, List.of()).lines().get(0);
        SampleSettings topTwo = SampleSettings.of(Map.of("prompt", "b", "temperature", "1", "top-k", "2"));
        assertThat(line.candidates(0, topTwo))
                .extracting(TokenScores.Candidate::adjusted)
                .satisfies(all -> assertThat(all.get(0) + all.get(1)).isCloseTo(1, offset(1e-6)))
                .satisfies(all -> assertThat(all.subList(2, 6)).allMatch(p -> p == 0));
        SampleSettings once = SampleSettings.of(Map.of("prompt", "b", "temperature", "1", "no-repeat", "1"));
        TokenScores.Candidate prompt = line.candidates(0, once).get(1);
        assertThat(prompt.text()).isEqualTo("b");
        assertThat(prompt.adjusted()).as("it stands in the prompt").isZero();
    }

    @Test
    void anotherModelsTextDoesNotFit() {
        Generation caption = text("a", "b", "c");
        TextTree tree = TextTree.of(caption, List.of());
        assertThat(tree.fits(text("a", "c", "<end>"))).isTrue();
        Generation other = text("a", "c", "<end>");
        other.scores().logs().data()[0] -= 0.1f;
        assertThat(tree.fits(other)).isFalse();
    }

    @Test
    void aBranchFromNowhereIsRefused() {
        Generation caption = text("a", "b", "c");
        Branch branch = grown(caption, text("a", "c")).get(0);
        Branch astray = new Branch(2, 0, branch.ids(), branch.scores(), true, SETTINGS);
        assertThatThrownBy(() -> TextTree.of(caption, List.of(astray))).isInstanceOf(IllegalArgumentException.class);
        Branch beyond = new Branch(0, 4, branch.ids(), branch.scores(), true, SETTINGS);
        assertThatThrownBy(() -> TextTree.of(caption, List.of(beyond))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Branch(0, 0, List.of(17), branch.scores(), true, SETTINGS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
