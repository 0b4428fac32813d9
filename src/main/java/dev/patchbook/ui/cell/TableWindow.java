package dev.patchbook.ui.cell;

import dev.patchbook.export.Sheet;
import dev.patchbook.ui.fx.Icon;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The numbers of a chart or a map as a table that keyboard and screen reader can go through. Escape closes it. */
final class TableWindow {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 480;

    private final Stage stage = new Stage();
    private final SheetTable table = new SheetTable();

    TableWindow(Sheet sheet, Node owner, Runnable save) {
        Label title = new Label(sheet.title());
        title.getStyleClass().add("table-title");
        title.setWrapText(true);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(
                8,
                title,
                button("Copy as CSV", Icon.COPY, () -> SaveMenu.copy(sheet.csv())),
                button("Save as CSV…", Icon.SAVE, save));
        head.setAlignment(Pos.CENTER_LEFT);
        table.show(sheet);
        table.getSelectionModel().select(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox root = new VBox(12, head, table);
        root.getStyleClass().add("table-window");
        root.setPadding(new Insets(12));
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Scene behind = owner.getScene();
        if (behind != null) {
            scene.getStylesheets().setAll(behind.getStylesheets());
            scene.setUserAgentStylesheet(behind.getUserAgentStylesheet());
            root.setStyle(behind.getRoot().getStyle());
            stage.initOwner(behind.getWindow());
        }
        scene.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setScene(scene);
        stage.setTitle(sheet.title() + " – Patchbook");
    }

    private static Button button(String text, Icon icon, Runnable action) {
        Button button = new Button(text, icon.node());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    void show() {
        stage.show();
        table.requestFocus();
    }
}
