package dev.patchbook.ui.notebook;

import dev.patchbook.config.Setting;
import dev.patchbook.config.Setting.Kind;
import dev.patchbook.config.SettingException;
import dev.patchbook.notebook.Bases;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellSettings;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.SessionState;
import dev.patchbook.ui.form.FieldViewModel;
import dev.patchbook.ui.form.FormViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form of a cell: its name, what it builds on, its settings. */
final class CellForm {
    /** Key of the field for the name. */
    static final String NAME = "id";

    /** Key of the field for what it builds on. */
    static final String FROM = "from";

    /** Key of the field for the second cell a comparison builds on. */
    static final String SECOND = "from-right";

    private static final String SAME = "the same";

    private CellForm() {}

    static FormViewModel of(SessionState state, CellId id) {
        Cell cell = state.notebook().cell(id).orElseThrow();
        List<FieldViewModel> own = new ArrayList<>();
        own.add(name(state.notebook(), cell));
        from(state, cell).ifPresent(own::add);
        second(state, cell).ifPresent(own::add);
        return new FormViewModel(
                cell.kind().group().orElseThrow(), cell.settings(), written -> defaults(state, cell, written), own);
    }

    /** A cell's settings alone, filled with what is written elsewhere. */
    static FormViewModel settings(SessionState state, CellId id, Map<String, String> settings) {
        Cell cell = state.notebook().cell(id).orElseThrow();
        return new FormViewModel(
                cell.kind().group().orElseThrow(), settings, written -> defaults(state, cell, written), List.of());
    }

    private static Map<String, String> defaults(SessionState state, Cell cell, Map<String, String> written) {
        CellSettings settings = cell.kind() == CellKind.MODEL
                ? CellRefresh.settings(state, Cell.of(cell.kind(), cell.id(), List.of(), written))
                : CellSettings.of(state.graph(), cell.id());
        return settings.defaults(Cell.of(cell.kind(), cell.id(), List.of(), written));
    }

    private static FieldViewModel name(Notebook notebook, Cell cell) {
        Setting setting =
                new Setting(NAME, Kind.TEXT, "Name", "What the cell is called, here and in files.", List.of(), 0, 0);
        return new FieldViewModel(setting, "", cell.id().text(), text -> nameProblem(notebook, cell, text));
    }

    private static Optional<SettingException> nameProblem(Notebook notebook, Cell cell, String text) {
        if (!CellId.isValid(text)) {
            return Optional.of(new SettingException(
                    NAME,
                    "“" + text + "” cannot name a cell.",
                    "Use letters a-z, digits, hyphens and underscores, beginning with a letter or digit."));
        }
        boolean taken = notebook.cells().stream()
                .anyMatch(other -> other != cell && other.id().text().equalsIgnoreCase(text));
        return taken
                ? Optional.of(
                        new SettingException(NAME, "Another cell is called so.", "Another cell is called so already."))
                : Optional.empty();
    }

    /** The choice among the cells it could build on; none where there is no choice. */
    private static Optional<FieldViewModel> from(SessionState state, Cell cell) {
        List<String> candidates = candidates(state, cell);
        boolean wrong = state.problems(cell.id()).stream()
                .anyMatch(problem -> problem.key().equals(FROM));
        if (candidates.size() < (wrong ? 1 : 2)) {
            return Optional.empty();
        }
        List<Cell> cells = state.notebook().cells();
        String nearest =
                Bases.nearest(cells, cells.indexOf(cell)).map(CellId::text).orElse("");
        boolean two = Bases.most(cell.kind()) > 1;
        Setting setting = new Setting(
                FROM,
                Kind.CHOICE,
                two ? "Left side" : "Builds on",
                "The cell whose result it takes; else the nearest above.",
                candidates,
                0,
                0);
        return Optional.of(
                new FieldViewModel(setting, base(state, cell).map(CellId::text).orElse(""), nearest, setting::problem));
    }

    /** The choice of what a comparison has on its right; none where there is no choice. */
    private static Optional<FieldViewModel> second(SessionState state, Cell cell) {
        List<String> choices = new ArrayList<>(List.of(SAME));
        choices.addAll(candidates(state, cell));
        if (Bases.most(cell.kind()) < 2 || choices.size() < 3) {
            return Optional.empty();
        }
        Setting setting = new Setting(
                SECOND, Kind.CHOICE, "Right side", "The cell on the right; else that on the left.", choices, 0, 0);
        String written = sides(state, cell).stream()
                .skip(1)
                .map(CellId::text)
                .findFirst()
                .orElse("");
        return Optional.of(new FieldViewModel(setting, written, SAME, setting::problem));
    }

    /** What a cell could build on without a circle. */
    static List<String> candidates(SessionState state, Cell cell) {
        Set<CellKind> kinds = Bases.needed(cell.kind());
        return state.notebook().cells().stream()
                .filter(other -> kinds.contains(other.kind()))
                .filter(other -> !other.id().equals(cell.id()))
                .filter(other -> !state.graph().downstream(cell.id()).contains(other.id()))
                .map(other -> other.id().text())
                .toList();
    }

    /** What a cell names once it builds on another; what it names beside that stays, as far as it is there. */
    static List<CellId> bases(SessionState state, Cell cell, String from) {
        Set<CellKind> kinds = Bases.needed(cell.kind());
        List<CellId> bases = new ArrayList<>();
        if (!from.isEmpty()) {
            bases.add(new CellId(from));
        }
        cell.from().stream()
                .filter(id -> state.notebook().cell(id).isPresent() && !is(state, id, kinds))
                .forEach(bases::add);
        return bases;
    }

    /** What a comparison names once its two sides are chosen; the left as the nearest above where only the right is. */
    private static List<CellId> bases(SessionState state, Cell cell, String from, String second) {
        List<CellId> bases = new ArrayList<>(bases(state, cell, from));
        if (!second.isEmpty()) {
            List<Cell> cells = state.notebook().cells();
            if (from.isEmpty()) {
                Bases.nearest(cells, cells.indexOf(cell)).ifPresent(left -> bases.add(0, left));
            }
            bases.add(Math.min(1, bases.size()), new CellId(second));
        }
        return bases.stream().distinct().toList();
    }

    /** What a cell names once another stands in for what is missing, or for its first base. */
    static List<CellId> instead(SessionState state, Cell cell, CellId on) {
        List<CellId> all = cell.from().stream()
                .map(id -> state.notebook().cell(id).isPresent() ? id : on)
                .distinct()
                .toList();
        return Bases.most(cell.kind()) > 1 && all.contains(on) ? all : bases(state, cell, on.text());
    }

    /** What it says it builds on, of the kinds it needs. */
    private static Optional<CellId> base(SessionState state, Cell cell) {
        return sides(state, cell).stream().findFirst();
    }

    private static List<CellId> sides(SessionState state, Cell cell) {
        Set<CellKind> kinds = Bases.needed(cell.kind());
        return cell.from().stream().filter(id -> is(state, id, kinds)).toList();
    }

    private static boolean is(SessionState state, CellId id, Set<CellKind> kinds) {
        return state.notebook()
                .cell(id)
                .filter(found -> kinds.contains(found.kind()))
                .isPresent();
    }

    /** The edits of name and base; the name last, since it is how the others find the cell. */
    static List<NotebookEdit> edits(SessionState state, Cell cell, FormViewModel form) {
        List<NotebookEdit> edits = new ArrayList<>();
        String from = form.own(FROM);
        boolean asked =
                form.all().stream().anyMatch(field -> field.setting().key().equals(FROM));
        List<CellId> bases = bases(state, cell, from, form.own(SECOND));
        if (asked && !bases.equals(cell.from())) {
            edits.add(new NotebookEdit.SetFrom(cell.id(), bases));
        }
        String name = form.own(NAME);
        if (!name.isEmpty() && !name.equals(cell.id().text())) {
            edits.add(new NotebookEdit.Rename(cell.id(), new CellId(name)));
        }
        return edits;
    }
}
