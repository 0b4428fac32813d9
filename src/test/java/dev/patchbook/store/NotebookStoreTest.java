package dev.patchbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.CellState;
import dev.patchbook.session.Past;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.TrainOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A notebook with what is beside it: edited, closed, killed, changed by others. */
class NotebookStoreTest extends StoreFixture {
    @Test
    void openingAndClosingLeavesNothing() {
        close(open());
        assertThat(runs).doesNotExist();
        assertThat(file).content().isEqualTo(TEXT);
    }

    @Test
    void anEditIsWrittenToRecoveryAndNeverToTheNotebook() {
        Open opened = open();
        opened.edit("Other");
        Waiting.until("recovery", () -> Files.exists(runs.resolve("recovery.md")));
        opened.store().flush();
        assertThat(runs.resolve("recovery.md")).content().isEqualTo(TEXT.replace("Mine", "Other"));
        assertThat(file).content().isEqualTo(TEXT);
        opened.session().submit(new SessionCommand.Undo());
        Waiting.until("nothing to recover", () -> !Files.exists(runs.resolve("recovery.md")));
    }

    @Test
    void savingOrClosingRemovesTheRecovery() {
        Open opened = open();
        opened.edit("Other");
        Waiting.until("recovery", () -> Files.exists(runs.resolve("recovery.md")));
        opened.store().save(file);
        Waiting.until("nothing to recover", () -> !Files.exists(runs.resolve("recovery.md")));
        assertThat(file).content().isEqualTo(TEXT.replace("Mine", "Other"));
        opened.edit("Third");
        Waiting.until("recovery", () -> Files.exists(runs.resolve("recovery.md")));
        close(opened);
        assertThat(runs).doesNotExist();
        assertThat(file).content().isEqualTo(TEXT.replace("Mine", "Other"));
    }

    @Test
    void whatAKilledProcessHadIsOfferedUntilDecidedOn() {
        Open first = open();
        first.edit("Other");
        Waiting.until("recovery", () -> Files.exists(runs.resolve("recovery.md")));
        kill(first);
        Open second = open();
        assertThat(second.store().offers()).hasSize(1);
        second.edit("Meanwhile");
        Waiting.until("its own recovery", () -> Files.exists(runs.resolve("recovery-2.md")));
        kill(second);
        Open third = open();
        assertThat(third.store().offers())
                .extracting(offer -> offer.notebook().title())
                .containsExactlyInAnyOrder("Meanwhile", "Other");
        Recovered other = third.store().offers().stream()
                .filter(offer -> offer.notebook().title().equals("Other"))
                .findFirst()
                .orElseThrow();
        third.store().restore(other);
        assertThat(third.notebook().title()).isEqualTo("Other");
        assertThat(third.store().isSaved(third.notebook())).isFalse();
        third.store().flush();
        assertThat(other.file()).doesNotExist();
        assertThat(Recovery.left(runs))
                .extracting(left -> left.notebook().title())
                .contains("Other");
        third.session().submit(new SessionCommand.Undo());
        assertThat(third.notebook().title()).isEqualTo("Mine");
        third.store().dismiss(third.store().offers().get(0));
        third.store().flush();
        assertThat(third.store().offers()).isEmpty();
    }

    @Test
    void outputsComeBackAndThoseOfDeletedCellsGo() {
        Outputs.run(runs.resolve("first/0001"), 4, 6, Optional.empty());
        new OutputFiles(runs).write(SCENES, Outputs.past(Outputs.data()));
        TrainOutput train = PastRun.read(runs.resolve("first/0001"), 20).orElseThrow();
        new OutputFiles(runs).write(FIRST, new Past(train, 2, 2, "", Optional.empty(), Optional.empty()));
        Open opened = open();
        assertThat(opened.session().state().run(SCENES).earlier()).isTrue();
        assertThat(opened.session().state().state(SCENES)).isEqualTo(CellState.STALE);
        TrainOutput shown = (TrainOutput) opened.session().state().output(FIRST).orElseThrow();
        assertThat(shown.step()).isEqualTo(4);
        assertThat(runs.resolve("outputs/first.json")).exists();
        opened.session().submit(new SessionCommand.Edit(new NotebookEdit.Rename(SCENES, new CellId("pictures"))));
        opened.store().flush();
        assertThat(runs.resolve("outputs/pictures.json")).exists();
        assertThat(runs.resolve("outputs/scenes.json")).doesNotExist();
        opened.store().collapse(Set.of(FIRST));
        opened.store().flush();
        assertThat(opened.store().collapsed()).containsExactly(FIRST);
    }

    @Test
    void aSecondWindowReadsAndSavesOnlyUnderAnotherName() {
        Open first = open();
        Open second = open();
        assertThat(second.store().access()).isEqualTo(Access.READER);
        assertThat(second.store().holder()).isEqualTo("another window of this program");
        assertThat(second.session().places().runs()).isNotEqualTo(runs);
        second.edit("Other");
        assertThatThrownBy(() -> second.store().save(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("open in another window");
        Path copy = folder.resolve("copy.md");
        second.store().save(copy);
        assertThat(second.store().access()).isEqualTo(Access.WRITER);
        assertThat(copy).content().isEqualTo(TEXT.replace("Mine", "Other"));
        assertThatThrownBy(() -> first.store().save(copy)).isInstanceOf(UserFacingException.class);
        assertThat(file).content().isEqualTo(TEXT);
    }

    @Test
    void aChangeOnDiskIsNeverOverwrittenUnasked() throws IOException {
        Open opened = open();
        opened.edit("Here");
        Files.writeString(file, TEXT.replace("Mine", "There"));
        assertThatThrownBy(() -> opened.store().save(file))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("changed by another program");
        assertThat(file).content().contains("There");
        assertThat(found).contains(OnDisk.CHANGED);
        assertThat(opened.store().onDisk()).contains(TEXT.replace("Mine", "There"));
        opened.store().keepMine();
        assertThat(opened.store().isSaved(opened.notebook())).isFalse();
        opened.store().save(file);
        assertThat(file).content().contains("Here");
        Files.writeString(file, TEXT.replace("Mine", "Again"));
        opened.store().reload();
        assertThat(opened.notebook().title()).isEqualTo("Again");
        assertThat(opened.store().isSaved(opened.notebook())).isTrue();
        opened.session().submit(new SessionCommand.Undo());
        assertThat(opened.notebook().title()).isEqualTo("Here");
    }

    @Test
    void aChangeIsSeenByItselfAndSoIsADeletion() throws IOException {
        Open opened = open();
        Files.writeString(file, TEXT.replace("Mine", "Them"));
        Waiting.until("the change", () -> found.contains(OnDisk.CHANGED));
        opened.store().keepMine();
        Files.delete(file);
        Waiting.until("the deletion", () -> found.contains(OnDisk.DELETED));
        opened.store().save(file);
        assertThat(file).content().isEqualTo(TEXT);
        Waiting.until("all well", () -> found.get(found.size() - 1) == OnDisk.SAME);
    }
}
