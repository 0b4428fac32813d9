package dev.patchbook.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.Generation;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.SessionCommand.Made;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person had made of a caption: kept with it, and over a run that writes the same again. */
class SampleMoreTest {
    private static final Generation CAPTION = TextTreeTest.text("a", "b", "<end>");
    private static final List<Branch> BRANCHES = List.of(TextTree.of(CAPTION, List.of())
            .branch(TextTreeTest.text("a", "c", "<end>"))
            .orElseThrow());
    private static final CellId SAY = Samples.SAY;

    private static Reduced said() {
        SampleOutput output = new SampleOutput(CAPTION.tokens(), Optional.of(CAPTION));
        return new Reduced(Samples.notebook())
                .on(new SessionCommand.Restored(
                        Map.of(SAY, new Past(output, 1, 1, "", Optional.empty(), Optional.empty())), true));
    }

    private static SampleOutput shown(Reduced session) {
        return (SampleOutput) session.state().output(SAY).orElseThrow();
    }

    @Test
    void branchesStayWithTheirCaptionAlone() {
        Reduced session = said();
        int before = session.state().run(SAY).edition();
        session.on(new Made(SAY, CAPTION, new SampleOutput.Branches(BRANCHES)));
        assertThat(shown(session).branches()).isEqualTo(BRANCHES);
        assertThat(session.state().run(SAY).edition()).as("to be written anew").isGreaterThan(before);
        session.on(new Made(SAY, TextTreeTest.text("c"), new SampleOutput.Branches(List.of())));
        assertThat(shown(session).branches()).as("of another caption").isEqualTo(BRANCHES);
    }

    @Test
    void theSameCaptionAgainKeepsThemAndAnotherDoesNot() {
        SampleOutput old =
                new SampleOutput(CAPTION.tokens(), Optional.of(CAPTION)).with(new SampleOutput.Branches(BRANCHES));
        Generation again = TextTreeTest.text("a", "b", "<end>");
        assertThat(new SampleOutput(again.tokens(), Optional.of(again))
                        .keeping(old)
                        .branches())
                .isEqualTo(BRANCHES);
        Generation other = TextTreeTest.text("a", "c", "<end>");
        assertThat(new SampleOutput(other.tokens(), Optional.of(other))
                        .keeping(old)
                        .branches())
                .isEmpty();
    }
}
