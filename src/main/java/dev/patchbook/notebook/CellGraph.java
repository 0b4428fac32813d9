package dev.patchbook.notebook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What builds on what. A cell without {@code from} builds on the nearest suitable cell above it. Names that lead nowhere
 * and circles are problems of the cells concerned; such links are left out of the graph, which therefore has no circle.
 */
public final class CellGraph {
    private final Map<CellId, List<CellId>> parents;
    private final Map<CellId, List<CellId>> children = new LinkedHashMap<>();
    private final Map<CellId, List<CellProblem>> problems;
    private final Map<CellId, Cell> cells = new LinkedHashMap<>();
    private final Map<CellId, Cell> models = new HashMap<>();
    private final List<CellId> order = new ArrayList<>();

    private CellGraph(Notebook notebook, GraphLinks links) {
        this.parents = links.parents();
        this.problems = links.problems();
        for (Cell cell : notebook.cells()) {
            cells.put(cell.id(), cell);
            children.put(cell.id(), new ArrayList<>());
        }
        parents.forEach((id, above) -> above.forEach(
                parent -> children.getOrDefault(parent, new ArrayList<>()).add(id)));
        Set<CellId> seen = new LinkedHashSet<>();
        cells.keySet().forEach(id -> visit(id, seen));
        order.addAll(seen);
        findModels();
    }

    /** The graph of a notebook. */
    public static CellGraph of(Notebook notebook) {
        return new CellGraph(notebook, new GraphLinks(notebook));
    }

    /** Adds a cell after all it builds on. A stack of our own: chains may be longer than Java's is deep. */
    private void visit(CellId start, Set<CellId> seen) {
        Deque<CellId> stack = new ArrayDeque<>(List.of(start));
        while (!stack.isEmpty()) {
            CellId id = stack.peek();
            List<CellId> open = parents(id).stream()
                    .filter(parent -> !seen.contains(parent))
                    .toList();
            if (open.isEmpty()) {
                seen.add(id);
                stack.pop();
            } else {
                stack.push(open.get(0));
            }
        }
    }

    private void findModels() {
        for (CellId id : order) {
            Cell cell = Objects.requireNonNull(cells.get(id));
            Optional<Cell> model = cell.kind() == CellKind.MODEL
                    ? Optional.of(cell)
                    : parents(id).stream()
                            .flatMap(parent -> Optional.ofNullable(models.get(parent)).stream())
                            .findFirst();
            model.ifPresent(found -> models.put(id, found));
        }
    }

    /** What a cell builds on directly, whether written or by default. */
    public List<CellId> parents(CellId id) {
        return parents.getOrDefault(id, List.of());
    }

    /** What builds on a cell directly, in the notebook's order. */
    public List<CellId> children(CellId id) {
        return Collections.unmodifiableList(children.getOrDefault(id, List.of()));
    }

    /** The cell of one of these kinds a cell builds on directly. */
    public Optional<Cell> parent(CellId id, CellKind... kinds) {
        return parents(id).stream()
                .map(parent -> Optional.ofNullable(cells.get(parent)).orElseThrow())
                .filter(cell -> List.of(kinds).contains(cell.kind()))
                .findFirst();
    }

    /** All that a cell builds on, directly or not; each after what it builds on itself. */
    public List<CellId> upstream(CellId id) {
        Set<CellId> seen = new LinkedHashSet<>();
        visit(id, seen);
        seen.remove(id);
        return List.copyOf(seen);
    }

    /** All that builds on a cell, directly or not; each after what it builds on itself. */
    public List<CellId> downstream(CellId id) {
        Set<CellId> found = new LinkedHashSet<>();
        for (CellId each : order) {
            if (parents(each).stream().anyMatch(parent -> parent.equals(id) || found.contains(parent))) {
                found.add(each);
            }
        }
        return List.copyOf(found);
    }

    /** Every cell after what it builds on; otherwise in the notebook's order. */
    public List<CellId> order() {
        return Collections.unmodifiableList(order);
    }

    /** What keeps a cell from running: its own problems and those of what it builds on. Lines are the file's, from 1. */
    public List<CellProblem> problems(CellId id) {
        return problems.getOrDefault(id, List.of());
    }

    /** The model cell a cell belongs to: itself, the one it builds on, or for data the first one built on it. */
    public Optional<Cell> model(CellId id) {
        Cell cell = cells.get(id);
        return cell == null || cell.kind() != CellKind.DATA
                ? Optional.ofNullable(models.get(id))
                : children(id).stream()
                        .flatMap(child -> Optional.ofNullable(cells.get(child)).stream())
                        .filter(child -> child.kind() == CellKind.MODEL)
                        .findFirst();
    }
}
