package dev.patchbook.ui.cell;

import dev.patchbook.export.Sheet;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table's rows, to be sorted by any column: numbers by their size, texts by their letters. */
final class SheetTable extends TableView<List<Object>> {
    private static final double WIDEST = 320;
    private static final double USUAL = 13; // letters, pixels
    private static final double NUMBER = 112;
    private static final Comparator<Object> ORDER = (a, b) -> a instanceof Number first && b instanceof Number second
            ? Double.compare(first.doubleValue(), second.doubleValue())
            : a.toString().compareToIgnoreCase(b.toString());

    private double scale = 1;

    /** Shows a table in the order of its rows, its columns as wide as letters of a size need. */
    void show(Sheet sheet, double letters) {
        scale = letters / USUAL;
        show(sheet);
    }

    /** Shows a table in the order of its rows. */
    void show(Sheet sheet) {
        getColumns().clear();
        for (int i = 0; i < sheet.head().size(); i++) {
            getColumns().add(column(sheet, i));
        }
        getSortOrder().clear();
        setItems(FXCollections.observableArrayList(sheet.rows()));
        setAccessibleText(sheet.title() + ", " + sheet.rows().size() + " rows");
    }

    private TableColumn<List<Object>, Object> column(Sheet sheet, int index) {
        TableColumn<List<Object>, Object> column =
                new TableColumn<>(sheet.head().get(index));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(Object item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : Sheet.words(item));
            }
        });
        column.setComparator(ORDER);
        column.setMaxWidth(2 * WIDEST * scale);
        boolean number = !sheet.rows().isEmpty() && sheet.rows().get(0).get(index) instanceof Number;
        column.setPrefWidth(scale * (number ? NUMBER : width(sheet, index)));
        if (number) {
            column.setStyle("-fx-alignment: center-right;");
        }
        return column;
    }

    /** Texts are as wide as they need, within bounds. */
    private static double width(Sheet sheet, int index) {
        int longest = sheet.rows().stream()
                .limit(100)
                .mapToInt(row -> row.get(index).toString().length())
                .max()
                .orElse(0);
        return Math.max(NUMBER / 2, Math.min(WIDEST, 24 + 8.0 * longest));
    }
}
