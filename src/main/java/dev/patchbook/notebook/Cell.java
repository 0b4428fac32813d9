package dev.patchbook.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One cell of a notebook: immutable, and always exactly what its source text says. A change is a change of the text, the
 * line concerned alone; comments, spacing and line ends stay. Two cells are equal when they say the same, however it is
 * written, and whatever a cell without an id of its own is called meanwhile.
 */
public final class Cell {
    private final CellId id;
    private final String gap;
    private final String source;
    private final CellContent content;

    private Cell(CellId id, String gap, String source) {
        this(id, gap, source, Fence.opensCell(Lines.first(source)) ? FencedCell.read(source) : NoteText.read(source));
    }

    private Cell(CellId id, String gap, String source, CellContent content) {
        this.id = id;
        this.gap = gap;
        this.source = source;
        this.content = content;
    }

    /**
     * A cell read from text.
     *
     * @param id what it is called from now on, whatever the text says
     * @param gap the blank lines before it
     * @param source its text, from its first to its last line
     */
    static Cell read(CellId id, String gap, String source) {
        return new Cell(id, gap, source);
    }

    /** A new cell of a kind that runs. */
    public static Cell of(CellKind kind, CellId id, List<CellId> from, Map<String, String> settings) {
        if (!kind.runs()) {
            throw new IllegalArgumentException(kind + " has no settings");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("id", List.of(id.text()));
        if (!from.isEmpty()) {
            values.put("from", names(from));
        }
        settings.forEach((key, value) -> values.put(key, List.of(value)));
        String source = "```patchbook " + kind.id() + "\n" + FencedEdit.write(values, "\n") + "```\n";
        return new Cell(id, "\n", source);
    }

    /** A new note. */
    public static Cell note(CellId id, String markdown) {
        Optional<String> name = NoteText.trimmed(markdown).isEmpty() ? Optional.of(id.text()) : Optional.empty();
        return new Cell(id, "\n", NoteText.write(markdown, name, "\n"));
    }

    /**
     * A cell from text a person wrote: a fenced cell, or Markdown.
     *
     * @param id what it is called where the text does not say
     */
    public static Cell ofSource(CellId id, String text) {
        Notebook parsed = NotebookFormat.read("---\npatchbook: 1\n---\n" + text);
        return parsed.cells().size() == 1 && parsed.cells().get(0).kind() != CellKind.NOTE
                ? new Cell(
                        parsed.cells()
                                .get(0)
                                .content
                                .writtenId()
                                .filter(CellId::isValid)
                                .map(CellId::new)
                                .orElse(id),
                        "\n",
                        parsed.cells().get(0).source)
                : note(id, text);
    }

    /** What it is called in this notebook; as in its text, but where that has no usable id or one that is taken. */
    public CellId id() {
        return id;
    }

    /** What it does. */
    public CellKind kind() {
        return content.kind();
    }

    /** The word for its kind in the file, also where this version does not know it. */
    public String kindName() {
        return content.kindName();
    }

    /** What it says it builds on; empty where it does not say. */
    public List<CellId> from() {
        return content.from();
    }

    /** Whether it says what it builds on. */
    public boolean fromWritten() {
        return content.lines().containsKey("from");
    }

    /** Its settings as text, in written order, faulty and unknown ones included. */
    public Map<String, String> settings() {
        return content.settings();
    }

    /** A note's Markdown, lines ended by LF; empty for other kinds. */
    public String text() {
        return content.text();
    }

    /** What is wrong with its text, lines counted from its own first line. What it builds on: {@link CellGraph}. */
    public List<CellProblem> problems() {
        return content.problems();
    }

    /** Its text as it stands in the file, without the blank lines around. */
    public String source() {
        return source;
    }

    /** The blank lines before it. */
    String gap() {
        return gap;
    }

    /** The id in its text. */
    Optional<String> writtenId() {
        return content.writtenId();
    }

    /** The line a key stands on, counted from the cell's own first line; that one where it is not written. */
    int lineOf(String key) {
        return content.lines().getOrDefault(key, 1);
    }

    Cell withSetting(String key, String value) {
        return edited(body -> FencedEdit.set(body, key, List.of(value), eol()));
    }

    Cell withoutSetting(String key) {
        return edited(body -> FencedEdit.remove(body, key, eol()));
    }

    Cell withFrom(List<CellId> from) {
        return from.isEmpty()
                ? withoutSetting("from")
                : edited(body -> FencedEdit.set(body, "from", names(from), eol()));
    }

    Cell withText(String markdown) {
        boolean empty = NoteText.trimmed(markdown).isEmpty();
        Optional<String> name = writtenId().or(() -> empty ? Optional.of(id.text()) : Optional.empty());
        return kind() == CellKind.NOTE ? new Cell(id, gap, NoteText.write(markdown, name, eol())) : this;
    }

    /** Called otherwise, in its text too where that has an id. */
    Cell withId(CellId other) {
        if (other.equals(id) && writtenId().map(other.text()::equals).orElse(true)) {
            return this;
        }
        if (kind() == CellKind.NOTE) {
            return writtenId().isEmpty() ? new Cell(other, gap, source) : new Cell(other, gap, renamedNote(other));
        }
        Cell edited = edited(body -> FencedEdit.set(body, "id", List.of(other.text()), eol()));
        return new Cell(other, edited.gap, edited.source);
    }

    /** Whether its text can take an id; text that is no YAML cannot. */
    boolean canBeCalled(CellId other) {
        return kind() == CellKind.NOTE
                || withId(other).writtenId().filter(other.text()::equals).isPresent();
    }

    /** Called otherwise in this notebook, its text left as it is. */
    Cell withHandle(CellId other) {
        return other.equals(id) ? this : new Cell(other, gap, source, content);
    }

    /** A note with its id in the text. */
    Cell named() {
        return kind() != CellKind.NOTE || writtenId().isPresent() ? this : new Cell(id, gap, renamedNote(id));
    }

    /** With a fence that is still open closed, so that what follows is not taken for its content. */
    Cell closed() {
        String closed = kind() == CellKind.NOTE ? NoteText.closed(source) : FencedCell.closed(source);
        return closed.equals(source) ? this : new Cell(id, gap, closed + eol());
    }

    /** With its last line ended, which it need not be at a file's end. */
    Cell ended() {
        return Lines.ended(source) ? this : new Cell(id, gap, source + eol());
    }

    Cell withGap(String other) {
        return other.equals(gap) ? this : new Cell(id, other, source, content);
    }

    Cell withEol(String eol) {
        return new Cell(id, Lines.withEol(gap, eol), Lines.withEol(source, eol));
    }

    private String renamedNote(CellId other) {
        String name = "<!-- note " + other.text() + " -->";
        return writtenId().isEmpty()
                ? name + eol() + eol() + source
                : name + source.substring(Lines.content(Lines.first(source)).length());
    }

    private Cell edited(java.util.function.UnaryOperator<String> change) {
        if (kind() == CellKind.NOTE) {
            return this;
        }
        FencedCell.Parts parts = FencedCell.Parts.of(source);
        String body = change.apply(parts.body());
        return body.equals(parts.body()) || !parts.holds(body)
                ? this
                : new Cell(id, gap, parts.opening() + body + parts.closing());
    }

    private String eol() {
        return Lines.eol(source);
    }

    private static List<String> names(List<CellId> ids) {
        return ids.stream().map(CellId::text).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell
                && kindName().equals(cell.kindName())
                && from().equals(cell.from())
                && settings().equals(cell.settings())
                && text().equals(cell.text())
                && writtenId().equals(cell.writtenId())
                && problems().isEmpty() == cell.problems().isEmpty();
    }

    @Override
    public int hashCode() {
        return 31 * kindName().hashCode() + 31 * settings().hashCode() + text().hashCode();
    }

    @Override
    public String toString() {
        return "Cell[" + id + ", " + kindName() + "]";
    }
}
