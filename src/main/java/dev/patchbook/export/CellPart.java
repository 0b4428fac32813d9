package dev.patchbook.export;

import dev.patchbook.chart.Numbers;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellProblem;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.CellState;
import dev.patchbook.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A cell that runs, as a page shows it.
 *
 * @param name its id
 * @param kind its kind, as a title
 * @param state how it stands
 * @param took how long its last run took; empty: never run
 * @param from what it builds on
 * @param settings written ones and defaults
 * @param written the written ones in a line
 * @param failures what went wrong
 * @param notice what to know about its output; empty: nothing
 * @param blocks its output
 */
record CellPart(
        String name,
        String kind,
        State state,
        String took,
        List<String> from,
        List<SettingRow> settings,
        String written,
        List<Failure> failures,
        String notice,
        List<Map<String, Object>> blocks) {

    /** A state: sign, words, and a word for the style. */
    record State(String sign, String words, String style) {}

    /** A setting. */
    record SettingRow(String key, String value, boolean written) {}

    /** What happened and what to do. */
    record Failure(String what, String remedy) {}

    /** Whether it builds on anything; the template asks. */
    boolean builds() {
        return !from.isEmpty();
    }

    /** Whether it has settings; the template asks. */
    boolean set() {
        return !settings.isEmpty();
    }

    static CellPart of(SessionState state, Cell cell) {
        CellId id = cell.id();
        CellRun run = state.run(id);
        Map<String, String> settings = state.settings(id).effective(cell);
        List<Map<String, Object>> blocks = cell.kind() == CellKind.UNKNOWN
                ? List.of(Blocks.source(cell.source()))
                : run.output()
                        .map(output -> OutputBlocks.of(state, output, cell, settings))
                        .orElse(List.of());
        return new CellPart(
                id.text(),
                title(cell.kindName()),
                state(state, cell),
                run.duration()
                        .map(time -> Numbers.duration(time.toNanos() / 1e6))
                        .orElse(""),
                state.graph().parents(id).stream().map(CellId::text).toList(),
                settings(cell, settings),
                written(cell),
                failures(state, run, id),
                notice(state, run, id),
                blocks);
    }

    private static List<SettingRow> settings(Cell cell, Map<String, String> effective) {
        List<SettingRow> rows = new ArrayList<>();
        effective.forEach((key, value) ->
                rows.add(new SettingRow(key, value, cell.settings().containsKey(key))));
        return rows;
    }

    private static String written(Cell cell) {
        List<String> parts = new ArrayList<>();
        cell.settings().forEach((key, value) -> parts.add(key + " " + value));
        return parts.isEmpty() ? "all at their defaults" : String.join(" · ", parts);
    }

    private static List<Failure> failures(SessionState state, CellRun run, CellId id) {
        List<CellProblem> problems = state.problems(id);
        if (!problems.isEmpty()) {
            return problems.stream()
                    .map(each -> new Failure("Line " + each.line() + ": " + each.message(), each.remedy()))
                    .toList();
        }
        return run.failure().map(why -> new Failure(why.what(), why.remedy())).stream()
                .toList();
    }

    private static String notice(SessionState state, CellRun run, CellId id) {
        if (run.output().isEmpty()) {
            return run.left().orElse("");
        }
        if (run.phase() == CellRun.Phase.FAILED) {
            return "What follows is from before it failed.";
        }
        if (state.state(id) == CellState.STALE) {
            return "Settings, or what it builds on, have changed since: what follows is the old output.";
        }
        return run.earlier() ? "What follows is from when the notebook was open before." : "";
    }

    private static State state(SessionState state, Cell cell) {
        if (cell.kind() == CellKind.UNKNOWN) {
            return new State("○", "this version does not know this kind of cell", "idle");
        }
        boolean faulty = !state.problems(cell.id()).isEmpty();
        return switch (state.state(cell.id())) {
            case IDLE -> faulty ? new State("✕", "cannot run", "failed") : new State("○", "not run", "idle");
            case QUEUED -> new State("◔", "queued", "idle");
            case RUNNING -> new State("▶", "running", "running");
            case DONE -> new State("✓", "done", "done");
            case FAILED -> new State("✕", "failed", "failed");
            case STALE -> new State("↻", "stale", "stale");
        };
    }

    private static String title(String word) {
        return word.isEmpty() ? "Cell" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
