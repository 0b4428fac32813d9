package dev.patchbook.notebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source of a note: Markdown, with a line {@code <!-- note ID -->} before it where one is needed. */
final class NoteText {
    private static final Pattern SEPARATOR = Pattern.compile("<!--\\s*note\\s+(\\S+)\\s*-->\\s*");

    private NoteText() {}

    /** The id a separator line names, if it is one. */
    static Optional<String> separator(String line) {
        Matcher matcher = SEPARATOR.matcher(line);
        return matcher.matches() && CellId.isValid(matcher.group(1)) ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static CellContent read(String source) {
        List<String> lines = Lines.of(source);
        Optional<String> id = lines.isEmpty() ? Optional.empty() : separator(lines.get(0));
        String text = String.join("", id.isPresent() ? lines.subList(1, lines.size()) : lines);
        return new CellContent(
                CellKind.NOTE,
                CellKind.NOTE.id(),
                id,
                List.of(),
                Map.of(),
                trimmed(Lines.withEol(text, "\n")),
                Map.of(),
                List.of());
    }

    /** The source of a note with this text; named where it has to be. */
    static String write(String text, Optional<String> id, String eol) {
        String markdown = Lines.withEol(settled(trimmed(Lines.withEol(text, "\n"))), eol);
        String name = id.map(value -> "<!-- note " + value + " -->" + eol).orElse("");
        String gap = id.isPresent() && !markdown.isEmpty() ? eol : "";
        return name + gap + markdown + (markdown.isEmpty() || Lines.ended(markdown) ? "" : eol);
    }

    /** Without blank lines at both ends and without the last line's end. */
    static String trimmed(String text) {
        List<String> lines = Lines.of(text);
        int from = 0;
        int to = lines.size();
        while (from < to && Lines.blank(lines.get(from))) {
            from++;
        }
        while (to > from && Lines.blank(lines.get(to - 1))) {
            to--;
        }
        return Lines.content(String.join("", lines.subList(from, to)));
    }

    /** Made so that the reader takes it for one note: a change can alter what is code, so until nothing changes. */
    private static String settled(String text) {
        String before = text;
        String after = harmless(closed(before));
        while (!after.equals(before)) {
            before = after;
            after = harmless(closed(before));
        }
        return after;
    }

    /** What would begin a cell or another note is moved one space to the right, where it reads the same as Markdown. */
    private static String harmless(String text) {
        List<String> lines = Lines.of(text);
        CodeBlocks blocks = new CodeBlocks(lines);
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            Optional<Fence> fence = Fence.opening(line);
            int next = i + 1;
            int end = fence.filter(each -> !each.isCell())
                    .map(each -> blocks.end(each, next))
                    .orElse(-1);
            if (end < 0) {
                boolean harmful = Fence.opensCell(line) || separator(line).isPresent();
                out.append(harmful ? " " : "").append(line);
            } else {
                lines.subList(i, end + 1).forEach(out::append);
            }
            i = Math.max(i, end) + 1;
        }
        return out.toString();
    }

    /**
     * With a code block that is still open closed at the end, as Markdown itself does at the end of a document; otherwise
     * the cells that follow would be taken for code.
     */
    static String closed(String text) {
        List<String> lines = Lines.of(text);
        CodeBlocks blocks = new CodeBlocks(lines);
        int i = 0;
        while (i < lines.size()) {
            int next = i + 1;
            Optional<Fence> fence = Fence.opening(lines.get(i));
            int end = fence.map(each -> blocks.end(each, next)).orElse(i);
            if (fence.isPresent() && end < 0 && fence.get().reaches(lines, next)) {
                String eol = Lines.eol(text);
                return text + (Lines.ended(text) ? "" : eol) + fence.get().closing();
            }
            i = Math.max(i, end) + 1;
        }
        return text;
    }
}
