package dev.patchbook.notebook;

import dev.patchbook.base.UserFacingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts the lines after the front matter into cells, each with the blank lines before it. */
final class NotebookReader {
    private static final int MOST_CELLS = 5000;

    private final List<String> lines;
    private final CodeBlocks blocks;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> blanks = new ArrayList<>();
    private int noteStart;

    /** A cell's lines: blank ones, then its own. */
    private record Piece(String gap, String source) {}

    NotebookReader(List<String> lines) {
        this.lines = lines;
        this.blocks = new CodeBlocks(lines);
    }

    Notebook read(FrontMatter front) {
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            if (Fence.opensCell(line)) {
                add(noteStart, i);
                i = fenced(i);
                noteStart = i;
            } else if (NoteText.separator(line).isPresent()) {
                add(noteStart, i);
                noteStart = i;
                i++;
            } else {
                i = afterCode(i);
            }
        }
        add(noteStart, lines.size());
        if (pieces.size() > MOST_CELLS) {
            throw new UserFacingException(
                    "The notebook has " + pieces.size() + " cells, more than " + MOST_CELLS + ".",
                    "Divide it into several notebooks.");
        }
        return new Notebook(front, cells(), tail());
    }

    /** The line after a code block of a note, or simply the next one. */
    private int afterCode(int i) {
        Optional<Fence> fence = Fence.opening(lines.get(i));
        int end = fence.map(each -> blocks.end(each, i + 1)).orElse(-1);
        return end < 0 ? i + 1 : end + 1;
    }

    /** Adds a fenced cell and gives the line after it; one that is not closed ends before the next. */
    private int fenced(int start) {
        Fence fence = Fence.opening(lines.get(start)).orElseThrow();
        int i = start + 1;
        while (i < lines.size() && !Fence.opensCell(lines.get(i))) {
            if (fence.closedBy(lines.get(i))) {
                add(start, i + 1);
                return i + 1;
            }
            i++;
        }
        add(start, i);
        return i;
    }

    /** Adds lines as a piece; blank ones at their end go to the next piece. */
    private void add(int start, int end) {
        int from = start;
        int to = end;
        while (to > from && Lines.blank(lines.get(to - 1))) {
            to--;
        }
        if (to == from) {
            blanks.add(String.join("", lines.subList(start, end)));
            return;
        }
        while (Lines.blank(lines.get(from))) {
            from++;
        }
        String gap = String.join("", blanks) + String.join("", lines.subList(start, from));
        pieces.add(new Piece(gap, String.join("", lines.subList(from, to))));
        blanks.clear();
        blanks.add(String.join("", lines.subList(to, end)));
    }

    private String tail() {
        return String.join("", blanks);
    }

    /** The cells under ids that are all different: the written ones first come, first served, then free ones. */
    private List<Cell> cells() {
        CellId unnamed = new CellId("cell");
        List<Cell> read = pieces.stream()
                .map(piece -> Cell.read(unnamed, piece.gap(), piece.source()))
                .toList();
        Ids ids = new Ids();
        List<Optional<CellId>> first =
                read.stream().map(cell -> written(cell).filter(ids::take)).toList();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Cell cell = read.get(i);
            cells.add(cell.withHandle(first.get(i).orElseGet(() -> ids.takeFree(base(cell)))));
        }
        return cells;
    }

    private static Optional<CellId> written(Cell cell) {
        return cell.writtenId().filter(CellId::isValid).map(CellId::new);
    }

    private static String base(Cell cell) {
        return written(cell).map(CellId::text).orElse(cell.kindName());
    }
}
