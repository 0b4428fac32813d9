package dev.patchbook.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds each cell's parents and the problems with them. */
final class GraphLinks {
    private static final int SHOWN = 12;

    private final Notebook notebook;
    private final List<Integer> lines;
    private final Map<CellId, Cell> cells = new LinkedHashMap<>();
    private final Map<CellId, Integer> places = new HashMap<>();
    private final Map<CellId, List<CellId>> parents = new LinkedHashMap<>();
    private final Map<CellId, List<CellProblem>> problems = new LinkedHashMap<>();

    GraphLinks(Notebook notebook) {
        this.notebook = notebook;
        this.lines = notebook.lines();
        notebook.cells().forEach(cell -> {
            places.put(cell.id(), cells.size());
            cells.put(cell.id(), cell);
        });
        for (int i = 0; i < lines.size(); i++) {
            Cell cell = notebook.cells().get(i);
            int shift = lines.get(i) - 1;
            List<CellProblem> own = new ArrayList<>();
            cell.problems().forEach(problem -> own.add(problem.shifted(shift)));
            problems.put(cell.id(), own);
            duplicate(cell);
            parents.put(cell.id(), new ArrayList<>(cell.fromWritten() ? written(cell) : byDefault(cell, i)));
        }
        Circles.of(trainings()).forEach(this::cut);
    }

    Map<CellId, List<CellId>> parents() {
        return parents;
    }

    Map<CellId, List<CellProblem>> problems() {
        return problems;
    }

    private void duplicate(Cell cell) {
        boolean taken = cell.writtenId()
                .filter(CellId::isValid)
                .filter(id -> !id.equals(cell.id().text()))
                .isPresent();
        if (taken) {
            String id = cell.writtenId().orElseThrow();
            add(cell, "id", "Another cell is called “" + id + "” too.", "Give this cell an id of its own.");
        }
    }

    private List<CellId> byDefault(Cell cell, int index) {
        List<CellId> nearest = Bases.nearest(notebook.cells(), index).stream().toList();
        if (nearest.isEmpty() && !Bases.needed(cell.kind()).isEmpty()) {
            add(
                    cell,
                    "from",
                    "There is no " + needed(cell) + " above to build on.",
                    "Add one above, or name one in `from`.");
        }
        return nearest;
    }

    private static String needed(Cell cell) {
        return Bases.words(cell.kind()).substring(2);
    }

    private List<CellId> written(Cell cell) {
        if (!cell.kind().runs()) {
            return List.of(); // what it means there is for a later version to know
        }
        List<CellId> found = new ArrayList<>();
        Set<CellKind> needed = Bases.needed(cell.kind());
        int room = Bases.most(cell.kind());
        Set<CellKind> extra = new HashSet<>(Bases.optional(cell.kind()));
        for (CellId id : cell.from()) {
            Cell parent = cells.get(id);
            if (parent == null) {
                add(
                        cell,
                        "from",
                        "There is no cell “" + id + "”.",
                        "Write the id of " + Bases.words(cell.kind()) + ".");
            } else if (room > 0 && needed.contains(parent.kind())) {
                room--;
                found.add(id);
            } else if (extra.remove(parent.kind())) {
                found.add(id);
            } else {
                add(
                        cell,
                        "from",
                        wrong(cell, parent, room < Bases.most(cell.kind())),
                        "Write the id of " + Bases.words(cell.kind()) + ", or remove the line.");
            }
        }
        if (!needed.isEmpty()
                && room == Bases.most(cell.kind())
                && problems(cell).isEmpty()) {
            add(
                    cell,
                    "from",
                    "`from` names no " + needed(cell) + ".",
                    "Write the id of " + Bases.words(cell.kind()) + ".");
        }
        return found.stream().distinct().toList(); // a comparison may name one for both sides
    }

    private static String wrong(Cell cell, Cell parent, boolean full) {
        String what = "A " + cell.kindName() + " cell does not build on the " + parent.kindName() + " cell “"
                + parent.id() + "”";
        return full && Bases.needed(cell.kind()).contains(parent.kind())
                ? what
                        + (Bases.most(cell.kind()) > 1
                                ? " as well; it has two sides."
                                : " as well; it has its base already.")
                : what + ".";
    }

    /** The training each training goes on from. */
    private Map<CellId, CellId> trainings() {
        Map<CellId, CellId> next = new LinkedHashMap<>();
        parents.forEach((id, all) -> all.stream()
                .filter(parent -> cell(parent).kind() == CellKind.TRAIN && cell(id).kind() == CellKind.TRAIN)
                .forEach(parent -> next.put(id, parent)));
        return next;
    }

    private Cell cell(CellId id) {
        return Objects.requireNonNull(cells.get(id));
    }

    /** Tells every cell of a circle, and takes its links out. */
    private void cut(List<CellId> circle) {
        for (int i = 0; i < circle.size(); i++) {
            CellId id = circle.get(i);
            StringBuilder path = new StringBuilder(id.text());
            for (int step = 1; step <= Math.min(circle.size(), SHOWN); step++) {
                path.append(" → ").append(circle.get((i + step) % circle.size()));
            }
            path.append(circle.size() > SHOWN ? " → … → " + id : "");
            add(
                    cell(id),
                    "from",
                    "The cell builds on itself: " + path + ".",
                    "Let one of these cells build on another.");
            Objects.requireNonNull(parents.get(id)).remove(circle.get((i + 1) % circle.size()));
        }
    }

    private List<CellProblem> problems(Cell cell) {
        return problems.getOrDefault(cell.id(), List.of());
    }

    private void add(Cell cell, String key, String message, String remedy) {
        int line = lines.get(Objects.requireNonNull(places.get(cell.id()))) + cell.lineOf(key) - 1;
        problems.computeIfAbsent(cell.id(), id -> new ArrayList<>()).add(new CellProblem(line, key, message, remedy));
    }
}
