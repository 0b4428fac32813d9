package dev.patchbook.ui.importing;

import atlantafx.base.theme.Styles;
import dev.patchbook.ui.fx.Shown;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** The first rows or, once all were checked, the report. */
final class ReportSwitch extends HBox {
    private final ToggleButton first = new ToggleButton("First rows");
    private final ToggleButton listed = new ToggleButton("Row report");

    /** Tells whether the report is wanted. */
    ReportSwitch(Consumer<Boolean> report) {
        getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        first.setToggleGroup(group);
        listed.setToggleGroup(group);
        first.getStyleClass().add(Styles.LEFT_PILL);
        listed.getStyleClass().add(Styles.RIGHT_PILL);
        first.setSelected(true);
        getChildren().addAll(first, listed);
        group.selectedToggleProperty().addListener((observable, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true);
            } else {
                report.accept(listed.isSelected());
            }
        });
        Shown.when(this, false);
    }

    boolean report() {
        return listed.isSelected();
    }

    /** There is a report, and it is shown; or there is none any more. */
    void offer(boolean is) {
        Shown.when(this, is);
        (is ? listed : first).setSelected(true);
    }
}
