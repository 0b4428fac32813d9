package dev.patchbook.ui.cell;

import dev.patchbook.export.Sheet;
import dev.patchbook.ui.fx.Icon;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
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
    private static final double WIDEST = 320;

    private final Stage stage = new Stage();
    private final TableView<List<Object>> table = new TableView<>();

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
        fill(sheet);
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

    private void fill(Sheet sheet) {
        for (int i = 0; i < sheet.head().size(); i++) {
            int index = i;
            TableColumn<List<Object>, String> column =
                    new TableColumn<>(sheet.head().get(i));
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(Sheet.words(row.getValue().get(index))));
            column.setSortable(false);
            column.setMaxWidth(2 * WIDEST);
            boolean number = !sheet.rows().isEmpty() && sheet.rows().get(0).get(i) instanceof Number;
            column.setPrefWidth(number ? 112 : Math.min(WIDEST, 160));
            if (number) {
                column.setStyle("-fx-alignment: center-right;");
            }
            table.getColumns().add(column);
        }
        table.setItems(FXCollections.observableList(sheet.rows()));
        table.setAccessibleText(sheet.title() + ", " + sheet.rows().size() + " rows");
        table.getSelectionModel().select(0);
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
