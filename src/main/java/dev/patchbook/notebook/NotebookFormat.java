package dev.patchbook.notebook;

import dev.patchbook.base.UserFacingException;
import java.util.ArrayList;
import java.util.List;

/**
 * The notebook as a Markdown file: front matter, notes as ordinary Markdown, cells as backtick fences at column 0 with the
 * info string {@code patchbook KIND} and a flat YAML body. Reading and writing an untouched notebook changes no byte.
 */
public final class NotebookFormat {
    private NotebookFormat() {}

    /**
     * Reads a notebook. A faulty cell is kept as it is, with its problems.
     *
     * @throws UserFacingException where the text is not a notebook at all, or one of a later version
     */
    public static Notebook read(String text) {
        List<String> lines = Lines.of(text);
        FrontMatter front = FrontMatter.read(lines);
        int head = Lines.count(front.source());
        return new NotebookReader(lines.subList(head, lines.size())).read(front);
    }

    /** The notebook's text. */
    public static String write(Notebook notebook) {
        StringBuilder out = new StringBuilder();
        append(notebook, out);
        return out.toString();
    }

    /** The line each cell begins on, from 1, in order. */
    static List<Integer> lines(Notebook notebook) {
        StringBuilder out = new StringBuilder();
        List<Integer> offsets = append(notebook, out);
        List<Integer> starts = new ArrayList<>();
        int line = 1;
        int at = 0;
        for (String each : Lines.of(out.toString())) {
            while (starts.size() < offsets.size() && offsets.get(starts.size()) <= at) {
                starts.add(line);
            }
            at += each.length();
            line++;
        }
        return starts;
    }

    /** Writes the text, and gives the offset each cell begins at. */
    private static List<Integer> append(Notebook notebook, StringBuilder out) {
        List<Integer> offsets = new ArrayList<>();
        out.append(notebook.front().source());
        for (Cell cell : notebook.cells()) {
            ended(out, cell.gap() + cell.source(), notebook.eol()).append(cell.gap());
            offsets.add(out.length());
            out.append(cell.source());
        }
        ended(out, notebook.tail(), notebook.eol()).append(notebook.tail());
        return offsets;
    }

    /** A cell whose last line was the file's last may stand elsewhere now. */
    private static StringBuilder ended(StringBuilder out, String next, String eol) {
        boolean open = out.length() > 0 && out.charAt(out.length() - 1) != '\n' && out.charAt(out.length() - 1) != '\r';
        return open && !next.isEmpty() ? out.append(eol) : out;
    }
}
