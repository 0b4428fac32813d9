package dev.patchbook.notebook;

import java.util.ArrayList;
import java.util.List;

/** A text as lines that keep their ends: LF, CR LF or CR. */
final class Lines {
    private Lines() {}

    /** The lines, ends included; their concatenation is the text. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = endOf(text, start);
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /** The first line, its end included; empty for an empty text. */
    static String first(String text) {
        return text.substring(0, endOf(text, 0));
    }

    private static int endOf(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return text.length();
    }

    /** A line without its end. */
    static String content(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** The end of a text's first line that has one; LF where none has. */
    static String eol(String text) {
        if (text.isEmpty()) {
            return "\n";
        }
        int end = endOf(text, 0);
        String eol = text.substring(content(text.substring(0, end)).length(), end);
        return eol.isEmpty() ? "\n" : eol;
    }

    static boolean ended(String text) {
        return text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
    }

    static boolean blank(String line) {
        return content(line).isBlank();
    }

    /** How many lines a text that ends a line has. */
    static int count(String text) {
        return of(text).size();
    }

    /** The text with every line end replaced. */
    static String withEol(String text, String eol) {
        StringBuilder out = new StringBuilder(text.length());
        for (String line : of(text)) {
            String content = content(line);
            out.append(content);
            if (content.length() < line.length()) {
                out.append(eol);
            }
        }
        return out.toString();
    }
}
