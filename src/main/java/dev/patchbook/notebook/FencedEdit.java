package dev.patchbook.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes the source of a YAML mapping, the changed line alone. A change is made in the text and read back; where the text
 * is written in a way that makes this impossible (a flow mapping, say), the mapping is written anew.
 */
final class FencedEdit {
    private FencedEdit() {}

    /** The values of one key: one is written as a scalar, several as a list. */
    static String set(String body, String key, List<String> values, String eol) {
        FlatYaml.Result before = FlatYaml.read(body);
        if (before.find(key).map(YamlEntry::values).filter(values::equals).isPresent()) {
            return body;
        }
        Map<String, List<String>> wanted = values(before);
        wanted.put(key, values);
        String text = values.size() == 1 ? YamlScalar.write(values.get(0)) : YamlScalar.write(values);
        Optional<YamlEntry> entry = before.find(key);
        String edited =
                entry.map(e -> spliced(body, e, text, eol)).orElseGet(() -> added(body, before, key, text, eol));
        return checked(body, before, edited, wanted, eol);
    }

    /** The mapping without a key. */
    static String remove(String body, String key, String eol) {
        FlatYaml.Result before = FlatYaml.read(body);
        Optional<YamlEntry> entry = before.find(key);
        if (entry.isEmpty()) {
            return body;
        }
        Map<String, List<String>> wanted = values(before);
        wanted.remove(key);
        int from = lineStart(body, entry.get().keyStart());
        int to = lineEnd(body, entry.get().valueEnd());
        return checked(body, before, body.substring(0, from) + body.substring(to), wanted, eol);
    }

    /** The mapping from nothing. */
    static String write(Map<String, List<String>> values, String eol) {
        StringBuilder out = new StringBuilder();
        values.forEach((key, list) -> out.append(YamlScalar.write(key))
                .append(": ")
                .append(list.size() == 1 ? YamlScalar.write(list.get(0)) : YamlScalar.write(list))
                .append(eol));
        return out.toString();
    }

    private static String spliced(String body, YamlEntry entry, String text, String eol) {
        int colon = body.indexOf(':', entry.keyEnd());
        if (colon < 0) {
            return body;
        }
        boolean sameLine = lineStart(body, entry.valueStart()) == lineStart(body, entry.keyStart());
        boolean empty = entry.valueEnd() <= colon + 1;
        int from = sameLine && !empty ? entry.valueStart() : colon + 1;
        int to = Math.max(from, entry.valueEnd());
        String rest = body.substring(to);
        String gap = sameLine && !empty ? "" : " ";
        boolean oneLine = to == body.length() || isRestOfLine(rest);
        return body.substring(0, from) + gap + text + (oneLine ? "" : eol) + rest;
    }

    /** Whether the text goes on with the rest of the same line: its end, blanks, or a comment after a blank. */
    private static boolean isRestOfLine(String rest) {
        String line = Lines.content(Lines.first(rest));
        return line.isBlank()
                || (Character.isWhitespace(line.charAt(0)) && line.strip().startsWith("#"));
    }

    /** A new line: first for the id, last for all else, indented as its neighbour. */
    private static String added(String body, FlatYaml.Result before, String key, String text, String eol) {
        List<YamlEntry> entries = before.entries();
        boolean first = key.equals("id");
        int at = body.length();
        String indent = "";
        if (!entries.isEmpty()) {
            YamlEntry neighbour = entries.get(first ? 0 : entries.size() - 1);
            int start = lineStart(body, neighbour.keyStart());
            indent = body.substring(start, neighbour.keyStart());
            at = first ? start : lineEnd(body, neighbour.valueEnd());
        }
        String head = body.substring(0, at);
        String line = (indent.isBlank() ? indent : "") + key + ": " + text + eol;
        return head + (Lines.ended(head) ? "" : eol) + line + body.substring(at);
    }

    private static String checked(
            String body, FlatYaml.Result before, String edited, Map<String, List<String>> wanted, String eol) {
        FlatYaml.Result after = FlatYaml.read(edited);
        if (values(after).equals(wanted)
                && after.problems().size() <= before.problems().size()) {
            return edited;
        }
        return before.complete() ? write(wanted, eol) : body;
    }

    private static Map<String, List<String>> values(FlatYaml.Result yaml) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        yaml.entries().forEach(entry -> values.put(entry.key(), entry.values()));
        return values;
    }

    private static int lineStart(String body, int at) {
        int start = at;
        while (start > 0 && body.charAt(start - 1) != '\n' && body.charAt(start - 1) != '\r') {
            start--;
        }
        return start;
    }

    /** Where the line after the one around {@code at} begins. */
    private static int lineEnd(String body, int at) {
        List<String> rest = Lines.of(body.substring(at));
        return rest.isEmpty() ? body.length() : at + rest.get(0).length();
    }
}
