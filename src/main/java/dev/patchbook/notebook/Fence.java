package dev.patchbook.notebook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fences of Markdown code blocks (CommonMark 0.31, section 4.5), and which of them are cells: backtick fences at column 0
 * whose info string begins with {@code patchbook}.
 *
 * @param mark backtick or tilde
 * @param length how many of them
 * @param info the info string, stripped
 * @param indent spaces before it
 */
record Fence(char mark, int length, String info, int indent) {
    private static final Pattern OPEN = Pattern.compile("( {0,3})(`{3,}|~{3,})([^\\r\\n]*)");
    private static final Pattern CLOSE = Pattern.compile(" {0,3}(`{3,}|~{3,})[ \\t]*");
    private static final Pattern CELL = Pattern.compile("patchbook(\\s.*)?");

    /** The fence a line opens, if it is one. */
    static Optional<Fence> opening(String line) {
        if (!mayBeFence(line)) {
            return Optional.empty();
        }
        Matcher matcher = OPEN.matcher(Lines.content(line));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String run = matcher.group(2);
        String info = matcher.group(3).strip();
        char mark = run.charAt(0);
        return mark == '`' && info.indexOf('`') >= 0
                ? Optional.empty()
                : Optional.of(
                        new Fence(mark, run.length(), info, matcher.group(1).length()));
    }

    /** Spares most lines the pattern. */
    private static boolean mayBeFence(String line) {
        int start = 0;
        while (start < 3 && start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        return line.startsWith("```", start) || line.startsWith("~~~", start);
    }

    /** Whether it begins a cell. */
    boolean isCell() {
        return mark == '`' && indent == 0 && CELL.matcher(info).matches();
    }

    /** Whether a line opens a cell. */
    static boolean opensCell(String line) {
        return line.startsWith("```") && opening(line).map(Fence::isCell).orElse(false);
    }

    /** Whether a line closes this fence. */
    boolean closedBy(String line) {
        Matcher matcher = CLOSE.matcher(Lines.content(line));
        if (!mayBeFence(line) || !matcher.matches()) {
            return false;
        }
        String run = matcher.group(1);
        return run.charAt(0) == mark && run.length() >= length;
    }

    /** Whether, still open, it would take the text after these lines for its own. */
    boolean reaches(List<String> lines, int from) {
        return mayHoldCells() || lines.subList(from, lines.size()).stream().noneMatch(Fence::opensCell);
    }

    /** Whether a cell's source may stand inside. */
    boolean mayHoldCells() {
        return mark == '~' || length > 3;
    }

    /** The line that closes it, without a line's end. */
    String closing() {
        return String.valueOf(mark).repeat(length);
    }
}
