package dev.patchbook.ui.importing;

import dev.patchbook.engine.DataPreview;
import dev.patchbook.engine.DataPreview.Row;
import dev.patchbook.ui.fx.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The first rows: number, picture, caption, and the other fields as they stand; what is wrong with a row stands in the field
 * at fault. More rows are asked for when the last ones come into view. A click on a column's name says what it is for.
 */
final class RowTable extends TableView<Row> {
    private static final PseudoClass UNUSABLE = PseudoClass.getPseudoClass("unusable");
    private static final double NUMBER = 4.6;
    private static final double PICTURE = 10;
    private static final double CAPTION = 24;
    private static final double OTHER = 11;

    private final ImportViewModel model;
    private final DoubleSupplier letters;
    private List<String> shown = List.of();

    /** A table; widths are in letters of the given size. */
    RowTable(ImportViewModel model, DoubleSupplier letters) {
        super(model.rows().rows());
        this.model = model;
        this.letters = letters;
        getStyleClass().add("row-table");
        setMinWidth(0);
        setPlaceholder(new Label(""));
        setRowFactory(view -> new SpokenRow());
        getSelectionModel().selectedItemProperty().addListener((observable, was, is) -> {
            if (is != null) {
                model.rows().choose(is);
            }
        });
        model.rows().headProperty().addListener((observable, was, is) -> show(is));
        model.rows().phaseProperty().addListener((observable, was, is) -> {
            if (is instanceof FirstRows.Phase.Shown && getSelectionModel().isEmpty()) {
                getSelectionModel().select(0);
            }
        });
        show(model.rows().headProperty().get());
    }

    private void show(@Nullable DataPreview head) {
        if (head == null) {
            getColumns().clear();
            shown = List.of();
            return;
        }
        List<String> now = new ArrayList<>(head.columns());
        now.addAll(List.of(head.imageColumn(), head.captionColumn(), head.splitColumn()));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        List<TableColumn<Row, ?>> columns = new ArrayList<>();
        columns.add(number());
        List<Integer> order = new ArrayList<>();
        Fields fields = new Fields(head);
        if (fields.picture() >= 0) {
            order.add(fields.picture());
        }
        if (fields.caption() >= 0) {
            order.add(fields.caption());
        }
        for (int i = 0; i < head.columns().size(); i++) {
            if (!order.contains(i)) {
                order.add(i);
            }
        }
        order.forEach(index -> columns.add(column(fields, index)));
        getColumns().setAll(columns);
    }

    private TableColumn<Row, Row> number() {
        TableColumn<Row, Row> column = plain(NUMBER);
        column.setText("row");
        column.setCellFactory(each -> new NumberCell());
        return column;
    }

    private TableColumn<Row, Row> column(Fields fields, int index) {
        boolean picture = index == fields.picture();
        boolean caption = index == fields.caption();
        TableColumn<Row, Row> column = plain(picture ? PICTURE : caption ? CAPTION : OTHER);
        column.setGraphic(header(fields, index));
        column.setCellFactory(each ->
                picture ? new PictureCell(fields, index, letters) : new TextCell(fields, index, column, caption));
        return column;
    }

    private TableColumn<Row, Row> plain(double width) {
        TableColumn<Row, Row> column = new TableColumn<>();
        column.setCellValueFactory(each -> new ReadOnlyObjectWrapper<>(each.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(Math.ceil(width * letters.getAsDouble()));
        return column;
    }

    /** A column's name and what it is for; a click changes that. */
    private Button header(Fields fields, int index) {
        String name = fields.name(index);
        Button button = new Button(name);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("quiet", "column-name");
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        String role = fields.role(index);
        Label title = new Label(name);
        title.getStyleClass().add("column-title");
        VBox lines = new VBox(2, title);
        if (!role.isEmpty()) {
            Label label = new Label(role);
            label.getStyleClass().addAll("pill", "column-role");
            lines.getChildren().add(label);
        }
        lines.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(lines);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setTooltip(
                new Tooltip(name + (role.isEmpty() ? "" : ": the " + role) + "\nClick to say what it is for"));
        button.setAccessibleText("Column " + name + (role.isEmpty() ? "" : ", the " + role));
        button.setOnAction(e -> menu(name).show(button, Side.BOTTOM, 0, 2));
        return button;
    }

    private ContextMenu menu(String name) {
        ContextMenu menu = new ContextMenu();
        for (String key : List.of("image-column", "caption-column")) {
            MenuItem item = new MenuItem(model.field(key).setting().label(), Icon.DONE.node());
            item.getGraphic()
                    .setVisible(name.equals(model.field(key).textProperty().get()));
            item.setDisable(name.isBlank());
            item.setOnAction(e -> model.field(key).textProperty().set(name));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Rows near the end that come into view bring more. */
    private final class SpokenRow extends TableRow<Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(
                    UNUSABLE, row != null && !empty && row.problem().isPresent());
            if (row == null || empty) {
                setAccessibleText(null);
                return;
            }
            setAccessibleText("row " + row.row() + ", line " + row.line() + ": " + row.caption()
                    + row.problem()
                            .map(p -> ". " + p.reason() + " " + p.remedy())
                            .orElse(""));
            if (getIndex() >= model.rows().rows().size() - 2) {
                Platform.runLater(model.rows()::more);
            }
        }
    }

    /** The row's number, marked where the row cannot be used. */
    private static final class NumberCell extends TableCell<Row, Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(Long.toString(row.row()));
            setGraphic(row.problem().isPresent() ? Icon.WARNING.node() : null);
        }
    }
}
