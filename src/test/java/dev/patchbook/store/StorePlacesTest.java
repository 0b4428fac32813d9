package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.checkpoint.Run;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFormat;
import dev.patchbook.session.Past;
import dev.patchbook.session.Places;
import dev.patchbook.session.TrainOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a notebook's outputs are: beside it, elsewhere after saving as, in a folder of their own, nowhere. */
class StorePlacesTest extends StoreFixture {
    @Test
    void whereNothingCanBeKeptTheNotebookOpensAllTheSame() throws IOException {
        Files.writeString(runs, "in the way");
        Open opened = open();
        assertThat(opened.store().access()).isEqualTo(Access.NOWHERE);
        opened.edit("Other");
        opened.store().save(file);
        assertThat(file).content().contains("Other");
    }

    @Test
    void savedElsewhereThePathsLeadToTheSameFilesAndTheRunsComeAlong() throws IOException {
        Outputs.run(runs.resolve("first/0003"), 4, 4, Optional.of(Run.State.COMPLETED));
        TrainOutput train = PastRun.read(runs.resolve("first/0003"), 4).orElseThrow();
        new OutputFiles(runs).write(FIRST, new Past(train, 2, 2, "", Optional.empty(), Optional.empty()));
        Open opened = open();
        opened.store().collapse(Set.of(SCENES));
        opened.store().flush();
        Path other = Files.createDirectories(folder.resolve("deep/er")).resolve("yours.md");
        opened.store().save(other);
        assertThat(opened.notebook().cell(SCENES).orElseThrow().settings()).isEqualTo(Map.of("file", "../../rows.csv"));
        assertThat(other).content().contains("file: ../../rows.csv");
        assertThat(file).content().isEqualTo(TEXT);
        Path there = folder.resolve("deep/er/yours.runs");
        Waiting.until("the run", () -> Files.exists(there.resolve("outputs/first.json")));
        TrainOutput moved = (TrainOutput) opened.session().state().output(FIRST).orElseThrow();
        assertThat(moved.folder()).isEqualTo(there.resolve("first/0001"));
        assertThat(there.resolve("first/0001/metrics.jsonl"))
                .hasSameBinaryContentAs(runs.resolve("first/0003/metrics.jsonl"));
        assertThat(opened.store().collapsed()).containsExactly(SCENES);
        Open old = open();
        assertThat(old.store().access()).isEqualTo(Access.WRITER);
        assertThat(old.session().state().output(FIRST)).isPresent();
        assertThat(problems).isEmpty();
    }

    @Test
    void notebooksWithoutAFileHaveAFolderEachAndAreFoundAgain() {
        Path home = folder.resolve("home");
        Notebook empty = NotebookFormat.read(TEXT);
        Places one = Untitled.places(home, empty, Optional.of(folder));
        Open first = open(empty, one, Optional.empty());
        Places two = Untitled.places(home, empty, Optional.of(folder));
        assertThat(two.runs()).isNotEqualTo(one.runs());
        assertThat(two.folder()).isEqualTo(folder);
        Open second = open(empty, two, Optional.empty());
        second.edit("Second");
        Waiting.until("recovery", () -> Files.exists(two.runs().resolve("recovery.md")));
        assertThat(Untitled.left(home)).as("both are open").isEmpty();
        runs = two.runs();
        kill(second);
        List<Untitled.Left> left = Untitled.left(home);
        assertThat(left).hasSize(1);
        assertThat(left.get(0).notebook().title()).isEqualTo("Second");
        assertThat(left.get(0).places()).isEqualTo(two);
        Open again = open(left.get(0).notebook(), two, Optional.empty());
        assertThat(again.store().offers()).isEmpty();
        assertThat(again.store().isSaved(again.notebook())).isFalse();
        again.store().save(folder.resolve("second.md"));
        close(again);
        assertThat(two.runs()).doesNotExist();
        close(first);
        assertThat(Untitled.left(home)).isEmpty();
    }

    @Test
    void anExampleLeftAsItWasKeepsWhatItShowed() {
        Path home = folder.resolve("home");
        Notebook example = NotebookFormat.read(TEXT);
        Places places = Untitled.places(home, example, Optional.empty());
        new OutputFiles(places.runs()).write(SCENES, Outputs.past(Outputs.data()));
        close(open(example, places, Optional.empty()));
        assertThat(Untitled.places(home, example, Optional.empty())).isEqualTo(places);
        Open again = open(example, places, Optional.empty());
        assertThat(again.session().state().output(SCENES)).isPresent();
        again.edit("Changed");
        close(again);
        assertThat(places.runs()).as("given up").doesNotExist();
    }
}
