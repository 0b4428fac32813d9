package dev.patchbook.ui.view;

import dev.patchbook.chart.VisionChoice.Kind;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Chooses what is made of the heads of a block. */
final class KindBox extends ComboBox<Kind> {
    /** The kinds there are, the first of them chosen. */
    KindBox(String accessibleText, List<Kind> kinds) {
        getItems().setAll(kinds);
        setValue(kinds.get(0));
        setAccessibleText(accessibleText);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Kind kind) {
                return kind == null ? "" : kind.words();
            }

            @Override
            public Kind fromString(String words) {
                return kinds.get(0); // never asked for: the box is not editable
            }
        });
    }

    /** Called with each kind chosen. */
    void onChosen(Consumer<Kind> listener) {
        valueProperty().addListener((property, old, now) -> {
            if (now != null) {
                listener.accept(now);
            }
        });
    }
}
