package dev.patchbook.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A notice above the notebook: what happened, and buttons for what can be done. */
final class NoticeView extends HBox {
    NoticeView(Notice notice) {
        getStyleClass().add("notice");
        setAlignment(Pos.TOP_LEFT);
        Label what = new Label(notice.what());
        what.getStyleClass().add("notice-what");
        Label remedy = new Label(notice.remedy());
        for (Label label : new Label[] {what, remedy}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        FlowPane buttons = new FlowPane(8, 8);
        for (Notice.Action action : notice.actions()) {
            Button button = new Button(action.text());
            button.setTooltip(new Tooltip(action.tip()));
            button.setAccessibleText(action.text() + ". " + notice.what());
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(e -> action.action().run());
            buttons.getChildren().add(button);
        }
        VBox text = new VBox(6, what, remedy, buttons);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(notice.icon().node(), text);
        setAccessibleText(notice.what() + " " + notice.remedy());
    }
}
