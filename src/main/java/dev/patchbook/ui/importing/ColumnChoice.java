package dev.patchbook.ui.importing;

import dev.patchbook.engine.DataPreview;
import dev.patchbook.ui.form.FieldViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Which column is for what: found by itself, or chosen among those there are. */
final class ColumnChoice extends VBox {
    private final FieldViewModel field;
    private final ImportViewModel model;
    private final Function<DataPreview, String> found;
    private final ComboBox<String> box = new ComboBox<>();
    private boolean filling;

    /** A choice; {@code found} says which column was taken. */
    ColumnChoice(ImportViewModel model, String key, Function<DataPreview, String> found) {
        super(4);
        this.model = model;
        this.field = model.field(key);
        this.found = found;
        getStyleClass().add("form-field");
        Label label = new Label(field.setting().label());
        label.getStyleClass().add("form-label");
        label.setLabelFor(box);
        box.setAccessibleText(field.setting().label());
        box.setTooltip(new Tooltip(field.setting().help()));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Words());
        box.valueProperty().addListener((observable, was, is) -> {
            if (!filling) {
                field.textProperty().set(is == null ? "" : is);
            }
        });
        field.textProperty().addListener((observable, was, is) -> fill());
        model.rows().headProperty().addListener((observable, was, is) -> fill());
        getChildren().addAll(label, box);
        fill();
    }

    ComboBox<String> box() {
        return box;
    }

    private void fill() {
        filling = true;
        DataPreview head = model.rows().headProperty().get();
        String written = field.textProperty().get();
        List<String> names = new ArrayList<>();
        names.add("");
        if (head != null) {
            head.columns().stream().filter(name -> !name.isBlank()).distinct().forEach(names::add);
        }
        if (!names.contains(written)) {
            names.add(written);
        }
        if (!names.equals(box.getItems())) {
            box.getItems().setAll(names);
        }
        box.setValue(null); // so that its words are written anew
        box.setValue(written);
        filling = false;
    }

    /** A column's name; for none, the one that is found. */
    private final class Words extends StringConverter<String> {
        @Override
        public String toString(@Nullable String name) {
            if (name == null || !name.isEmpty()) {
                return name == null ? "" : name;
            }
            DataPreview head = model.rows().headProperty().get();
            String taken = head == null ? "" : found.apply(head);
            return taken.isEmpty() ? "found by its name" : "found: " + taken;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
