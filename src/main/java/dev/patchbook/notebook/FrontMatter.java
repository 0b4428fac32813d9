package dev.patchbook.notebook;

import dev.patchbook.base.UserFacingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The head of a notebook's file: YAML between two lines {@code ---}.
 *
 * @param source all of it, both lines included
 * @param title the notebook's title; empty where it has none
 */
record FrontMatter(String source, String title) {
    private static final String BOM = "\uFEFF";
    private static final int VERSION = 1;

    static FrontMatter of(String title) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("patchbook", List.of(Integer.toString(VERSION)));
        if (!title.isEmpty()) {
            values.put("title", List.of(title));
        }
        return new FrontMatter("---\n" + FencedEdit.write(values, "\n") + "---\n", title);
    }

    /**
     * Reads the head of a file.
     *
     * @throws UserFacingException where it is not a notebook of this version
     */
    static FrontMatter read(List<String> lines) {
        int end = end(lines);
        String source = String.join("", lines.subList(0, end + 1));
        FlatYaml.Result yaml = FlatYaml.read(String.join("", lines.subList(1, end)));
        if (!yaml.problems().isEmpty()) {
            CellProblem problem = yaml.problems().get(0);
            throw new UserFacingException(
                    "The notebook's head cannot be read, line " + (problem.line() + 2) + ": " + problem.message(),
                    problem.remedy());
        }
        version(yaml.find("patchbook").map(YamlEntry::value).orElse(""));
        return new FrontMatter(source, yaml.find("title").map(YamlEntry::value).orElse(""));
    }

    private static int end(List<String> lines) {
        boolean begins = !lines.isEmpty() && isLine(lines.get(0).replace(BOM, ""), "---");
        for (int i = 1; begins && i < lines.size(); i++) {
            if (isLine(lines.get(i), "---") || isLine(lines.get(i), "...")) {
                return i;
            }
        }
        throw notANotebook();
    }

    private static boolean isLine(String line, String mark) {
        return Lines.content(line).stripTrailing().equals(mark);
    }

    private static void version(String written) {
        if (!written.matches("[0-9]{1,9}") || Integer.parseInt(written) < 1) {
            throw notANotebook();
        }
        if (Integer.parseInt(written) > VERSION) {
            throw new UserFacingException(
                    "The notebook is of version " + written + "; this Patchbook reads version " + VERSION + ".",
                    "Open it with a newer Patchbook.");
        }
    }

    private static UserFacingException notANotebook() {
        return new UserFacingException(
                "This is not a Patchbook notebook: it does not begin with the lines ---, patchbook: 1, title: …, ---.",
                "Choose a notebook, or write these lines at the top of the file.");
    }

    FrontMatter withTitle(String other) {
        List<String> lines = Lines.of(source);
        String body = String.join("", lines.subList(1, lines.size() - 1));
        String edited = other.isEmpty()
                ? FencedEdit.remove(body, "title", eol())
                : FencedEdit.set(body, "title", List.of(other), eol());
        return new FrontMatter(lines.get(0) + edited + lines.get(lines.size() - 1), other);
    }

    String eol() {
        return Lines.eol(source);
    }
}
