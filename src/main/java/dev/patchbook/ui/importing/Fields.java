package dev.patchbook.ui.importing;

import dev.patchbook.engine.DataPreview;
import dev.patchbook.engine.DataPreview.Row;
import dev.patchbook.engine.RowProblem;
import java.util.List;
import java.util.Optional;

/** Which column of a source is for what, and what of a row stands where. */
record Fields(DataPreview head) {
    int picture() {
        return index(head.imageColumn());
    }

    int caption() {
        return index(head.captionColumn());
    }

    private int index(String name) {
        return name.isEmpty() ? -1 : head.columns().indexOf(name);
    }

    /** A column's name; one without a name is called by its place. */
    String name(int index) {
        String name = head.columns().get(index);
        return name.isBlank() ? "column " + (index + 1) : name;
    }

    /** What a column is for; empty where it is not used. */
    String role(int index) {
        if (index == picture()) {
            return "pictures";
        }
        if (index == caption()) {
            return "captions";
        }
        return !head.splitColumn().isEmpty() && index == index(head.splitColumn()) ? "split" : "";
    }

    /** What stands in a row's field; cut where it is long. */
    static String text(Row row, int index) {
        List<String> fields = row.fields();
        return index >= 0 && index < fields.size() ? fields.get(index) : "";
    }

    /** What is wrong with a row, where it belongs to this column; what belongs to none stands with the captions. */
    Optional<RowProblem> problem(Row row, int index) {
        return row.problem().filter(problem -> {
            int at = index(problem.field());
            return (at < 0 ? Math.max(0, caption()) : at) == index;
        });
    }
}
