package dev.patchbook.ui.notebook;

import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Shown;
import javafx.scene.control.Label;

/** Something to know of a cell that is no failure. */
final class NoticeLine extends Label {
    NoticeLine(CellViewModel model, Pins pins) {
        super(null, Icon.INFO.node());
        getStyleClass().add("cell-notice");
        setWrapText(true);
        pins.follow(model.noticeProperty(), text -> {
            setText(text);
            Shown.when(this, !text.isEmpty());
        });
    }
}
