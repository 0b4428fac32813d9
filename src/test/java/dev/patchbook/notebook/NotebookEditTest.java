package dev.patchbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.NotebookEdit.ClearSetting;
import dev.patchbook.notebook.NotebookEdit.Insert;
import dev.patchbook.notebook.NotebookEdit.Move;
import dev.patchbook.notebook.NotebookEdit.Remove;
import dev.patchbook.notebook.NotebookEdit.Rename;
import dev.patchbook.notebook.NotebookEdit.Replace;
import dev.patchbook.notebook.NotebookEdit.SetFrom;
import dev.patchbook.notebook.NotebookEdit.SetSetting;
import dev.patchbook.notebook.NotebookEdit.SetText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotebookEditTest {
    private static final CellId A = new CellId("a");
    private static final CellId M = new CellId("m");
    private static final CellId T = new CellId("t");
    private static final String TEXT = """
            ---
            patchbook: 1
            title: x
            ---

            One.

            ```patchbook data
            id: a
            ```

            Two.

            ```patchbook model
            id: m   # small
            from: a   # these
            ```

            ```patchbook train
            id: t
            from: [m]
            ```
            """;
    private final Notebook notebook = NotebookFormat.read(TEXT);

    private static String write(Notebook notebook) {
        return NotebookFormat.write(notebook);
    }

    @Test
    void anEditThatChangesNothingGivesTheVeryNotebook() {
        CellId gone = new CellId("gone");
        List<NotebookEdit> edits = List.of(
                new SetSetting(gone, "steps", "1"),
                new ClearSetting(A, "seed"),
                new SetFrom(T, List.of(M)),
                new Move(A, 1),
                new Remove(gone),
                new Rename(A, M),
                new Rename(A, A),
                new Rename(gone, T),
                new Replace(gone, Cell.note(A, "")),
                new NotebookEdit.SetTitle("x"),
                new SetText(A, "no note"),
                new SetText(new CellId("note"), "One."),
                new NotebookEdit.All(List.of(new Remove(gone))));
        edits.forEach(
                edit -> assertThat(notebook.apply(edit)).as(edit.toString()).isSameAs(notebook));
    }

    @Test
    void insertingGivesAFreeIdAndBlankLinesAround() {
        Cell cell = Cell.of(CellKind.SAMPLE, A, List.of(T), Map.of("prompt", "a "));
        Notebook more = notebook.apply(new Insert(99, cell));
        assertThat(write(more)).isEqualTo(TEXT + "\n```patchbook sample\nid: a-2\nfrom: t\nprompt: 'a '\n```\n");
        Notebook first = notebook.apply(new Insert(0, Cell.note(new CellId("n"), "Zero.")));
        assertThat(write(first)).isEqualTo(TEXT.replace("\nOne.", "\nZero.\n\n<!-- note note -->\n\nOne."));
    }

    @Test
    void removingBringsNotesTogetherUnderTheirIds() {
        Notebook fewer = notebook.apply(new Remove(A));
        assertThat(fewer.cells()).extracting(Cell::text).startsWith("One.", "Two.");
        assertThat(write(fewer)).contains("One.\n\n<!-- note note-2 -->\n\nTwo.\n");
        assertThat(NotebookFormat.read(write(fewer))).isEqualTo(fewer);
    }

    @Test
    void movingTakesTheTextAlong() {
        Notebook moved = notebook.apply(new Move(M, 1));
        assertThat(moved.cells()).extracting(cell -> cell.id().text()).containsExactly("note", "m", "a", "note-2", "t");
        assertThat(write(moved)).contains("id: m   # small\n");
        assertThat(write(moved.apply(new Move(M, 3)))).isEqualTo(TEXT);
    }

    @Test
    void renamingReachesAllThatBuildOnTheCell() {
        Notebook renamed = notebook.apply(new Rename(M, new CellId("M"))).apply(new Rename(A, new CellId("b")));
        assertThat(write(renamed))
                .isEqualTo(TEXT.replace("id: m ", "id: M ")
                        .replace("[m]", "M")
                        .replace("id: a", "id: b")
                        .replace("from: a ", "from: b "));
        assertThat(notebook.apply(new Rename(A, new CellId("M"))))
                .as("taken, but for case")
                .isSameAs(notebook);
    }

    @Test
    void whatACellBuildsOnIsOneNameOrAListOrNothing() {
        Notebook two = notebook.apply(new SetFrom(T, List.of(M, A)));
        assertThat(write(two)).isEqualTo(TEXT.replace("[m]", "[m, a]"));
        Notebook none = two.apply(new SetFrom(T, List.of()));
        assertThat(write(none)).isEqualTo(TEXT.replace("from: [m]\n", ""));
    }

    @Test
    void replacingKeepsPlaceAndId() {
        Cell cell = Cell.ofSource(new CellId("new"), "```patchbook data\nid: other\nfile: x.csv # mine\n```");
        assertThat(cell.id()).isEqualTo(new CellId("other"));
        Notebook replaced = notebook.apply(new Replace(A, cell));
        assertThat(write(replaced)).isEqualTo(TEXT.replace("id: a\n", "id: a\nfile: x.csv # mine\n"));
        assertThat(Cell.ofSource(A, "words").kind()).isEqualTo(CellKind.NOTE);
    }

    @Test
    void aNoteThatLooksLikeACellStaysANote() {
        String tricky = "```patchbook data\nid: z\n```\n<!-- note q -->\n~~~\nopen";
        Notebook edited = notebook.apply(new SetText(new CellId("note"), tricky));
        Notebook again = NotebookFormat.read(write(edited));
        assertThat(again.cells()).hasSize(5);
        assertThat(again).isEqualTo(edited);
        assertThat(again.cells().get(0).text())
                .isEqualTo(" ```patchbook data\nid: z\n```\n <!-- note q -->\n~~~\nopen\n~~~");
    }

    @Test
    void anEmptiedNoteStaysACell() {
        Notebook edited = notebook.apply(new SetText(new CellId("note"), "\n \n"));
        assertThat(write(edited)).contains("\n<!-- note note -->\n");
        assertThat(NotebookFormat.read(write(edited)).cells()).hasSize(5);
        assertThat(write(edited.apply(new SetText(new CellId("note"), "One."))))
                .contains("<!-- note note -->\n\nOne.\n");
    }

    @Test
    void severalEditsAreOneStepOfUndo() {
        Undo undo = Undo.of(notebook).edit(new NotebookEdit.All(List.of(new Remove(T), new Remove(M))));
        assertThat(undo.past()).hasSize(1);
        assertThat(undo.undo().present()).isSameAs(notebook);
        assertThat(undo.undo().redo().present()).isEqualTo(undo.present());
        assertThat(undo.undo().edit(new Remove(A)).redoable()).isEmpty();
    }

    @Test
    void linesFollowTheFilesOwnEnds() {
        Notebook windows = NotebookFormat.read(TEXT.replace("\n", "\r\n"));
        Notebook more = windows.apply(new Insert(1, Cell.note(new CellId("n"), "a\nb")))
                .apply(new SetSetting(T, "steps", "5"))
                .apply(new SetText(new CellId("note-2"), "x\ny"));
        assertThat(write(more).replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }
}
