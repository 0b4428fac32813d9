package dev.patchbook.notebook;

import dev.patchbook.config.Group;
import dev.patchbook.config.Schema;
import dev.patchbook.config.SettingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the source of a fenced cell. */
final class FencedCell {
    private static final int MOST_PROBLEMS = 50;

    private FencedCell() {}

    /** The parts of a source: the fence, what is between, and the closing fence; empty where it is not closed. */
    record Parts(String opening, String body, String closing) {
        static Parts of(String source) {
            List<String> lines = Lines.of(source);
            String opening = lines.get(0);
            Fence fence = Fence.opening(opening).orElseThrow();
            int last = lines.size() - 1;
            boolean closed = last > 0 && fence.closedBy(lines.get(last));
            String body = String.join("", lines.subList(1, closed ? last : lines.size()));
            return new Parts(opening, body, closed ? lines.get(last) : "");
        }

        /** Whether another body would stay between these fences. */
        boolean holds(String other) {
            Fence fence = Fence.opening(opening).orElseThrow();
            return Lines.of(other).stream().noneMatch(line -> fence.closedBy(line) || Fence.opensCell(line));
        }

        FlatYaml.Result yaml() {
            return FlatYaml.read(body);
        }
    }

    /** The source with its closing fence, its last line without an end. */
    static String closed(String source) {
        Parts parts = Parts.of(source);
        if (!parts.closing().isEmpty()) {
            return source;
        }
        String closing = Fence.opening(parts.opening()).orElseThrow().closing();
        return source + (Lines.ended(source) ? "" : Lines.eol(source)) + closing;
    }

    static CellContent read(String source) {
        Parts parts = Parts.of(source);
        String[] words = Fence.opening(parts.opening()).orElseThrow().info().split("\\s+", 3);
        String word = words.length > 1 ? words[1] : "";
        CellKind kind = CellKind.ofFence(word);
        List<CellProblem> problems = new ArrayList<>();
        fenceProblem(kind, words, parts).ifPresent(problems::add);
        FlatYaml.Result yaml = parts.yaml();
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (YamlEntry entry : yaml.entries()) {
            lines.put(entry.key(), entry.line() + 2);
            if (!entry.key().equals("id") && !entry.key().equals("from") && !entry.list()) {
                settings.put(entry.key(), entry.value());
            }
        }
        if (kind != CellKind.UNKNOWN) {
            yaml.problems().forEach(problem -> problems.add(problem.shifted(2)));
            yaml.entries().forEach(entry -> problem(kind, entry).ifPresent(problems::add));
        }
        idProblem(yaml).ifPresent(problems::add);
        List<CellProblem> told = problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()));
        return new CellContent(
                kind,
                word,
                yaml.find("id").map(YamlEntry::value),
                from(yaml),
                Collections.unmodifiableMap(settings),
                "",
                Collections.unmodifiableMap(lines),
                List.copyOf(told));
    }

    private static Optional<CellProblem> fenceProblem(CellKind kind, String[] words, Parts parts) {
        if (words.length < 2) {
            return problem(
                    1,
                    "",
                    "The cell does not say what kind it is.",
                    "Write the kind after patchbook: " + kinds() + ".");
        }
        if (words[1].equals(CellKind.NOTE.id())) {
            return problem(
                    1, "", "A note is written between the cells, not in a fence.", "Remove the fence around the text.");
        }
        if (kind != CellKind.UNKNOWN && words.length > 2) {
            return problem(1, "", "After the kind stands “" + words[2] + "”, which means nothing here.", "Remove it.");
        }
        if (parts.closing().isEmpty()) {
            return problem(1, "", "The cell's fence is not closed.", "Write a line ``` after the cell's last setting.");
        }
        return Optional.empty();
    }

    private static Optional<CellProblem> idProblem(FlatYaml.Result yaml) {
        Optional<YamlEntry> id = yaml.find("id");
        if (id.isEmpty()) {
            return problem(1, "id", "The cell has no id.", "Write a line `id: NAME` with a name of its own.");
        }
        boolean valid = !id.get().list() && CellId.isValid(id.get().value());
        return valid
                ? Optional.empty()
                : problem(
                        id.get().line() + 2,
                        "id",
                        "“" + String.join(", ", id.get().values()) + "” cannot name a cell.",
                        "Use letters a-z, digits, hyphens and underscores, beginning with a letter or digit.");
    }

    private static List<CellId> from(FlatYaml.Result yaml) {
        List<String> names = yaml.find("from").map(YamlEntry::values).orElse(List.of());
        return names.stream()
                .filter(CellId::isValid)
                .distinct()
                .map(CellId::new)
                .toList();
    }

    private static Optional<CellProblem> problem(CellKind kind, YamlEntry entry) {
        int line = entry.line() + 2;
        if (entry.key().equals("id")) {
            return Optional.empty();
        }
        if (entry.key().equals("from")) {
            return entry.values().stream()
                    .filter(name -> !CellId.isValid(name))
                    .findFirst()
                    .flatMap(name -> problem(
                            line,
                            "from",
                            "“" + name + "” is no cell's id.",
                            "Write the id of a cell, or a list [a, b], or remove the line."));
        }
        Group group = kind.group().orElseThrow();
        if (entry.list() && Schema.find(group, entry.key()).isPresent()) {
            return problem(line, entry.key(), entry.key() + " is a list.", "Write one value.");
        }
        try {
            Schema.check(group, Map.of(entry.key(), entry.value()));
            return Optional.empty();
        } catch (SettingException e) {
            return problem(line, entry.key(), e.what(), e.remedy());
        }
    }

    private static Optional<CellProblem> problem(int line, String key, String message, String remedy) {
        return Optional.of(new CellProblem(line, key, message, remedy));
    }

    private static String kinds() {
        List<String> kinds = new ArrayList<>();
        for (CellKind kind : CellKind.values()) {
            if (kind.runs()) {
                kinds.add(kind.id());
            }
        }
        return String.join(", ", kinds);
    }
}
