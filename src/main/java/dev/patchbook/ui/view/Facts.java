package dev.patchbook.ui.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Names and values in two aligned columns. */
final class Facts extends GridPane {
    private final List<Label> names = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();

    Facts() {
        getStyleClass().add("facts");
        setHgap(12);
        setVgap(4);
    }

    /** Shows names and values by turns; an empty list clears. */
    void show(List<String> namesAndValues) {
        int rows = namesAndValues.size() / 2;
        while (names.size() < rows) {
            Label name = Views.label("", "view-muted");
            Label value = Views.label("", "view-mono");
            name.setMinWidth(Region.USE_PREF_SIZE);
            value.setMinWidth(Region.USE_PREF_SIZE);
            addRow(names.size(), name, value);
            names.add(name);
            values.add(value);
        }
        for (int i = 0; i < names.size(); i++) {
            boolean used = i < rows;
            names.get(i).setText(used ? namesAndValues.get(2 * i) : "");
            values.get(i).setText(used ? namesAndValues.get(2 * i + 1) : "");
            for (Label label : List.of(names.get(i), values.get(i))) {
                Views.show(label, used);
            }
        }
    }

    /** What is shown under a name; empty if it is not there. */
    String value(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isVisible() && names.get(i).getText().equals(name)) {
                return values.get(i).getText();
            }
        }
        return "";
    }
}
