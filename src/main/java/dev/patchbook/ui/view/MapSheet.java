package dev.patchbook.ui.view;

import dev.patchbook.export.Sheet;
import java.util.ArrayList;
import java.util.List;

/** Maps over patches as tables. */
final class MapSheet {
    private MapSheet() {}

    /** A row a patch. */
    static Sheet of(String name, String title, float[] values, int columns) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            rows.add(List.of((long) i, (long) (i / columns), (long) (i % columns), (double) values[i]));
        }
        return new Sheet(name, title, List.of("patch", "row", "column", "value"), rows);
    }
}
